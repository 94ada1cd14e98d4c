using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>
/// Marks as stale each month that a change affects: the day's month, and its neighbour when a night shift or weekly
/// minutes cross the border. Called before the change is written, so that no fold between the two misses it.
/// </summary>
public sealed class InvalidateMonths(AgencyDirectory register, IStaleMonths dirty, TimeProvider clock)
{
    /// <summary>One day changes.</summary>
    public Task OfDayAsync(AgencyId agency, EmployeeId person, LocalDate date, CancellationToken cancel) =>
        MarkAsync(agency, person, [date.ToYearMonth()], [date], cancel);

    /// <summary>Any day of those months may change.</summary>
    public Task OfMonthsAsync(
        AgencyId agency, EmployeeId person, IEnumerable<YearMonth> months, CancellationToken cancel)
    {
        var own = months.ToHashSet();
        return MarkAsync(
            agency, person, own, own.Select(m => m.ToDateInterval()).SelectMany(m => new[] { m.Start, m.End }), cancel);
    }

    /// <summary>A month beside that has not begun reads nothing yet.</summary>
    private async Task MarkAsync(
        AgencyId agency, EmployeeId person, HashSet<YearMonth> own, IEnumerable<LocalDate> dates,
        CancellationToken cancel)
    {
        var rules = await register.RulesOfAsync(agency, cancel);
        var known = await register.FindTimelineAsync(agency, person, cancel)
            ?? throw new InvalidOperationException($"Nobody is registered as {person}.");
        var now = clock.Now();
        var current = now.InZone(known.ZoneOn(now.InUtc().Date)).Date.ToYearMonth();
        var beside = dates.SelectMany(date => known.UnitsWithin(date.PlusDays(-1), date.PlusDays(1))
                .SelectMany(unit => rules.MonthsReading(unit, date)))
            .Where(m => m.CompareTo(current) <= 0);
        foreach (var month in own.Union(beside).Order())
        {
            await dirty.MarkAsync(agency, person, month, cancel);
        }
    }
}
