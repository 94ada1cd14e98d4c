using System.Globalization;
using System.Text.Json;

namespace Azure.Data.Tables.Wire;

/// <summary>The types that an answer names because JSON cannot tell them.</summary>
internal enum EdmType
{
    Unsaid,
    Int64,
    Double,
    DateTime,
    Guid,
    Binary,
}

/// <summary>One value of the service's type system as an object.</summary>
internal static class EdmValue
{
    private static readonly object True = true;
    private static readonly object False = false;

    /// <summary>Types that JSON tells by itself (text, Int32, truth) need no name.</summary>
    public static EdmType TypeNamed(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("Edm.DateTime"u8))
            return EdmType.DateTime;
        if (reader.ValueTextEquals("Edm.Binary"u8))
            return EdmType.Binary;
        if (reader.ValueTextEquals("Edm.Int64"u8))
            return EdmType.Int64;
        if (reader.ValueTextEquals("Edm.Double"u8))
            return EdmType.Double;
        return reader.ValueTextEquals("Edm.Guid"u8) ? EdmType.Guid : EdmType.Unsaid;
    }

    public static object? Read(ref Utf8JsonReader reader, EdmType type) => reader.TokenType switch
    {
        JsonTokenType.String => FromString(ref reader, type),
        JsonTokenType.Number => FromNumber(ref reader, type),
        JsonTokenType.True => True,
        JsonTokenType.False => False,
        JsonTokenType.Null => null,
        _ => throw new JsonException("The service answered with a nested value."),
    };

    /// <summary>For a type that came after its value.</summary>
    public static object? Retyped(object? value, EdmType type) => (value, type) switch
    {
        (string text, EdmType.Int64) => long.Parse(text, CultureInfo.InvariantCulture),
        (string text, EdmType.Double) => Special(text),
        (int number, EdmType.Double) => (double)number,
        (int number, EdmType.Int64) => (long)number,
        (string text, EdmType.DateTime) => Time(text),
        (string text, EdmType.Guid) => Guid.Parse(text),
        (string text, EdmType.Binary) => Convert.FromBase64String(text),
        _ => value,
    };

    private static object FromString(ref Utf8JsonReader reader, EdmType type) => type switch
    {
        EdmType.DateTime => reader.TryGetDateTimeOffset(out var time) ? time : Time(reader.GetString()),
        EdmType.Guid => reader.GetGuid(),
        EdmType.Binary => reader.GetBytesFromBase64(),
        EdmType.Int64 => long.Parse(reader.GetString() ?? "", CultureInfo.InvariantCulture),
        EdmType.Double => Special(reader.GetString()),
        _ => reader.GetString() ?? "",
    };

    private static object FromNumber(ref Utf8JsonReader reader, EdmType type)
    {
        if (type is EdmType.Double)
            return reader.GetDouble();
        if (type is EdmType.Int64)
            return reader.GetInt64();
        // Without a type a number with a point or an exponent is a double.
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
