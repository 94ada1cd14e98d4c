using System.Globalization;
using Kinerja.Application.Tables;
using Kinerja.Application.WorkPlans;
using Kinerja.Domain;
using Kinerja.Domain.WorkPlans;
using NodaTime;

namespace Kinerja.Application.Tests.Fakes;

internal sealed class FakeWorkPlans : IWorkPlans
{
    private int _writes;

    internal Dictionary<(AgencyId, EmployeeId, LocalDate), Tagged<WorkPlan>> Latest { get; } = [];

    internal Dictionary<(AgencyId, EmployeeId, LocalDate), WorkPlan> Agreed { get; } = [];

    internal Dictionary<(AgencyId, EmployeeId, LocalDate, int), WorkPlan> Versions { get; } = [];

    /// <summary>Runs once before the next write: somebody who is faster.</summary>
    internal Func<Task>? FasterWriter { get; set; }

    public Task<Tagged<WorkPlan>?> FindAsync(
        AgencyId agency, EmployeeId employee, LocalDate from, CancellationToken cancel) =>
        Task.FromResult(Latest.GetValueOrDefault((agency, employee, from)));

    public Task<WorkPlan?> FindVersionAsync(
        AgencyId agency, EmployeeId employee, LocalDate from, int version, CancellationToken cancel) =>
        Task.FromResult(Versions.GetValueOrDefault((agency, employee, from, version)));

    public IAsyncEnumerable<WorkPlan> ListVersionsAsync(
        AgencyId agency, EmployeeId employee, LocalDate from, CancellationToken cancel) =>
        Versions.Where(v => (v.Key.Item1, v.Key.Item2, v.Key.Item3) == (agency, employee, from)).Select(v => v.Value)
            .OrderBy(p => p.Version).ToAsyncEnumerable();

    public IAsyncEnumerable<WorkPlan> ListAsync(
        AgencyId agency, EmployeeId employee, int year, CancellationToken cancel) =>
        Latest.Where(p => p.Key.Item1 == agency && p.Key.Item2 == employee && p.Key.Item3.Year == year)
            .Select(p => p.Value.Value)
            .OrderBy(p => p.From).ToAsyncEnumerable();

    public IAsyncEnumerable<WorkPlan> ListAgreedAsync(
        AgencyId agency, EmployeeId employee, int year, CancellationToken cancel) =>
        Agreed.Where(p => p.Key.Item1 == agency && p.Key.Item2 == employee && p.Key.Item3.Year == year)
            .Select(p => p.Value)
            .OrderBy(p => p.From).ToAsyncEnumerable();

    public async Task<bool> AddVersionAsync(AgencyId agency, WorkPlan plan, string? tag, CancellationToken cancel) =>
        await IsFirstAsync(agency, plan, tag) && Versions.TryAdd(
            (agency, plan.EmployeeId, plan.From, plan.Version), Put(agency, plan));

    public async Task<bool> AgreeAsync(AgencyId agency, WorkPlan plan, string tag, CancellationToken cancel)
    {
        if (!await IsFirstAsync(agency, plan, tag))
        {
            return false;
        }

        Versions[(agency, plan.EmployeeId, plan.From, plan.Version)] = Put(agency, plan);
        Agreed[(agency, plan.EmployeeId, plan.From)] = plan;
        return true;
    }

    private async Task<bool> IsFirstAsync(AgencyId agency, WorkPlan plan, string? tag)
    {
        var faster = FasterWriter;
        FasterWriter = null;
        await (faster?.Invoke() ?? Task.CompletedTask);
        return Latest.GetValueOrDefault((agency, plan.EmployeeId, plan.From))?.Tag == tag;
    }

    private WorkPlan Put(AgencyId agency, WorkPlan plan)
    {
        Latest[(agency, plan.EmployeeId, plan.From)] = new(plan, (++_writes).ToString(CultureInfo.InvariantCulture));
        return plan;
    }
}
