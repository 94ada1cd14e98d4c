using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kinerja.Application.Json;

/// <summary>Takes items as they are, also with repeated members: each is judged when it is read by itself.</summary>
public sealed class RawItems : JsonConverter<IReadOnlyList<JsonElement>>
{
    public override IReadOnlyList<JsonElement> Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException();
        }

        var items = new List<JsonElement>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(JsonElement.ParseValue(ref reader));
        }

        return items;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<JsonElement> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var item in value)
        {
            item.WriteTo(writer);
        }

        writer.WriteEndArray();
    }
}
