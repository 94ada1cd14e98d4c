using Kinerja.Domain;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Tests.Fakes;

/// <summary>Lists come in key order, as a table gives them.</summary>
internal sealed class FakeAgencies : IAgencies
{
    internal SortedDictionary<string, Agency> Rows { get; } = new(StringComparer.Ordinal);

    public Task<Agency?> FindAsync(AgencyId id, CancellationToken cancel) =>
        Task.FromResult(Rows.GetValueOrDefault(id.ToString()));

    public Task PutAsync(Agency agency, CancellationToken cancel)
    {
        Rows[agency.Id.ToString()] = agency;
        return Task.CompletedTask;
    }

    public IAsyncEnumerable<Agency> ListAsync(CancellationToken cancel) => Rows.Values.ToList().ToAsyncEnumerable();
}

internal sealed class FakeWorkforce : IWorkforce
{
    internal Dictionary<(AgencyId, UnitId), OrganisationUnit> Units { get; } = [];

    internal Dictionary<(AgencyId, EmployeeId), Employee> Employees { get; } = [];

    internal Dictionary<(AgencyId, Nip), EmployeeId> Identities { get; } = [];

    public Task PutUnitsAsync(AgencyId agency, IReadOnlyCollection<OrganisationUnit> units, CancellationToken cancel) =>
        Each(units, u => Units[(agency, u.Id)] = u);

    public Task PutEmployeesAsync(AgencyId agency, IReadOnlyCollection<Employee> employees, CancellationToken cancel) =>
        Each(employees, e => Employees[(agency, e.Id)] = e);

    public Task PutIdentitiesAsync(
        AgencyId agency,
        IReadOnlyCollection<(Nip Nip, EmployeeId Employee)> pairs,
        CancellationToken cancel) =>
        Each(pairs, p => Identities[(agency, p.Nip)] = p.Employee);

    public Task<OrganisationUnit?> FindUnitAsync(AgencyId agency, UnitId id, CancellationToken cancel) =>
        Task.FromResult(Units.GetValueOrDefault((agency, id)));

    public Task<Employee?> FindEmployeeAsync(AgencyId agency, EmployeeId id, CancellationToken cancel) =>
        Task.FromResult(Employees.GetValueOrDefault((agency, id)));

    public IAsyncEnumerable<OrganisationUnit> ListUnitsAsync(AgencyId agency, CancellationToken cancel) =>
        Units.Where(u => u.Key.Item1 == agency).Select(u => u.Value)
            .OrderBy(u => u.Id.ToString(), StringComparer.Ordinal).ToList().ToAsyncEnumerable();

    public IAsyncEnumerable<Employee> ListEmployeesAsync(AgencyId agency, HashRange range, CancellationToken cancel) =>
        Employees.Where(e => e.Key.Item1 == agency && range.Contains(e.Key.Item2)).Select(e => e.Value)
            .InKeyOrder(e => e.Id).ToAsyncEnumerable();

    public Task<int> CountEmployeesAsync(AgencyId agency, CancellationToken cancel) =>
        Task.FromResult(Employees.Keys.Count(k => k.Item1 == agency));

    private static Task Each<T>(IEnumerable<T> items, Action<T> put)
    {
        foreach (var item in items)
        {
            put(item);
        }

        return Task.CompletedTask;
    }
}

internal static class KeyOrder
{
    /// <summary>By hash, then by id: how rows about people stand in a table.</summary>
    internal static List<T> InKeyOrder<T>(this IEnumerable<T> items, Func<T, EmployeeId> person) =>
        [.. items.OrderBy(i => HashRange.PlaceOf(person(i))).ThenBy(person)];
}
