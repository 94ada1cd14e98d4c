namespace Kinerja.Domain.Calendars;

/// <summary>Hours of some units instead of everybody's.</summary>
public sealed record UnitWorkingTime(IReadOnlyList<UnitId> Units, WorkingTime Hours);

/// <summary>
/// An agency's working time from a date on (Perpres 21/2023; details are the head of agency's to set): everybody's
/// hours, and those of units that have their own. A unit stands at most once; units below it are not meant with it.
/// </summary>
public sealed record WorkingTimePolicy(string Version, WorkingTime Everybody, IReadOnlyList<UnitWorkingTime> Units)
{
    public WorkingTime For(UnitId unit) => Units.FirstOrDefault(u => u.Units.Contains(unit))?.Hours ?? Everybody;
}
