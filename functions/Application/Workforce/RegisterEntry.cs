using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Workforce;

/// <summary>
/// A unit or a post as an agency hands it over, and the day from which it is so; no day: from today on, and for
/// whatever is registered for the first time, ever since.
/// </summary>
public sealed record RegisterEntry<T>(T Value, LocalDate? From)
{
    /// <summary>
    /// Takes over from what the register has on that day what this does not say of it; null: this says everything.
    /// </summary>
    public Func<T, T>? Keeping { get; init; }

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

    /// <summary>
    /// Of somebody whom the register has, values that stay as they stand on that day, whatever this says of them.
    /// </summary>
    public PersonValues Kept { get; init; }

    /// <summary>What the register says of a person after these entries, one after the other.</summary>
    internal static Employment Next(Employment? held, IEnumerable<EmployeeEntry> entries, LocalDate today) =>
        entries.Aggregate(held, (known, entry) => entry.Over(known, today).After(known, today))!;

    private Employment After(Employment? known, LocalDate today) =>
        RegisterRules.Next(known, Employee, From, EndedOn, today);

    private EmployeeEntry Over(Employment? known, LocalDate today)
    {
        if (known?.Assignments.On(From ?? today) is not { } stands)
        {
            return this;
        }

        bool Stays(PersonValues value) => Kept.HasFlag(value);
        return this with
        {
            Employee = Employee with
            {
                UnitId = Stays(PersonValues.Unit) ? stands.UnitId : Employee.UnitId,
                Kind = Stays(PersonValues.Kind) ? stands.Kind : Employee.Kind,
                RaterId = Stays(PersonValues.Rater) ? stands.RaterId : Employee.RaterId,
                Active = Stays(PersonValues.Active) ? stands.Active : Employee.Active,
                PostId = Stays(PersonValues.Post) ? stands.PostId : Employee.PostId,
                Discipline = Stays(PersonValues.Discipline) ? stands.Discipline : Employee.Discipline,
                StartedOn = Stays(PersonValues.StartedOn) ? known.StartedOn : Employee.StartedOn,
            },
            EndedOn = Stays(PersonValues.EndedOn) ? known.EndedOn : EndedOn,
        };
    }
}

/// <summary>What an <see cref="EmployeeEntry"/> says of a person.</summary>
[Flags]
public enum PersonValues
{
    None = 0,
    Unit = 1,
    Kind = 2,
    Rater = 4,
    Active = 8,
    Post = 16,
    StartedOn = 32,
    Discipline = 64,
    EndedOn = 128,
}

internal static class RegisterEntries
{
    /// <summary>What the register says of a unit or a post after this entry.</summary>
    internal static History<T> Next<T>(this RegisterEntry<T> entry, History<T>? held, LocalDate today)
        where T : class, IEquatable<T> =>
        RegisterRules.Next(
            held,
            entry.Keeping is { } keeping && held is not null ? keeping(held.On(entry.From ?? today)) : entry.Value,
            entry.From,
            today);

    /// <summary>What the register says of a unit or a post after these entries, one after the other.</summary>
    internal static History<T> Next<T>(
        this IEnumerable<RegisterEntry<T>> entries, History<T>? held, LocalDate today)
        where T : class, IEquatable<T> =>
        entries.Aggregate(held, (known, entry) => entry.Next(known, today))!;
}
