using System.Globalization;
using System.Text.Json;

namespace Azure.Data.Tables.Wire;

/// <summary>One value of the service's type system as an object.</summary>
internal static class EdmValue
{
    private static readonly object True = true;
    private static readonly object False = false;

    public static object? Read(ref Utf8JsonReader reader, string? type) => reader.TokenType switch
    {
        JsonTokenType.String => FromString(ref reader, type),
        JsonTokenType.Number => FromNumber(ref reader, type),
        JsonTokenType.True => True,
        JsonTokenType.False => False,
        JsonTokenType.Null => null,
        _ => throw new JsonException("The service answered with a nested value."),
    };

    /// <summary>For an annotation that came after its value.</summary>
    public static object? Retyped(object? value, string type) => (value, type) switch
    {
        (string text, "Edm.Int64") => long.Parse(text, CultureInfo.InvariantCulture),
        (string text, "Edm.Double") => Special(text),
        (int number, "Edm.Double") => (double)number,
        (int number, "Edm.Int64") => (long)number,
        (string text, "Edm.DateTime") => Time(text),
        (string text, "Edm.Guid") => Guid.Parse(text),
        (string text, "Edm.Binary") => Convert.FromBase64String(text),
        _ => value,
    };

    private static object FromString(ref Utf8JsonReader reader, string? type) => type switch
    {
        "Edm.DateTime" => reader.TryGetDateTimeOffset(out var time) ? time : Time(reader.GetString()),
        "Edm.Guid" => reader.GetGuid(),
        "Edm.Binary" => reader.GetBytesFromBase64(),
        "Edm.Int64" => long.Parse(reader.GetString() ?? "", CultureInfo.InvariantCulture),
        "Edm.Double" => Special(reader.GetString()),
        _ => reader.GetString() ?? "",
    };

    private static object FromNumber(ref Utf8JsonReader reader, string? type)
    {
        if (type is "Edm.Double")
            return reader.GetDouble();
        if (type is "Edm.Int64")
            return reader.GetInt64();
        // Without an annotation a number with a point or an exponent is a double.
        if (reader.TryGetInt32(out var number))
            return number;
        return reader.GetDouble();
    }

    private static double Special(string? text) => text switch
    {
        "Infinity" => double.PositiveInfinity,
        "-Infinity" => double.NegativeInfinity,
        "NaN" => double.NaN,
        _ => double.Parse(text ?? "", CultureInfo.InvariantCulture),
    };

    private static DateTimeOffset Time(string? text) => DateTimeOffset.Parse(
        text ?? "", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
