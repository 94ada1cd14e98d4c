using Kinerja.Domain.Calendars;
using Kinerja.Domain.Geofencing;
using NodaTime;

namespace Kinerja.Domain.Presence;

/// <summary>
/// Folds a person's check-ins into a month. The order of the check-ins does not matter; a resend (same client id and
/// time of capture) counts once, as first received. Where and how the person worked never enters the arithmetic:
/// flexible work is neutral (PermenPANRB 4/2025; allowances must not fall because of it).
/// </summary>
public static class AttendanceRules
{
    public static AttendanceMonth Fold(
        EmployeeId employee,
        YearMonth month,
        IEnumerable<CheckIn> checkIns,
        WorkCalendar calendar,
        WorkingTime hours)
    {
        var byDay = checkIns
            .Where(c => c.Claim.EmployeeId == employee)
            .GroupBy(c => (c.Claim.Id, c.Claim.CapturedAt))
            .Select(same => same.MinBy(c => (c.ReceivedAt, c.TimeThatCounts))!)
            .Where(c => c.WorkDate.ToYearMonth() == month)
            .ToLookup(c => c.WorkDate);
        var first = month.OnDayOfMonth(1);
        var days = Enumerable.Range(0, first.Calendar.GetDaysInMonth(month.Year, month.Month))
            .Select(n => FoldDay(first.PlusDays(n), byDay[first.PlusDays(n)], calendar, hours));
        return new AttendanceMonth(employee, month, [.. days], calendar.Version, "hours-2026.1");
    }

    private static AttendanceDay FoldDay(
        LocalDate date,
        IEnumerable<CheckIn> checkIns,
        WorkCalendar calendar,
        WorkingTime hours)
    {
        var all = checkIns.OrderBy(c => c.TimeThatCounts).ThenBy(c => c.Claim.Id).ToList();
        var inside = all.Where(c => c.Verdict.Placement == Placement.Inside).ToList();
        var arrival = inside.Find(c => c.Claim.Kind == CheckInKind.In);
        // A check-out before the arrival ends another day's work, such as overtime past midnight.
        var leaving = inside.FindLast(c => c.Claim.Kind == CheckInKind.Out
            && (arrival is null || c.TimeThatCounts >= arrival.TimeThatCounts));
        var flagged = all.Exists(c => c.Reasons.Contains(CheckInReason.MockLocationReported));
        if (!calendar.IsWorkingDay(date))
        {
            return new(date, DayStatus.DayOff, null, arrival?.WallTime, leaving?.WallTime, null, null, flagged);
        }

        if (arrival is null)
        {
            var status = all.Count == 0 ? DayStatus.NoRecord : DayStatus.NeedsReview;
            return new(date, status, null, null, leaving?.WallTime, null, null, flagged);
        }

        var (start, end, _) = hours.HoursOn(date)!.Value;
        return new AttendanceDay(
            date,
            DayStatus.Present,
            arrival.Mode,
            arrival.WallTime,
            leaving?.WallTime,
            WholeMinutes(start, arrival.WallTime),
            leaving is null ? null : WholeMinutes(leaving.WallTime, end),
            flagged);
    }

    /// <summary>Whole minutes from one time to a later one; 0 when it is not later. 59 seconds late is not late.</summary>
    private static int WholeMinutes(LocalTime from, LocalTime to) =>
        Math.Max(0, (int)((to.NanosecondOfDay - from.NanosecondOfDay) / NodaConstants.NanosecondsPerMinute));
}
