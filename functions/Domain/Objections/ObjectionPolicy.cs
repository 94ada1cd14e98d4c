using NodaTime;

namespace Kinerja.Domain.Objections;

/// <summary>How the days of a deadline are counted.</summary>
public enum DayCount
{
    Calendar,
    Working,
}

/// <summary>
/// How long a result may be objected to: 14 days from its delivery (PP 30/2019 art. 59). That these are calendar days is the
/// reading taken here; the annex of PermenPANRB 6/2022 counts working days, so an agency may choose.
/// </summary>
public sealed record ObjectionPolicy(string Version, int Days, DayCount Count)
{
    public static ObjectionPolicy Default { get; } = new("objection-2026.1", 14, DayCount.Calendar);

    /// <summary>The last day of the window; the day of delivery itself does not count.</summary>
    public LocalDate LastDay(LocalDate delivered, Func<LocalDate, bool> isWorkingDay)
    {
        if (Count == DayCount.Calendar)
        {
            return delivered.PlusDays(Days);
        }

        var day = delivered;
        for (var left = Days; left > 0;)
        {
            day = day.PlusDays(1);
            left -= isWorkingDay(day) ? 1 : 0;
        }

        return day;
    }
}
