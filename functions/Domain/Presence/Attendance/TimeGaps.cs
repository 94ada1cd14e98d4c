using Kinerja.Domain.Calendars;
using NodaTime;

namespace Kinerja.Domain.Presence.Attendance;

/// <summary>What of a year's dated facts nobody has given.</summary>
public enum TimeGapKind
{
    /// <summary>
    /// The days off of a year. Its days are judged by no calendar, and terms over working days count Monday to Friday.
    /// </summary>
    Calendar,

    /// <summary>Hours of Ramadan: on its days the normal hours count.</summary>
    Ramadan,
}

/// <summary>One thing that nobody has given.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="From">Its first day; of a Ramadan as expected, since the minister declares it.</param>
/// <param name="To">Its last day, itself included.</param>
/// <param name="Units">Those whose own hours lack it; none where it is everybody else's.</param>
public sealed record TimeGap(TimeGapKind Kind, LocalDate From, LocalDate To, IReadOnlyList<UnitId> Units);

/// <summary>
/// Finds years without a calendar and Ramadans without hours, before and after they are reached. Hours of Ramadan are
/// there when any season holds on any of its days, whatever it is called. That Ramadan is expected by the calendar of
/// Umm al-Qura, which is at most a day or two beside what is declared, decides nothing: no day is judged by it.
/// </summary>
public static class TimeGaps
{
    /// <summary>
    /// How long before it is reached a gap is told. No rule says it; the joint decree comes in September.
    /// </summary>
    public const int LeadDays = 120;

    /// <summary>So many days before a gap is reached it is told again, and on its first day. No rule says it.</summary>
    private static readonly int[] ToldAhead = [LeadDays, 90, 60, 30, 14, 7, 1, 0];

    private const int FirstKnown = 1901;

    private const int LastKnown = 2076;

    private const int Ramadan = 9;

    /// <summary>An agency's, of everybody and of each unit with hours of its own, from a day to another.</summary>
    public static IReadOnlyList<TimeGap> Of(MonthRules rules, LocalDate first, LocalDate last) =>
        [.. Years(rules, first, last), .. Ramadans(first, last).SelectMany(days => Ramadans(rules, days))];

    /// <summary>Those that concern a person of that unit, from a day to another.</summary>
    public static IReadOnlyList<TimeGap> Of(MonthRules rules, UnitId unit, LocalDate first, LocalDate last) =>
        [
            .. Years(rules, first, last),
            .. Ramadans(first, last).Where(days => Lacks(days, day => rules.WorkingTime.On(day).For(unit)))
                .Select(days => new TimeGap(TimeGapKind.Ramadan, days.Start, days.End, [])),
        ];

    /// <summary>Those of an agency that are told on that day.</summary>
    public static IReadOnlyList<TimeGap> ToldOn(MonthRules rules, LocalDate today) =>
        [
            .. Of(rules, today, today.PlusDays(LeadDays))
                .Where(gap => ToldAhead.Contains(Period.DaysBetween(today, gap.From))),
        ];

    private static IEnumerable<TimeGap> Years(MonthRules rules, LocalDate first, LocalDate last) =>
        Enumerable.Range(first.Year, last.Year - first.Year + 1)
            .Select(year => (First: new LocalDate(year, 1, 1), Last: new LocalDate(year, 12, 31)))
            .Where(year => rules.CalendarOf(year.Last) is null)
            .Select(year => new TimeGap(TimeGapKind.Calendar, year.First, year.Last, []));

    private static IEnumerable<TimeGap> Ramadans(MonthRules rules, DateInterval days)
    {
        if (Lacks(days, day => rules.WorkingTime.On(day).Everybody))
        {
            yield return new TimeGap(TimeGapKind.Ramadan, days.Start, days.End, []);
        }

        var units = days.SelectMany(day => rules.WorkingTime.On(day).Units).SelectMany(own => own.Units).Distinct()
            .Where(unit => Lacks(days, day => rules.WorkingTime.On(day).For(unit))).ToList();
        if (units.Count > 0)
        {
            yield return new TimeGap(TimeGapKind.Ramadan, days.Start, days.End, units);
        }
    }

    private static bool Lacks(DateInterval days, Func<LocalDate, WorkingTime> hours) =>
        days.All(day => hours(day).SeasonOn(day) is null);

    /// <summary>Every Ramadan with a day between the two; two begin in some years.</summary>
    private static IEnumerable<DateInterval> Ramadans(LocalDate first, LocalDate last)
    {
        if (first.Year < FirstKnown || last.Year > LastKnown)
        {
            yield break;
        }

        for (var year = first.WithCalendar(CalendarSystem.UmAlQura).Year; ; year++)
        {
            var start = new LocalDate(year, Ramadan, 1, CalendarSystem.UmAlQura).WithCalendar(CalendarSystem.Iso);
            var end = new LocalDate(year, Ramadan + 1, 1, CalendarSystem.UmAlQura).WithCalendar(CalendarSystem.Iso)
                .PlusDays(-1);
            if (start > last)
            {
                yield break;
            }

            if (end >= first)
            {
                yield return new DateInterval(start, end);
            }
        }
    }
}
