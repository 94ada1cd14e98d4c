namespace Kinerja.AgencyApp;

/// <summary>The agencies' own calendar of the first quarter of 2026 (joint decree of 19 September 2025).</summary>
public static class WorkDays
{
    private static readonly HashSet<DateOnly> Off =
    [
        new(2026, 1, 1), new(2026, 1, 16), new(2026, 2, 16), new(2026, 2, 17), new(2026, 3, 18), new(2026, 3, 19),
        new(2026, 3, 20), new(2026, 3, 23), new(2026, 3, 24), new(2026, 4, 3),
    ];

    public static DateOnly FirstDay { get; } = new(2026, 1, 1);

    public static DateOnly LastDay { get; } = new(2026, 3, 31);

    /// <summary>Late phones and late raters send until this day.</summary>
    public static DateOnly LastSendingDay { get; } = new(2026, 4, 7);

    public static bool IsWorked(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Off.Contains(day);

    public static bool IsInQuarter(DateOnly day) => day >= FirstDay && day <= LastDay;

    /// <summary>Start and end by the clock on the wall; shorter in Ramadan, half an hour longer on Fridays.</summary>
    public static (TimeOnly Start, TimeOnly End) HoursOn(DateOnly day)
    {
        var friday = day.DayOfWeek == DayOfWeek.Friday ? 30 : 0;
        return day >= new DateOnly(2026, 2, 19) && day <= new DateOnly(2026, 3, 20)
            ? (new TimeOnly(8, 0), new TimeOnly(15, friday))
            : (new TimeOnly(7, 30), new TimeOnly(16, friday));
    }

    internal static IEnumerable<DateOnly> Between(DateOnly first, DateOnly last)
    {
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            yield return day;
        }
    }
}
