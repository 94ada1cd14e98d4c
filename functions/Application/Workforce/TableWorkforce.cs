using Azure.Data.Tables;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Workforce;

public sealed class TableWorkforce(TableStore store) : IWorkforce
{
    public Task<bool> PutUnitsAsync(
        AgencyId agency, IReadOnlyCollection<NextVersion<History<OrganisationUnit>>> units,
        CancellationToken cancel) =>
        store.PutNextAsync(
            TableNames.Units, units.Select(u => (WorkforceRows.Write(agency, u.Value, u.Actor), u.Tag)), cancel);

    public Task<bool> PutPostsAsync(
        AgencyId agency, IReadOnlyCollection<NextVersion<History<Post>>> posts, CancellationToken cancel) =>
        store.PutNextAsync(
            TableNames.Posts, posts.Select(p => (WorkforceRows.Write(agency, p.Value, p.Actor), p.Tag)), cancel);

    public Task<bool> PutEmployeesAsync(
        AgencyId agency, IReadOnlyCollection<NextVersion<Employment>> people, LocalDate today,
        CancellationToken cancel) =>
        store.PutNextAsync(
            TableNames.Employees,
            people.Select(e => (WorkforceRows.Write(agency, e.Value, today, e.Actor), e.Tag)),
            cancel);

    public Task<Tagged<History<OrganisationUnit>>?> FindUnitAsync(
        AgencyId agency, UnitId id, CancellationToken cancel) =>
        store.FindAsync(TableNames.Units, agency.ToString(), id.ToString(), WorkforceRows.ReadUnit, cancel);

    public Task<Tagged<History<Post>>?> FindPostAsync(AgencyId agency, PostId id, CancellationToken cancel) =>
        store.FindAsync(TableNames.Posts, agency.ToString(), id.ToString(), WorkforceRows.ReadPost, cancel);

    public Task<Tagged<Employment>?> FindEmployeeAsync(AgencyId agency, EmployeeId id, CancellationToken cancel) =>
        store.FindAsync(
            TableNames.Employees, agency.ToString(), TableKeys.Person(id), WorkforceRows.ReadEmployee, cancel);

    public IAsyncEnumerable<History<OrganisationUnit>> ListUnitsAsync(AgencyId agency, CancellationToken cancel) =>
        store.ListAsync(TableNames.Units, TableRange.Partition(agency.ToString()), WorkforceRows.ReadUnit, cancel);

    public IAsyncEnumerable<History<Post>> ListPostsAsync(AgencyId agency, CancellationToken cancel) =>
        store.ListAsync(TableNames.Posts, TableRange.Partition(agency.ToString()), WorkforceRows.ReadPost, cancel);

    public IAsyncEnumerable<Employment> ListEmployeesAsync(
        AgencyId agency, HashRange range, CancellationToken cancel) =>
        store.ListAsync(
            TableNames.Employees, TableRange.People(agency.ToString(), range), WorkforceRows.ReadEmployee, cancel);

    public Task<ListPage<History<OrganisationUnit>>> PageUnitsAsync(
        AgencyId agency, string? after, int most, CancellationToken cancel) =>
        store.PageAsync(TableNames.Units, agency.ToString(), after, most, WorkforceRows.ReadUnit, cancel);

    public Task<ListPage<History<Post>>> PagePostsAsync(
        AgencyId agency, string? after, int most, CancellationToken cancel) =>
        store.PageAsync(TableNames.Posts, agency.ToString(), after, most, WorkforceRows.ReadPost, cancel);

    public Task<ListPage<Employment>> PageEmployeesAsync(
        AgencyId agency, string? after, int most, CancellationToken cancel) =>
        store.PageAsync(TableNames.Employees, agency.ToString(), after, most, WorkforceRows.ReadEmployee, cancel);

    public async Task<int> CountEmployeesAsync(AgencyId agency, CancellationToken cancel) =>
        await store.ListAsync(TableNames.Employees, TableRange.Partition(agency.ToString()), ["RowKey"], cancel)
            .CountAsync(cancel);

    public async Task<int> CountActiveAsync(AgencyId agency, UnitId unit, LocalDate today, CancellationToken cancel) =>
        await OfUnit(agency, unit, today, cancel).CountAsync(cancel);

    public IAsyncEnumerable<Employee> ListOfUnitAsync(
        AgencyId agency, UnitId unit, LocalDate today, CancellationToken cancel) =>
        OfUnit(agency, unit, today, cancel).OrderBy(e => e.Id);

    public IAsyncEnumerable<Employee> ListRatedByAsync(
        AgencyId agency, EmployeeId rater, LocalDate today, CancellationToken cancel) =>
        ListAsync(TableRange.ActiveRatedBy(agency.ToString(), rater, today), today, cancel)
            .Where(e => e.RaterId == rater).OrderBy(e => e.Id);

    private IAsyncEnumerable<Employee> OfUnit(
        AgencyId agency, UnitId unit, LocalDate today, CancellationToken cancel) =>
        ListAsync(TableRange.ActiveOfUnit(agency.ToString(), unit, today), today, cancel)
            .Where(e => e.UnitId == unit);

    /// <summary>In service on that day; the columns of a row may be older than it.</summary>
    private IAsyncEnumerable<Employee> ListAsync(string filter, LocalDate today, CancellationToken cancel) =>
        store.ListAsync(TableNames.Employees, filter, null, cancel)
            .Select(row => WorkforceRows.ReadEmployee(row).On(today))
            .Where(e => e.Active);
}
