using System.Globalization;
using System.Runtime.Serialization;
using System.Text.Json;

namespace Azure.Messaging.ServiceBus.Rest;

/// <summary>
/// Application property values as JSON scalars: text in quotes, dates in quotes in the form of RFC 1123,
/// numbers bare. A fraction or exponent makes a number a double, its size decides between int and long.
/// </summary>
internal static class PropertyValue
{
    private const string DateForm = "r";

    public static void Write(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case byte or sbyte or short or ushort or int or uint or long:
                json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case double or float:
                WriteDouble(json, name, Convert.ToDouble(value, CultureInfo.InvariantCulture));
                break;
            case DateTimeOffset date:
                json.WriteStringValue(date.ToString(DateForm, CultureInfo.InvariantCulture));
                break;
            case DateTime date:
                json.WriteStringValue(date.ToUniversalTime().ToString(DateForm, CultureInfo.InvariantCulture));
                break;
            default:
                throw new SerializationException(
                    $"The application property {name} is a {value.GetType().Name}, which HTTP cannot carry.");
        }
    }

    public static object Read(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => ReadNumber(value),
        JsonValueKind.String => ReadText(value.GetString() ?? ""),
        _ => value.GetRawText(),
    };

    /// <summary>Reads a header; one that holds no JSON scalar was not sent as a property.</summary>
    public static bool TryRead(string header, out object value)
    {
        value = "";
        if (header.Length == 0 || !(header[0] is '"' or '-' or 't' or 'f' || char.IsAsciiDigit(header[0])))
        {
            return false;
        }

        try
        {
            using var json = JsonDocument.Parse(header);
            value = Read(json.RootElement);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // 5.0 stays 5.0: without the fraction it would come back as an int.
    private static void WriteDouble(Utf8JsonWriter json, string name, double value)
    {
        if (!double.IsFinite(value))
        {
            throw new SerializationException($"The application property {name} is no finite number.");
        }

        var text = value.ToString("R", CultureInfo.InvariantCulture);
        json.WriteRawValue(text.AsSpan().ContainsAny('.', 'E') ? text : text + ".0");
    }

    private static object ReadNumber(JsonElement value)
    {
        if (!value.GetRawText().AsSpan().ContainsAny('.', 'e', 'E'))
        {
            if (value.TryGetInt32(out var small))
            {
                return small;
            }

            if (value.TryGetInt64(out var large))
            {
                return large;
            }
        }

        return value.GetDouble();
    }

    private static object ReadText(string text) =>
        text.EndsWith(" GMT", StringComparison.Ordinal) && DateTimeOffset.TryParseExact(
            text, DateForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? date
            : text;
}
