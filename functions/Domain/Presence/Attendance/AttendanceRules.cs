using Kinerja.Domain.Presence.CheckIns;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Domain.Presence.Attendance;

/// <summary>
/// Folds what is known of a person's days into a month. The order of facts and check-ins does not matter; a resend
/// (same client id and time of capture) counts once, as first received. Where and how the person worked never enters
/// the arithmetic: flexible work is neutral (PermenPANRB 4/2025; allowances must not fall because of it).
/// </summary>
public static class AttendanceRules
{
    /// <param name="person">
    /// Whose month it is: the unit of each day says which hours hold on it, and its zone which outages touch a day
    /// without a check-in.
    /// </param>
    /// <param name="month">The month, by the date on which a shift starts.</param>
    /// <param name="facts">
    /// At most one for a date, also of dates beside the month (<see cref="MonthRules.ReachOf"/>); a date without facts
    /// is one of which nothing is known.
    /// </param>
    /// <param name="rules">Calendars and working time, dated.</param>
    /// <param name="today">The date there; this day and later ones without an arrival are not yet.</param>
    public static AttendanceMonth Fold(
        PersonTimeline person,
        YearMonth month,
        IReadOnlyList<DayFacts> facts,
        MonthRules rules,
        LocalDate today)
    {
        var byDate = facts.ToDictionary(f => f.Date);
        var plans = new Dictionary<LocalDate, DayPlan>();
        var records = RecordsOf(person.Id, facts).ToLookup(r => ShiftRules.WorkingDayOf(r.CheckIn, PlanOn));
        var outages = facts.SelectMany(f => f.Outages).DistinctBy(w => w.Id).OrderBy(w => w.From).ThenBy(w => w.Id)
            .ToList();

        var first = month.OnDayOfMonth(1);
        var length = first.Calendar.GetDaysInMonth(month.Year, month.Month);
        var perWeek = Enumerable.Range(0, length).Any(
            n => PlanOn(first.PlusDays(n)).Time.Required is { PerWeek: true });
        var days = Enumerable.Range(perWeek ? -6 : 0, perWeek ? length + 6 : length).Select(first.PlusDays)
            .Select(DayOn).ToList();
        return new AttendanceMonth(
            person.Id,
            month,
            [.. WeekRules.Settle(days, PlanOn, today).Where(d => d.Date >= first)],
            rules.CalendarOf(first)?.Version);

        DayPlan PlanOn(LocalDate date) =>
            plans.TryGetValue(date, out var plan) ? plan : plans[date] = DayPlan.Of(person.On(date), date, rules);

        FoldedDay DayOn(LocalDate date) => new DayFold(
            PlanOn(date),
            byDate.GetValueOrDefault(date) ?? new DayFacts(date),
            [.. records[date].OrderBy(r => r.CheckIn.TimeThatCounts).ThenBy(r => r.CheckIn.Claim.Id)],
            outages,
            person.ZoneOn(date),
            today).Fold();
    }

    private static IEnumerable<DayRecord> RecordsOf(EmployeeId person, IReadOnlyList<DayFacts> facts) => facts
        .SelectMany(f => f.CheckIns.Select(c => new DayRecord(c, f.Rejected.Contains(c.Claim.Id))))
        .Where(r => r.CheckIn.Claim.EmployeeId == person)
        .GroupBy(r => (r.CheckIn.Claim.Id, r.CheckIn.Claim.CapturedAt))
        .Select(same => same.MinBy(r => (r.CheckIn.ReceivedAt, r.CheckIn.TimeThatCounts)));
}

/// <summary>A check-in, and whether a superior rejected it.</summary>
internal readonly record struct DayRecord(CheckIn CheckIn, bool Rejected);

/// <summary>A day with the minutes worked, break and absence taken off; null without arrival and leaving.</summary>
internal readonly record struct FoldedDay(AttendanceDay Day, int? WorkedMinutes);
