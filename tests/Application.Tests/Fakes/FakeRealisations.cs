using System.Globalization;
using Kinerja.Application.Tables;
using Kinerja.Application.WorkPlans;
using Kinerja.Domain;
using Kinerja.Domain.WorkPlans;
using NodaTime;

namespace Kinerja.Application.Tests.Fakes;

internal sealed class FakeRealisations : IRealisations
{
    private int _writes;

    internal Dictionary<(AgencyId, EmployeeId, LocalDate, Quarter), Tagged<Realisation>> Rows { get; } = [];

    public Task<Tagged<Realisation>?> FindAsync(
        AgencyId agency, EmployeeId employee, LocalDate planFrom, Quarter quarter, CancellationToken cancel) =>
        Task.FromResult(Rows.GetValueOrDefault((agency, employee, planFrom, quarter)));

    public IAsyncEnumerable<Realisation> ListAsync(
        AgencyId agency, EmployeeId employee, int year, CancellationToken cancel) =>
        Rows.Where(r => r.Key.Item1 == agency && r.Key.Item2 == employee && r.Key.Item3.Year == year)
            .Select(r => r.Value.Value)
            .OrderBy(r => r.PlanFrom).ThenBy(r => r.Quarter).ToAsyncEnumerable();

    public Task<bool> PutAsync(AgencyId agency, Realisation realisation, string? tag, CancellationToken cancel)
    {
        var key = (agency, realisation.EmployeeId, realisation.PlanFrom, realisation.Quarter);
        if (Rows.GetValueOrDefault(key)?.Tag != tag)
        {
            return Task.FromResult(false);
        }

        Rows[key] = new(realisation, (++_writes).ToString(CultureInfo.InvariantCulture));
        return Task.FromResult(true);
    }
}
