using Kinerja.Application.Workforce;
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

    internal Dictionary<(AgencyId, PostId), Post> Posts { get; } = [];

    internal Dictionary<(AgencyId, EmployeeId), Employee> Employees { get; } = [];

    public Task PutUnitsAsync(AgencyId agency, IReadOnlyCollection<OrganisationUnit> units, CancellationToken cancel) =>
        Each(units, u => Units[(agency, u.Id)] = u);

    public Task PutPostsAsync(AgencyId agency, IReadOnlyCollection<Post> posts, CancellationToken cancel) =>
        Each(posts, p => Posts[(agency, p.Id)] = p);

    public Task PutEmployeesAsync(AgencyId agency, IReadOnlyCollection<Employee> employees, CancellationToken cancel) =>
        Each(employees, e => Employees[(agency, e.Id)] = e);

    public Task<OrganisationUnit?> FindUnitAsync(AgencyId agency, UnitId id, CancellationToken cancel) =>
        Task.FromResult(Units.GetValueOrDefault((agency, id)));

    public Task<Post?> FindPostAsync(AgencyId agency, PostId id, CancellationToken cancel) =>
        Task.FromResult(Posts.GetValueOrDefault((agency, id)));

    public Task<Employee?> FindEmployeeAsync(AgencyId agency, EmployeeId id, CancellationToken cancel) =>
        Task.FromResult(Employees.GetValueOrDefault((agency, id)));

    internal int UnitReadings { get; private set; }

    public IAsyncEnumerable<OrganisationUnit> ListUnitsAsync(AgencyId agency, CancellationToken cancel)
    {
        UnitReadings++;
        return Units.Where(u => u.Key.Item1 == agency).Select(u => u.Value)
            .OrderBy(u => u.Id.ToString(), StringComparer.Ordinal).ToList().ToAsyncEnumerable();
    }

    public IAsyncEnumerable<Post> ListPostsAsync(AgencyId agency, CancellationToken cancel) =>
        Posts.Where(p => p.Key.Item1 == agency).Select(p => p.Value)
            .OrderBy(p => p.Id.ToString(), StringComparer.Ordinal).ToList().ToAsyncEnumerable();

    public IAsyncEnumerable<Employee> ListEmployeesAsync(AgencyId agency, HashRange range, CancellationToken cancel) =>
        Employees.Where(e => e.Key.Item1 == agency && range.Contains(e.Key.Item2)).Select(e => e.Value)
            .InKeyOrder(e => e.Id).ToAsyncEnumerable();

    public Task<int> CountEmployeesAsync(AgencyId agency, CancellationToken cancel) =>
        Task.FromResult(Employees.Keys.Count(k => k.Item1 == agency));

    public IAsyncEnumerable<Employee> ListRatedByAsync(AgencyId agency, EmployeeId rater, CancellationToken cancel) =>
        Employees.Where(e => e.Key.Item1 == agency && e.Value.RaterId == rater && e.Value.Active).Select(e => e.Value)
            .OrderBy(e => e.Id).ToList().ToAsyncEnumerable();

    public Task<int> CountActiveAsync(AgencyId agency, UnitId unit, CancellationToken cancel) =>
        Task.FromResult(Employees.Count(e => e.Key.Item1 == agency && e.Value.UnitId == unit && e.Value.Active));

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
