using System.Globalization;
using Kinerja.Application;
using Kinerja.Domain;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Host.Http;

/// <summary>Texts of paths and queries that are no ids.</summary>
internal static class RouteText
{
    internal static Result<YearMonth> Month(string? text, string pointer) =>
        YearMonthPattern.Iso.Parse(text ?? "") is { Success: true, Value.Year: > 0 } parsed
            ? parsed.Value
            : Refusal.Malformed(pointer, "A month such as 2026-01 is expected.");

    internal static Result<LocalDate> Date(string? text, string pointer) =>
        LocalDatePattern.Iso.Parse(text ?? "") is { Success: true, Value.Year: > 1 and < 9998 } parsed
            ? parsed.Value
            : Refusal.Malformed(pointer, "A date such as 2026-01-05 is expected.");

    /// <summary>The first day of a work plan or a policy: from 2000 to 2999.</summary>
    internal static Result<LocalDate> FirstDay(string? text, string pointer) =>
        LocalDatePattern.Iso.Parse(text ?? "") is { Success: true, Value.Year: >= 2000 and <= 2999 } parsed
            ? parsed.Value
            : Refusal.Malformed(pointer, "A date from 2000 to 2999 is expected, such as 2026-01-01.");

    /// <summary>Four digits, from 2000 to 2999.</summary>
    internal static Result<int> Year(string? text, string pointer) =>
        text is { Length: 4 } && Whole(text) is >= 2000 and <= 2999 and var year
            ? year
            : Refusal.Malformed(pointer, "A year from 2000 to 2999 is expected.");

    internal static Result<bool> Flag(string? text, string pointer) => text switch
    {
        "true" => true,
        "false" => false,
        _ => Refusal.Malformed(pointer, "true or false is expected."),
    };

    internal static Result<int> Version(string? text, string pointer) =>
        Whole(text) is { } version ? version : Refusal.Malformed(pointer, "A version number is expected.");

    internal static Result<int> Percent(string? text, string pointer) =>
        Whole(text) is <= 100 and var percent
            ? percent
            : Refusal.Malformed(pointer, "A whole number from 0 to 100 is expected.");

    /// <summary>A number from 0, of at most twelve digits.</summary>
    internal static Result<long> Number(string? text, string pointer) =>
        text is { Length: > 0 and <= 12 } && text.All(char.IsAsciiDigit)
            ? long.Parse(text, CultureInfo.InvariantCulture)
            : Refusal.Malformed(pointer, "A number from 0 is expected.");

    /// <summary>A value of an enum by its wire name.</summary>
    internal static Result<T> Name<T>(string? text, string pointer)
        where T : struct, Enum
    {
        var values = Enum.GetValues<T>();
        var found = Array.FindIndex(values, value => JsonFormat.Name(value) == text);
        return found >= 0
            ? values[found]
            : Refusal.Malformed(pointer, $"One of {string.Join(", ", values.Select(JsonFormat.Name))} is expected.");
    }

    internal static Result<bool> Truth(string? text, string pointer) => text switch
    {
        "true" => true,
        "false" => false,
        _ => Refusal.Malformed(pointer, "true or false is expected."),
    };

    /// <summary>Null when the text is no whole number from 0.</summary>
    internal static int? Whole(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
