using System.Runtime.CompilerServices;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Workforce;

public sealed class TableWorkforce(TableStore store) : IWorkforce
{
    public Task PutUnitsAsync(AgencyId agency, IReadOnlyCollection<OrganisationUnit> units, CancellationToken cancel) =>
        store.PutAllAsync(TableNames.Units, Once(units, u => u.Id).Select(u => WorkforceRows.Write(agency, u)), cancel);

    public Task PutPostsAsync(AgencyId agency, IReadOnlyCollection<Post> posts, CancellationToken cancel) =>
        store.PutAllAsync(TableNames.Posts, Once(posts, p => p.Id).Select(p => WorkforceRows.Write(agency, p)), cancel);

    public Task PutEmployeesAsync(AgencyId agency, IReadOnlyCollection<Employee> employees, CancellationToken cancel) =>
        store.PutAllAsync(
            TableNames.Employees, Once(employees, e => e.Id).Select(e => WorkforceRows.Write(agency, e)), cancel);

    public async Task<OrganisationUnit?> FindUnitAsync(AgencyId agency, UnitId id, CancellationToken cancel) =>
        await store.FindAsync(TableNames.Units, agency.ToString(), id.ToString(), cancel) is { } row
            ? WorkforceRows.ReadUnit(row)
            : null;

    public async Task<Post?> FindPostAsync(AgencyId agency, PostId id, CancellationToken cancel) =>
        await store.FindAsync(TableNames.Posts, agency.ToString(), id.ToString(), cancel) is { } row
            ? WorkforceRows.ReadPost(row)
            : null;

    public async Task<Employee?> FindEmployeeAsync(AgencyId agency, EmployeeId id, CancellationToken cancel) =>
        await store.FindAsync(TableNames.Employees, agency.ToString(), TableKeys.Person(id), cancel) is { } row
            ? WorkforceRows.ReadEmployee(row)
            : null;

    public IAsyncEnumerable<OrganisationUnit> ListUnitsAsync(AgencyId agency, CancellationToken cancel) =>
        store.ListAsync(TableNames.Units, TableRange.Partition(agency.ToString()), null, cancel)
            .Select(WorkforceRows.ReadUnit);

    public IAsyncEnumerable<Post> ListPostsAsync(AgencyId agency, CancellationToken cancel) =>
        store.ListAsync(TableNames.Posts, TableRange.Partition(agency.ToString()), null, cancel)
            .Select(WorkforceRows.ReadPost);

    public IAsyncEnumerable<Employee> ListEmployeesAsync(AgencyId agency, HashRange range, CancellationToken cancel) =>
        store.ListAsync(TableNames.Employees, TableRange.People(agency.ToString(), range), null, cancel)
            .Select(WorkforceRows.ReadEmployee);

    public async Task<int> CountEmployeesAsync(AgencyId agency, CancellationToken cancel) =>
        await store.ListAsync(TableNames.Employees, TableRange.Partition(agency.ToString()), ["RowKey"], cancel)
            .CountAsync(cancel);

    public async Task<int> CountActiveAsync(AgencyId agency, UnitId unit, CancellationToken cancel) =>
        await store.ListAsync(
            TableNames.Employees, TableRange.ActiveOfUnit(agency.ToString(), unit), ["RowKey"], cancel)
            .CountAsync(cancel);

    public async IAsyncEnumerable<Employee> ListRatedByAsync(
        AgencyId agency, EmployeeId rater, [EnumeratorCancellation] CancellationToken cancel)
    {
        var found = await store.ListAsync(
            TableNames.Employees, TableRange.ActiveRatedBy(agency.ToString(), rater), null, cancel)
            .Select(WorkforceRows.ReadEmployee)
            .ToListAsync(cancel);
        foreach (var person in found.OrderBy(e => e.Id))
        {
            yield return person;
        }
    }

    /// <summary>A transaction takes a row once; where a list names one twice, the later entry is meant.</summary>
    private static IEnumerable<T> Once<T, TKey>(IEnumerable<T> items, Func<T, TKey> key) =>
        items.GroupBy(key).Select(same => same.Last());
}
