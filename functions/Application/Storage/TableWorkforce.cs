using Azure.Data.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Storage;

public sealed class TableWorkforce(TableStore store) : IWorkforce
{
    public Task PutUnitsAsync(AgencyId agency, IReadOnlyCollection<OrganisationUnit> units, CancellationToken cancel) =>
        store.PutAllAsync(TableNames.Units, Once(units, u => u.Id).Select(u => WorkforceRows.Write(agency, u)), cancel);

    public Task PutEmployeesAsync(AgencyId agency, IReadOnlyCollection<Employee> employees, CancellationToken cancel) =>
        store.PutAllAsync(TableNames.Employees, Once(employees, e => e.Id).Select(e => WorkforceRows.Write(agency, e)), cancel);

    public Task PutIdentitiesAsync(
        AgencyId agency,
        IReadOnlyCollection<(Nip Nip, EmployeeId Employee)> pairs,
        CancellationToken cancel) =>
        store.PutAllAsync(
            TableNames.Identities,
            Once(pairs, p => p.Nip).Select(p => WorkforceRows.WriteIdentity(agency, p.Nip, p.Employee)),
            cancel);

    public async Task<OrganisationUnit?> FindUnitAsync(AgencyId agency, UnitId id, CancellationToken cancel) =>
        await store.FindAsync(TableNames.Units, agency.ToString(), id.ToString(), cancel) is { } row
            ? WorkforceRows.ReadUnit(row)
            : null;

    public async Task<Employee?> FindEmployeeAsync(AgencyId agency, EmployeeId id, CancellationToken cancel) =>
        await store.FindAsync(TableNames.Employees, agency.ToString(), TableKeys.Person(id), cancel) is { } row
            ? WorkforceRows.ReadEmployee(row)
            : null;

    public IAsyncEnumerable<OrganisationUnit> ListUnitsAsync(AgencyId agency, CancellationToken cancel) =>
        store.ListAsync(TableNames.Units, TableRange.Partition(agency.ToString()), null, cancel)
            .Select(WorkforceRows.ReadUnit);

    public IAsyncEnumerable<Employee> ListEmployeesAsync(AgencyId agency, HashRange range, CancellationToken cancel) =>
        store.ListAsync(TableNames.Employees, TableRange.People(agency.ToString(), range), null, cancel)
            .Select(WorkforceRows.ReadEmployee);

    public async Task<int> CountEmployeesAsync(AgencyId agency, CancellationToken cancel) =>
        await store.ListAsync(TableNames.Employees, TableRange.Partition(agency.ToString()), ["RowKey"], cancel)
            .CountAsync(cancel);

    /// <summary>A transaction takes a row once; where a list names one twice, the later entry is meant.</summary>
    private static IEnumerable<T> Once<T, TKey>(IEnumerable<T> items, Func<T, TKey> key) =>
        items.GroupBy(key).Select(same => same.Last());
}

internal static class WorkforceRows
{
    internal static TableEntity Write(AgencyId agency, OrganisationUnit unit)
    {
        var row = TableColumns.NewRow(agency.ToString(), unit.Id.ToString());
        row["Name"] = unit.Name;
        row.PutText("ParentId", unit.ParentId?.ToString());
        row["Zone"] = unit.Zone.Id;
        row.PutText("HeadId", unit.HeadId?.ToString());
        row["DirectService"] = unit.DirectService;
        return row;
    }

    internal static OrganisationUnit ReadUnit(TableEntity row) => new(
        UnitId.Parse(row.RowKey).Value,
        row.Text("Name"),
        row.GetString("ParentId") is { } parent ? UnitId.Parse(parent).Value : null,
        NodaTime.DateTimeZoneProviders.Tzdb[row.Text("Zone")],
        row.GetString("HeadId") is { } head ? EmployeeId.Parse(head).Value : null,
        row.GetBoolean("DirectService")!.Value);

    internal static TableEntity Write(AgencyId agency, Employee employee)
    {
        var row = TableColumns.NewRow(agency.ToString(), TableKeys.Person(employee.Id));
        row["EmployeeId"] = employee.Id.ToString();
        row["UnitId"] = employee.UnitId.ToString();
        row.PutEnum<EmploymentKind>("Kind", employee.Kind);
        row.PutText("RaterId", employee.RaterId?.ToString());
        row["Active"] = employee.Active;
        return row;
    }

    internal static Employee ReadEmployee(TableEntity row) => new(
        EmployeeId.Parse(row.Text("EmployeeId")).Value,
        UnitId.Parse(row.Text("UnitId")).Value,
        row.Enum<EmploymentKind>("Kind"),
        row.GetString("RaterId") is { } rater ? EmployeeId.Parse(rater).Value : null,
        row.GetBoolean("Active")!.Value);

    internal static TableEntity WriteIdentity(AgencyId agency, Nip nip, EmployeeId employee)
    {
        var row = TableColumns.NewRow(agency.ToString(), nip.Reveal());
        row["EmployeeId"] = employee.ToString();
        return row;
    }
}
