using System.Buffers;
using System.Text.Json;
using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Intake;
using NodaTime;

namespace Kinerja.Application.Intake;

/// <summary>
/// An app's body as its mapped records, and a record as the API's own bodies write it, so that their own readers read
/// it.
/// </summary>
public static class IntakeJson
{
    /// <param name="mapping">The app's.</param>
    /// <param name="body">As it came.</param>
    /// <param name="receivedAt">The moment of receipt.</param>
    internal static Result<MappedRecords> Read(IntakeMapping mapping, JsonElement body, Instant receivedAt)
    {
        if (JsonEscapes.AreText(body))
        {
            return RecordReader.Read(mapping, body, receivedAt);
        }

        const string Half = "An escape in this body is half of a surrogate pair, which is no text.";
        return new Refusal(RefusalKind.Malformed, RefusalCodes.InvalidBody, Half) { Faults = [new("", Half)] };
    }

    /// <param name="record">What the mapping made of the app's.</param>
    /// <param name="agency">Left out when null.</param>
    public static JsonElement Of(MappedRecord record, AgencyId? agency)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, ReadableJson.Writer))
        {
            json.WriteStartObject();
            if (agency is { } named)
            {
                json.WriteString("agencyId", named.ToString());
            }

            // Members without a part come first, and each part is written once.
            foreach (var part in record.Values.GroupBy(PartOf).OrderBy(part => part.Key, StringComparer.Ordinal))
            {
                WritePart(json, part.Key, part);
            }

            json.WriteEndObject();
        }

        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        return document.RootElement.Clone();
    }

    /// <summary>The members by their names, a part's with a slash, as mappings name them.</summary>
    internal static Dictionary<string, JsonElement> Members(JsonElement body) => body.EnumerateObject()
        .SelectMany(member => member.Value.ValueKind == JsonValueKind.Object
            ? member.Value.EnumerateObject().Select(inner => ($"{member.Name}/{inner.Name}", inner.Value))
            : [(member.Name, member.Value)])
        .ToDictionary(StringComparer.Ordinal);

    private static void WritePart(Utf8JsonWriter json, string part, IEnumerable<MappedValue> values)
    {
        if (part.Length > 0)
        {
            json.WriteStartObject(part);
        }

        foreach (var value in values)
        {
            json.WritePropertyName(value.Member.Name[(part.Length == 0 ? 0 : part.Length + 1)..]);
            Write(json, value);
        }

        if (part.Length > 0)
        {
            json.WriteEndObject();
        }
    }

    private static string PartOf(MappedValue value) =>
        value.Member.Name.IndexOf('/', StringComparison.Ordinal) is var slash and > 0 ? value.Member.Name[..slash] : "";

    private static void Write(Utf8JsonWriter json, MappedValue value)
    {
        switch (value.Member.Form)
        {
            case IntakeForm.Number or IntakeForm.WholeNumber:
                json.WriteRawValue(value.Text);
                break;
            case IntakeForm.Truth:
                json.WriteBooleanValue(value.Text == "true");
                break;
            default:
                json.WriteStringValue(value.Text);
                break;
        }
    }
}
