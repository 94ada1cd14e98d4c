namespace Kinerja.Domain.Calendars;

/// <summary>Hours of some units instead of everybody's.</summary>
public sealed record UnitWorkingTime(IReadOnlyList<UnitId> Units, WorkingTime Hours);

/// <summary>
/// An agency's working time from a date on (Perpres 21/2023; details are the head of agency's to set): everybody's hours, and
/// those of units that have their own. A unit stands at most once; units below it are not meant with it.
/// </summary>
public sealed record WorkingTimePolicy(string Version, WorkingTime Everybody, IReadOnlyList<UnitWorkingTime> Units)
{
    /// <summary>Perpres 21/2023 art. 3 and 4, five days, with Ramadan 1447 as declared. It holds without a document.</summary>
    public static WorkingTimePolicy Shipped { get; } = new("working-time-shipped-2026.1", Year2026.Hours, []);

    public WorkingTime For(UnitId unit) => Units.FirstOrDefault(u => u.Units.Contains(unit))?.Hours ?? Everybody;
}
