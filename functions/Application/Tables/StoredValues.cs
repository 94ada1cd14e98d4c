using Kinerja.Domain;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Tables;

/// <summary>How single values stand in a column's JSON: enums by their name, days and instants by ISO 8601.</summary>
internal static class StoredValues
{
    internal static string Text(LocalDate day) => LocalDatePattern.Iso.Format(day);

    /// <summary>To the nanosecond.</summary>
    internal static string Text(Instant at) => InstantPattern.ExtendedIso.Format(at);

    internal static string? TextOrNull<T>(T? value)
        where T : struct, Enum => value is { } given ? JsonFormat.Name(given) : null;

    internal static string? TextOrNull(LocalDate? day) => day is { } given ? Text(given) : null;

    /// <summary>
    /// Throws, and says which text of which enum, where a later version wrote one that this one does not know.
    /// </summary>
    internal static T Enum<T>(string name)
        where T : struct, Enum => EnumNames<T>.ByName.TryGetValue(name, out var value)
            ? value
            : throw new InvalidDataException(
                $"A row has '{name}' as its {typeof(T).Name}, which this version does not know.");

    internal static T? EnumOrNull<T>(string? name)
        where T : struct, Enum => name is null ? null : Enum<T>(name);

    internal static EmployeeId Person(string id) => EmployeeId.Parse(id).Value;

    internal static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;

    internal static LocalDate? DayOrNull(string? text) => text is null ? null : Day(text);

    internal static Instant At(string text) => InstantPattern.ExtendedIso.Parse(text).Value;

    internal static Instant? AtOrNull(string? text) => text is null ? null : At(text);
}
