using NodaTime;

namespace Kinerja.Domain.Calendars;

/// <summary>A turn of duty, such as 21:00 to 07:00.</summary>
public sealed record Shift(string Id, DayHours Hours);

/// <summary>
/// People who take the same shifts in turn from a date on (included); null in the cycle is a day off.
/// </summary>
public sealed record Rotation(IReadOnlyList<EmployeeId> Employees, LocalDate From, IReadOnlyList<Shift?> Cycle);

/// <summary>One person's shift on one date instead of the rotation's; null: off that day.</summary>
public sealed record RosterChange(EmployeeId EmployeeId, LocalDate Date, Shift? Shift);

/// <summary>Whether somebody stands on a roster for a date, and the hours there; no hours: off.</summary>
public readonly record struct Duty(bool OnRoster, DayHours? Hours);

/// <summary>
/// Who has which shift when. A change for a date goes before rotations; of several rotations of one person the one that
/// began last counts. Duty by roster is worked on public holidays too: a ward does not close.
/// </summary>
public sealed class Roster(IReadOnlyList<Rotation> rotations, IReadOnlyList<RosterChange> changes)
{
    private readonly ILookup<EmployeeId, Rotation> _rotations = rotations
        .SelectMany(r => r.Employees.Select(e => (Employee: e, Rotation: r)))
        .ToLookup(p => p.Employee, p => p.Rotation);

    private readonly Dictionary<(EmployeeId, LocalDate), Shift?> _changes =
        changes.ToDictionary(c => (c.EmployeeId, c.Date), c => c.Shift);

    public static Roster Empty { get; } = new([], []);

    /// <summary>The hours of every shift that anybody may have.</summary>
    public IReadOnlyCollection<DayHours> AllHours { get; } = rotations.SelectMany(r => r.Cycle)
        .Concat(changes.Select(c => c.Shift)).OfType<Shift>().Select(s => s.Hours).ToHashSet();

    public Duty On(EmployeeId employee, LocalDate date)
    {
        if (_changes.TryGetValue((employee, date), out var changed))
        {
            return new Duty(true, changed?.Hours);
        }

        var rotation = _rotations[employee].Where(r => r.From <= date).MaxBy(r => r.From);
        if (rotation is null)
        {
            return default;
        }

        var turn = Period.DaysBetween(rotation.From, date) % rotation.Cycle.Count;
        return new Duty(true, rotation.Cycle[turn]?.Hours);
    }
}
