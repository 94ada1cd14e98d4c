using Kinerja.Domain.Calendars;
using NodaTime;

namespace Kinerja.Domain.Presence.Attendance;

/// <summary>
/// Minutes required in a week (waktu dinamis) are settled once its last day of work is over: what is missing stands, as
/// early minutes, on the last day on which the person was present, so that leave on a Friday hides nothing. The week's
/// share is kept for the days that were to be worked: holidays and leave, also in part, take theirs off, rounded down.
/// A week with a day that nobody can judge yet, or that a superior must look at, asks for nothing, also where leave as
/// a reward was taken on that day: nobody loses by a reward. Nor does a week ask in whose last day of work's month the
/// person was not present.
/// </summary>
internal static class WeekRules
{
    /// <param name="days">In order of date.</param>
    /// <param name="unrewarded">Those on leave as a reward as they would be without it.</param>
    /// <param name="planOn">What a date asks for.</param>
    /// <param name="today">A week is settled when its last day of work is before this date.</param>
    internal static IEnumerable<AttendanceDay> Settle(
        IReadOnlyList<AttendanceDay> days,
        IReadOnlyDictionary<LocalDate, AttendanceDay> unrewarded,
        Func<LocalDate, DayPlan> planOn,
        LocalDate today) =>
        days.Select(day => day.IsPresent && planOn(day.Date).Time.Required is { PerWeek: true } required
            && LastOfItsWeek(day.Date, planOn) is { } last && last < today
            && last.ToYearMonth() == day.Date.ToYearMonth()
            && !days.Any(later => later.IsPresent && later.Date > day.Date && later.Date <= last)
            ? SettledOn(day, last, required, days, unrewarded, planOn)
            : day);

    private static AttendanceDay SettledOn(
        AttendanceDay day, LocalDate last, RequiredTime required, IReadOnlyList<AttendanceDay> days,
        IReadOnlyDictionary<LocalDate, AttendanceDay> unrewarded, Func<LocalDate, DayPlan> planOn)
    {
        var time = planOn(day.Date).Time;
        var monday = MondayOf(day.Date);
        var week = days.Where(d => d.Date >= monday && d.Date <= last).ToList();
        if (week.Exists(d => IsOpen(d) || (unrewarded.TryGetValue(d.Date, out var without) && IsOpen(without))))
        {
            return day;
        }

        // A day without any record is accounted for as such; its minutes are not asked for a second time.
        var counted = week.Count(d => d.IsWorkingDay && !d.IsExcused && !d.IsAbsent);
        var full = Enumerable.Range(0, 7).Count(n => time.HoursOn(monday.PlusDays(n)) is not null);
        var missing = (required.Minutes * counted / full)
            - week.Sum(d => (d.WorkedMinutes ?? 0) + (d.IsPresent ? d.ExcusedMinutes : 0));
        return missing <= 0 ? day : day with
        {
            EarlyMinutes = missing,
            Findings = [.. day.Findings.Append(new(DayReason.RequiredMinutesShort)).OrderBy(f => f.Reason)],
        };
    }

    private static bool IsOpen(AttendanceDay day) =>
        day.Status is DayStatus.NeedsReview or DayStatus.Uncertain || (day.IsPresent && day.WorkedMinutes is null);

    /// <summary>
    /// Whether minutes recorded on a day that asks for none count in its week: where the agency says so, and on leave
    /// as a reward always, since whoever works on it has lost nothing by the reward.
    /// </summary>
    internal static bool CountsDaysOff(DayPlan plan, DayFacts facts) =>
        plan.Time.Required is { PerWeek: true } required
        && (required.CountsDaysOff || facts.Leave is { Kind: LeaveKind.Reward });

    /// <summary>Of the week from Monday to Sunday; null where none of its days from that one on is worked.</summary>
    private static LocalDate? LastOfItsWeek(LocalDate date, Func<LocalDate, DayPlan> planOn)
    {
        var sunday = MondayOf(date).PlusDays(6);
        for (var day = sunday; day >= date; day = day.PlusDays(-1))
        {
            if (planOn(day).Hours is not null)
            {
                return day;
            }
        }

        return null;
    }

    private static LocalDate MondayOf(LocalDate date) => date.PlusDays(1 - (int)date.DayOfWeek);
}
