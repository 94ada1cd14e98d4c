using Kinerja.Domain.Calendars;
using Kinerja.Domain.Policies;
using NodaTime;

namespace Kinerja.Domain.Presence.Attendance;

/// <summary>The dated policies that a month is folded under: an agency's own, or what is shipped.</summary>
public sealed record MonthRules(PolicyTimeline<WorkCalendar> Calendars, PolicyTimeline<WorkingTimePolicy> WorkingTime)
{
    /// <summary>Null when no calendar covers the date: then nobody knows whether it is worked.</summary>
    public WorkCalendar? CalendarOf(LocalDate date) =>
        Calendars.Find(date) is { Value: var calendar } && calendar.Covers(date) ? calendar : null;

    /// <summary>Monday to Friday without days off; of a year without a calendar no day is known to be one.</summary>
    public bool IsWorkingDay(LocalDate date) => CalendarOf(date)?.IsWorkingDay(date) ?? false;

    /// <summary>
    /// The months whose fold reads that day for that unit, its own among them: <see cref="DaysRead"/> backwards.
    /// Whatever changes the day has them folded again.
    /// </summary>
    public IReadOnlyList<YearMonth> MonthsReading(UnitId unit, LocalDate date)
    {
        var own = date.ToYearMonth();
        return [
            .. new[] { own.PlusMonths(-1), own, own.PlusMonths(1) }.Where(month => DaysRead(unit, month).Contains(date))
        ];
    }

    /// <summary>The month, with the days beside it that its fold looks at.</summary>
    public DateInterval DaysRead(UnitId unit, YearMonth month)
    {
        var ((before, after), own) = (ReachOf(unit, month), month.ToDateInterval());
        return new DateInterval(own.Start.PlusDays(-before), own.End.PlusDays(after));
    }

    /// <summary>
    /// Days beside the month whose facts its fold needs for that unit: six before it for required minutes a week, one
    /// before and one after for shifts over midnight, else none.
    /// </summary>
    public (int Before, int After) ReachOf(UnitId unit, YearMonth month)
    {
        var dates = month.ToDateInterval();
        var times = dates.Select(d => WorkingTime.On(d).For(unit)).Distinct().ToList();
        var overMidnight = times.Exists(t => t.CrossesMidnight);
        return (times.Exists(t => t.Required is { PerWeek: true }) ? 6 : overMidnight ? 1 : 0, overMidnight ? 1 : 0);
    }
}
