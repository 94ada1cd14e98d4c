using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Workforce;

/// <summary>
/// A unit or a post as an agency hands it over, and the day from which it is so; no day: from today on, and for
/// whatever is registered for the first time, ever since.
/// </summary>
public sealed record RegisterEntry<T>(T Value, LocalDate? From)
{
    public static implicit operator RegisterEntry<T>(T value) => new(value, null);
}

/// <summary>
/// One employee as an agency hands it over; the NIP is optional and goes to its guarded table only. The day from which
/// unit, post, rater, kind and standing are so goes as for <see cref="RegisterEntry{T}"/>; the first and the last day
/// in service hold for all of the person's time.
/// </summary>
public sealed record EmployeeEntry(Employee Employee, Nip? Nip)
{
    public LocalDate? From { get; init; }

    public LocalDate? EndedOn { get; init; }

    /// <summary>What the register says of a person after these entries, one after the other.</summary>
    internal static Employment Next(Employment? held, IEnumerable<EmployeeEntry> entries, LocalDate today) =>
        entries.Aggregate(
            held, (known, entry) => RegisterRules.Next(known, entry.Employee, entry.From, entry.EndedOn, today))!;
}

internal static class RegisterEntries
{
    /// <summary>What the register says of a unit or a post after these entries, one after the other.</summary>
    internal static History<T> Next<T>(
        this IEnumerable<RegisterEntry<T>> entries, History<T>? held, LocalDate today)
        where T : class, IEquatable<T> =>
        entries.Aggregate(held, (known, entry) => RegisterRules.Next(known, entry.Value, entry.From, today))!;
}
