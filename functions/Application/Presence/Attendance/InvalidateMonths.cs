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
    public Task OfDayAsync(AgencyId agency, Employee person, LocalDate date, CancellationToken cancel) =>
        MarkAsync(agency, person, [date.ToYearMonth()], [date], cancel);

    /// <summary>Any day of those months may change.</summary>
    public Task OfMonthsAsync(AgencyId agency, Employee person, IEnumerable<YearMonth> months, CancellationToken cancel)
    {
        var own = months.ToHashSet();
        return MarkAsync(
            agency, person, own, own.Select(m => m.ToDateInterval()).SelectMany(m => new[] { m.Start, m.End }), cancel);
    }

    /// <summary>A month beside that has not begun reads nothing yet.</summary>
    private async Task MarkAsync(
        AgencyId agency, Employee person, HashSet<YearMonth> own, IEnumerable<LocalDate> dates,
        CancellationToken cancel)
    {
        var rules = await register.RulesOfAsync(agency, cancel);
        var unit = await register.UnitOfAsync(agency, person, cancel);
        var current = clock.Now().InZone(unit.Zone).Date.ToYearMonth();
        var beside = dates.SelectMany(date => rules.MonthsReading(person.UnitId, date))
            .Where(m => m.CompareTo(current) <= 0);
        foreach (var month in own.Union(beside).Order())
        {
            await dirty.MarkAsync(agency, person.Id, month, cancel);
        }
    }
}
