using System.Collections.Immutable;
using NodaTime;

namespace Kinerja.Domain.Geofencing;

/// <summary>Days of the week as a set.</summary>
[Flags]
public enum WeekDays
{
    Monday = 1,
    Tuesday = 2,
    Wednesday = 4,
    Thursday = 8,
    Friday = 16,
    Saturday = 32,
    Sunday = 64,
}

/// <summary>
/// What a public holiday or a day of collective leave does to a fence; the agency's calendar names those days.
/// </summary>
public enum HolidayRule
{
    /// <summary>A holiday is a day like any other.</summary>
    InForce,

    /// <summary>
    /// Nothing begins on a holiday; a window that began the evening before still ends after midnight.
    /// </summary>
    NotInForce,
}

/// <summary>
/// A window that comes back every week, by the clock on the wall of the site: the start included, the end excluded. An
/// end at or before the start lies on the next day, so 22:00 to 06:00 is a night and 00:00 to 00:00 a whole day; the
/// days are those on which it begins.
/// </summary>
public readonly record struct WeeklyWindow(WeekDays Days, LocalTime From, LocalTime To)
{
    private bool EndsNextDay => To <= From;

    /// <summary>The day on which the window around this time began; null when the time is in no window.</summary>
    internal LocalDate? BeganOn(LocalDateTime wall)
    {
        if (wall.TimeOfDay >= From && (EndsNextDay || wall.TimeOfDay < To) && Has(wall.Date.DayOfWeek))
        {
            return wall.Date;
        }

        return EndsNextDay && wall.TimeOfDay < To && Has(Before(wall.Date.DayOfWeek)) ? wall.Date.PlusDays(-1) : null;
    }

    private static IsoDayOfWeek Before(IsoDayOfWeek day) =>
        day == IsoDayOfWeek.Monday ? IsoDayOfWeek.Sunday : (IsoDayOfWeek)((int)day - 1);

    /// <summary>ISO numbers Monday 1 to Sunday 7.</summary>
    private bool Has(IsoDayOfWeek day) => ((int)Days & (1 << ((int)day - 1))) != 0;
}

/// <summary>
/// When in the week a fence is in force. Without windows it is all week long; several windows add up.
/// </summary>
public sealed record FenceHours(ImmutableArray<WeeklyWindow> Windows, HolidayRule Holidays)
{
    public static FenceHours Always { get; } = new([], HolidayRule.InForce);

    public bool Equals(FenceHours? other) =>
        other is not null && Holidays == other.Holidays && Windows.SequenceEqual(other.Windows);

    public override int GetHashCode() => HashCode.Combine(Holidays, Windows.Length);
}
