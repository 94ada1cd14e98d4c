using NodaTime;

namespace Kinerja.Domain.Presence.Attendance;

/// <summary>
/// Minutes required in a week (waktu dinamis) are settled on the week's last day of work: what is missing stands there
/// as early minutes. The week's share is kept for the days that were to be worked: holidays and leave, also in part,
/// take theirs off, rounded down. A week with a day that nobody can judge yet, or that a superior must look at, asks
/// for nothing.
/// </summary>
internal static class WeekRules
{
    /// <param name="days">In order of date.</param>
    /// <param name="planOn">What a date asks for.</param>
    /// <param name="today">A week is settled when its last day of work is before this date.</param>
    internal static IEnumerable<AttendanceDay> Settle(
        IReadOnlyList<AttendanceDay> days, Func<LocalDate, DayPlan> planOn, LocalDate today) =>
        days.Select(
            day => planOn(day.Date).Time.Required is { PerWeek: true } && IsLastOfItsWeek(day.Date, planOn)
            && day.Date < today
            ? SettledOn(day, days, planOn)
            : day);

    private static AttendanceDay SettledOn(
        AttendanceDay last, IReadOnlyList<AttendanceDay> days, Func<LocalDate, DayPlan> planOn)
    {
        var time = planOn(last.Date).Time;
        var monday = last.Date.PlusDays(1 - (int)last.Date.DayOfWeek);
        var week = days.Where(d => d.Date >= monday && d.Date <= last.Date).ToList();
        var asked = week.Count(d => d.IsWorkingDay && !d.IsExcused);
        var full = Enumerable.Range(0, 7).Count(n => time.HoursOn(monday.PlusDays(n)) is not null);
        if (!last.IsPresent || week.Exists(d => d.Status is DayStatus.NeedsReview or DayStatus.Uncertain
            || (d.IsPresent && d.WorkedMinutes is null)))
        {
            return last;
        }

        // A day without any record is accounted for as such; its minutes are not asked for a second time.
        var counted = asked - week.Count(d => d.IsAbsent);
        var missing = (time.Required!.Value.Minutes * counted / full)
            - week.Where(d => d.IsPresent).Sum(d => (d.WorkedMinutes ?? 0) + d.ExcusedMinutes);
        return missing <= 0 ? last : last with
        {
            EarlyMinutes = missing,
            Findings = [.. last.Findings.Append(new(DayReason.RequiredMinutesShort)).OrderBy(f => f.Reason)],
        };
    }

    private static bool IsLastOfItsWeek(LocalDate date, Func<LocalDate, DayPlan> planOn) =>
        planOn(date).Hours is not null
        && Enumerable.Range(1, 7 - (int)date.DayOfWeek).All(n => planOn(date.PlusDays(n)).Hours is null);
}
