using Kinerja.Domain.Calendars;
using Kinerja.Domain.Policies;
using NodaTime;

namespace Kinerja.Domain.Presence.Attendance;

/// <summary>The dated policies that a month is folded under: an agency's own, or what is shipped.</summary>
public sealed record MonthRules(PolicyTimeline<WorkCalendar> Calendars, PolicyTimeline<WorkingTimePolicy> WorkingTime)
{
    /// <summary>Shifts that people exchanged; whoever reads no roster leaves them out.</summary>
    public ShiftSwaps Swaps { get; init; } = ShiftSwaps.Empty;

    /// <summary>Any date: hours are laid on it to be measured.</summary>
    private static readonly LocalDate Midnight = new(2026, 1, 1);

    /// <summary>The clock of the place of work is at most two hours from the unit's (WIB, WITA, WIT).</summary>
    private static readonly Duration ZonesApart = Duration.FromHours(2);

    /// <summary>Null when no calendar covers the date: then nobody knows whether it is worked.</summary>
    public WorkCalendar? CalendarOf(LocalDate date) => Calendars.Covering(date);

    /// <summary>Monday to Friday without days off; of a year without a calendar no day is known to be one.</summary>
    public bool IsWorkingDay(LocalDate date) => CalendarOf(date)?.IsWorkingDay(date) ?? false;

    /// <summary>
    /// The months whose fold reads check-ins of that day for that unit, its own among them: <see cref="DaysRead"/>
    /// backwards. Whatever changes them has the months folded again.
    /// </summary>
    public IReadOnlyList<YearMonth> MonthsReading(UnitId unit, LocalDate date)
    {
        var own = date.ToYearMonth();
        return [
            .. new[] { own.PlusMonths(-1), own, own.PlusMonths(1) }.Where(month => DaysRead(unit, month).Contains(date))
        ];
    }

    /// <summary>The same of anything but check-ins: another month folds a day only for the minutes of a week.</summary>
    public IReadOnlyList<YearMonth> MonthsFolding(UnitId unit, LocalDate date)
    {
        var (own, next) = (date.ToYearMonth(), date.ToYearMonth().PlusMonths(1));
        return DaysFolded(unit, next).Contains(date) ? [own, next] : [own];
    }

    /// <summary>The month, with six days before it where minutes are required in a week.</summary>
    public DateInterval DaysFolded(UnitId unit, YearMonth month)
    {
        var own = month.ToDateInterval();
        var perWeek = own.Any(d => WorkingTime.On(d).For(unit).Required is { PerWeek: true });
        return new DateInterval(own.Start.PlusDays(perWeek ? -6 : 0), own.End);
    }

    /// <summary>The days folded, with those beside them whose check-ins may tell of a shift of theirs.</summary>
    public DateInterval DaysRead(UnitId unit, YearMonth month)
    {
        var ((before, after), folded) = (ReachOf(unit, month), DaysFolded(unit, month));
        return new DateInterval(folded.Start.PlusDays(-before), folded.End.PlusDays(after));
    }

    /// <summary>
    /// Days beside the days folded whose check-ins the fold needs. After: as far as a shift of the last day and its
    /// margin reach. Before: one day, and where shifts of two days may both take a check-in, three, since the order of
    /// what came before decides there.
    /// </summary>
    private (int Before, int After) ReachOf(UnitId unit, YearMonth month)
    {
        var times = month.ToDateInterval().Select(d => WorkingTime.On(d).For(unit)).Distinct().ToList();
        var spans = times.SelectMany(t => t.AllHours.Select(h => t.Margins.Around(h.On(Midnight, DateTimeZone.Utc))))
            .ToList();
        var zero = Midnight.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();
        var first = spans.Select(s => s.Start).DefaultIfEmpty(zero).Min() - ZonesApart;
        var last = spans.Select(s => s.End).DefaultIfEmpty(zero).Max() + ZonesApart;
        var overlap = last - first > Duration.FromDays(1) + (2 * ZonesApart);
        return (overlap ? 3 : 1, Math.Max(1, (int)Math.Floor((last - zero).TotalDays)));
    }
}
