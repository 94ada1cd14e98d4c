using System.Globalization;
using Kinerja.Application.FlexibleWork;
using Kinerja.Domain;
using Kinerja.Domain.FlexibleWork;
using NodaTime;

namespace Kinerja.Application.Tests.Fakes;

/// <summary>
/// Tags are counts of writes to a person's days and to a unit's date; a write with an old one is refused.
/// </summary>
internal sealed class FakeFlexibleDays : IFlexibleDays
{
    private readonly Dictionary<object, int> _writes = [];

    internal Dictionary<(AgencyId, EmployeeId, LocalDate), FlexibleDay> Rows { get; } = [];

    /// <summary>What somebody else does between a look and a write.</summary>
    internal Action? BeforeWriting { get; set; }

    public Task<FlexiblePlan> FindAsync(
        AgencyId agency, EmployeeId employee, UnitId unit, LocalDate date, CancellationToken cancel) =>
        Task.FromResult(new FlexiblePlan(
            Rows.GetValueOrDefault((agency, employee, date)),
            [.. Of(agency).Where(d => d.EmployeeId == employee).Select(d => d.Date)],
            Of(agency).Count(d => d.UnitId == unit && d.Date == date),
            Tag((agency, employee)),
            Tag((agency, unit, date))));

    public Task<bool> PutAsync(AgencyId agency, FlexibleDay day, FlexiblePlan seen, CancellationToken cancel) =>
        WriteAsync(agency, day, seen, () => Rows[(agency, day.EmployeeId, day.Date)] = day);

    public Task<bool> RemoveAsync(AgencyId agency, FlexibleDay day, FlexiblePlan seen, CancellationToken cancel) =>
        WriteAsync(agency, day, seen, () => Rows.Remove((agency, day.EmployeeId, day.Date)));

    public Task<IReadOnlyList<FlexibleDay>> ListAsync(
        AgencyId agency, YearMonth month, EmployeeId employee, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<FlexibleDay>>(
            [.. Of(agency).Where(d => d.EmployeeId == employee && d.Date.ToYearMonth() == month).OrderBy(d => d.Date)]);

    public IAsyncEnumerable<FlexibleDay> ListAsync(
        AgencyId agency, YearMonth month, HashRange range, CancellationToken cancel) =>
        Of(agency).Where(d => range.Contains(d.EmployeeId) && d.Date.ToYearMonth() == month)
            .InKeyOrder(d => d.EmployeeId).ToAsyncEnumerable();

    public IAsyncEnumerable<FlexibleDay> ListUnitAsync(
        AgencyId agency, UnitId unit, LocalDate from, LocalDate to, CancellationToken cancel) =>
        Of(agency).Where(d => d.UnitId == unit && d.Date >= from && d.Date < to).OrderBy(d => d.Date).ToList()
            .ToAsyncEnumerable();

    internal void Add(AgencyId agency, FlexibleDay day)
    {
        Rows[(agency, day.EmployeeId, day.Date)] = day;
        Touch((agency, day.EmployeeId));
        Touch((agency, day.UnitId, day.Date));
    }

    private Task<bool> WriteAsync(AgencyId agency, FlexibleDay day, FlexiblePlan seen, Action write)
    {
        BeforeWriting?.Invoke();
        if (seen.PersonTag != Tag((agency, day.EmployeeId)) || seen.UnitTag != Tag((agency, day.UnitId, day.Date)))
        {
            return Task.FromResult(false);
        }

        write();
        Touch((agency, day.EmployeeId));
        Touch((agency, day.UnitId, day.Date));
        return Task.FromResult(true);
    }

    private List<FlexibleDay> Of(AgencyId agency) => [.. Rows.Where(r => r.Key.Item1 == agency).Select(r => r.Value)];

    private void Touch(object key) => _writes[key] = _writes.GetValueOrDefault(key) + 1;

    private string? Tag(object key) =>
        _writes.TryGetValue(key, out var count) ? count.ToString(CultureInfo.InvariantCulture) : null;
}
