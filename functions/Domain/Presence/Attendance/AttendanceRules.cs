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
    /// At most one for a date, also of dates beside the month (<see cref="MonthRules.DaysRead"/>); a date without facts
    /// is one of which nothing is known.
    /// </param>
    /// <param name="rules">Calendars and working time, dated.</param>
    /// <param name="now">A shift that is not over now, and a day that is not over there, are not judged yet.</param>
    public static AttendanceMonth Fold(
        PersonTimeline person,
        YearMonth month,
        IReadOnlyList<DayFacts> facts,
        MonthRules rules,
        Instant now)
    {
        var byDate = facts.ToDictionary(f => f.Date);
        var planOn = PlansOf(person, rules);
        var book = new ShiftBook(RecordsOf(person.Id, facts), planOn);
        var outages = facts.SelectMany(f => f.Outages).DistinctBy(w => w.Id).OrderBy(w => w.From).ThenBy(w => w.Id)
            .ToList();

        var today = person.DateAt(now);
        var first = month.OnDayOfMonth(1);
        var length = first.Calendar.GetDaysInMonth(month.Year, month.Month);
        var perWeek = Enumerable.Range(0, length).Any(
            n => planOn(first.PlusDays(n)).Time.Required is { PerWeek: true });
        var days = Enumerable.Range(perWeek ? -6 : 0, perWeek ? length + 6 : length).Select(first.PlusDays)
            .Select(date => DayOn(FactsOn(date))).ToList();
        var unrewarded = facts.Where(f => f.Leave is { Kind: LeaveKind.Reward })
            .ToDictionary(f => f.Date, f => DayOn(f with { Leave = null }));
        return new AttendanceMonth(
            person.Id,
            month,
            [.. WeekRules.Settle(days, unrewarded, planOn, today).Where(d => d.Date >= first)],
            rules.CalendarOf(first)?.Version);

        DayFacts FactsOn(LocalDate date) => byDate.GetValueOrDefault(date) ?? new DayFacts(date);

        AttendanceDay DayOn(DayFacts of) =>
            new DayFold(planOn(of.Date), of, book, outages, person.ZoneOn(of.Date), now).Fold();
    }

    /// <summary>A person's check-ins by the date on which the shift starts that each was made for.</summary>
    public static ILookup<LocalDate, CheckIn> ByShift(
        PersonTimeline person, IEnumerable<CheckIn> checkIns, MonthRules rules)
    {
        var given = new ShiftBook(checkIns.Select(c => new DayRecord(c, Rejected: false)), PlansOf(person, rules))
            .Given;
        return given.SelectMany(day => day.Select(record => (Date: day.Key, record.CheckIn)))
            .ToLookup(r => r.Date, r => r.CheckIn);
    }

    private static Func<LocalDate, DayPlan> PlansOf(PersonTimeline person, MonthRules rules)
    {
        var plans = new Dictionary<LocalDate, DayPlan>();
        return date => plans.TryGetValue(date, out var plan) ? plan
            : plans[date] = DayPlan.Of(person.On(date), date, rules);
    }

    private static IEnumerable<DayRecord> RecordsOf(EmployeeId person, IReadOnlyList<DayFacts> facts) => facts
        .SelectMany(f => f.CheckIns.Select(c => new DayRecord(c, f.Rejected.Contains(c.Claim.Id))))
        .Where(r => r.CheckIn.Claim.EmployeeId == person)
        .GroupBy(r => (r.CheckIn.Claim.Id, r.CheckIn.Claim.CapturedAt))
        .Select(same => same.MinBy(r => (r.CheckIn.ReceivedAt, r.CheckIn.TimeThatCounts)));
}
