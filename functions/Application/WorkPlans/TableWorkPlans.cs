using Azure;
using Azure.Data.Tables;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.WorkPlans;
using NodaTime;

namespace Kinerja.Application.WorkPlans;

/// <summary>
/// A version's row is written once, and once more with its agreement. The latest version and the one that was agreed
/// last stand in rows of their own, written in the same transaction; the latest one's tag guards every write.
/// </summary>
public sealed class TableWorkPlans(TableStore store) : IWorkPlans
{
    private const string Table = TableNames.WorkPlans;

    public Task<Tagged<WorkPlan>?> FindAsync(
        AgencyId agency, EmployeeId employee, LocalDate from, CancellationToken cancel) =>
        store.FindAsync(
            Table, WorkPlanKeys.Partition(agency, from.Year), WorkPlanKeys.Plan(WorkPlanKeys.Latest, employee, from),
            WorkPlanRows.Read, cancel);

    public async Task<WorkPlan?> FindVersionAsync(
        AgencyId agency, EmployeeId employee, LocalDate from, int version, CancellationToken cancel) =>
        await store.FindAsync(
            Table, WorkPlanKeys.Partition(agency, from.Year), WorkPlanKeys.Version(employee, from, version),
            cancel) is { } row
            ? WorkPlanRows.Read(row)
            : null;

    public IAsyncEnumerable<WorkPlan> ListVersionsAsync(
        AgencyId agency, EmployeeId employee, LocalDate from, CancellationToken cancel) =>
        ByPrefix(agency, from.Year, WorkPlanKeys.Versions(employee, from), cancel);

    public IAsyncEnumerable<WorkPlan> ListAsync(
        AgencyId agency, EmployeeId employee, int year, CancellationToken cancel) =>
        ByPrefix(agency, year, WorkPlanKeys.Person(WorkPlanKeys.Latest, employee), cancel);

    public IAsyncEnumerable<WorkPlan> ListAgreedAsync(
        AgencyId agency, EmployeeId employee, int year, CancellationToken cancel) =>
        ByPrefix(agency, year, WorkPlanKeys.Person(WorkPlanKeys.Agreed, employee), cancel);

    public Task<bool> AddVersionAsync(AgencyId agency, WorkPlan plan, string? tag, CancellationToken cancel)
    {
        var latest = WorkPlanRows.Write(
            agency, WorkPlanKeys.Plan(WorkPlanKeys.Latest, plan.EmployeeId, plan.From), plan);
        return store.SubmitAsync(
            Table,
            [
                new(TableTransactionActionType.Add, Version(agency, plan)),
                TableStore.Next(latest, tag),
            ],
            cancel);
    }

    public Task<bool> AgreeAsync(AgencyId agency, WorkPlan plan, string tag, CancellationToken cancel)
    {
        var latest = WorkPlanRows.Write(
            agency, WorkPlanKeys.Plan(WorkPlanKeys.Latest, plan.EmployeeId, plan.From), plan);
        var agreed = WorkPlanRows.Write(
            agency, WorkPlanKeys.Plan(WorkPlanKeys.Agreed, plan.EmployeeId, plan.From), plan);
        return store.SubmitAsync(
            Table,
            [
                new(TableTransactionActionType.UpdateReplace, latest, new ETag(tag)),
                new(TableTransactionActionType.UpsertReplace, Version(agency, plan)),
                new(TableTransactionActionType.UpsertReplace, agreed),
            ],
            cancel);
    }

    private static TableEntity Version(AgencyId agency, WorkPlan plan) =>
        WorkPlanRows.Write(agency, WorkPlanKeys.Version(plan.EmployeeId, plan.From, plan.Version), plan);

    private IAsyncEnumerable<WorkPlan> ByPrefix(AgencyId agency, int year, string prefix, CancellationToken cancel) =>
        store.ListAsync(
            Table, TableRange.Prefix(WorkPlanKeys.Partition(agency, year), prefix), WorkPlanRows.Read, cancel);
}
