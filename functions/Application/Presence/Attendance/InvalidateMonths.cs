using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Calendars;
using Kinerja.Domain.Presence.Attendance;
using NodaTime;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>
/// Marks as stale each month that a change affects: the day's month, and its neighbour when a shift with its margins or
/// weekly minutes cross the border. Called before the change is written, so that no fold between the two misses it.
/// </summary>
public sealed class InvalidateMonths(AgencyDirectory register, IStaleMonths dirty, TimeProvider clock)
{
    /// <summary>Check-ins of any of those days change, first and last included.</summary>
    public Task OfCheckInsAsync(AgencyId agency, EmployeeId person, DateInterval days, CancellationToken cancel) =>
        MarkAsync(
            agency,
            person,
            MonthSpan.Of(days.Start, days.End),
            [days.Start, days.End],
            (rules, unit, date) => rules.MonthsReading(unit, date),
            cancel);

    /// <summary>Anything else about a day changes.</summary>
    public Task OfDayAsync(AgencyId agency, EmployeeId person, LocalDate date, CancellationToken cancel) => MarkAsync(
        agency, person, [date.ToYearMonth()], [date], (rules, unit, day) => rules.MonthsFolding(unit, day), cancel);

    /// <summary>Only an approved correction changes its day.</summary>
    public Task OfCorrectionAsync(Correction correction, CancellationToken cancel) =>
        correction.State == CorrectionState.Approved
            ? OfDayAsync(correction.AgencyId, correction.EmployeeId, correction.Date, cancel)
            : Task.CompletedTask;

    /// <summary>Anything else about any day of those months may change.</summary>
    public Task OfMonthsAsync(
        AgencyId agency, EmployeeId person, IEnumerable<YearMonth> months, CancellationToken cancel)
    {
        var own = months.ToHashSet();
        return MarkAsync(
            agency,
            person,
            own,
            own.Select(m => m.ToDateInterval().End),
            (rules, unit, date) => rules.MonthsFolding(unit, date),
            cancel);
    }

    /// <summary>A month beside that has not begun reads nothing yet.</summary>
    private async Task MarkAsync(
        AgencyId agency,
        EmployeeId person,
        IReadOnlyCollection<YearMonth> own,
        IEnumerable<LocalDate> dates,
        Func<MonthRules, UnitId, LocalDate, IReadOnlyList<YearMonth>> reading,
        CancellationToken cancel)
    {
        var rules = await register.RulesOfAsync(agency, cancel);
        var known = await register.FindTimelineAsync(agency, person, cancel)
            ?? throw new InvalidOperationException($"Nobody is registered as {person}.");
        var current = known.DateAt(clock.Now()).ToYearMonth();
        var beside = dates.SelectMany(date => known.UnitsWithin(date.PlusDays(-1), date.PlusDays(1))
                .SelectMany(unit => reading(rules, unit, date)))
            .Where(m => m.CompareTo(current) <= 0);
        foreach (var month in own.Union(beside).Order())
        {
            await dirty.MarkAsync(agency, person, month, cancel);
        }
    }
}
