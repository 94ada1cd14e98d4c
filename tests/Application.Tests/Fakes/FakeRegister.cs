using Kinerja.Application.Tables;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Tests.Fakes;

/// <summary>Lists come in key order, as a table gives them.</summary>
internal sealed class FakeAgencies : IAgencies
{
    internal SortedDictionary<string, Agency> Rows { get; } = new(StringComparer.Ordinal);

    public Task<Agency?> FindAsync(AgencyId id, CancellationToken cancel) =>
        Task.FromResult(Rows.GetValueOrDefault(id.ToString()));

    /// <summary>What somebody else does between a reading and its write; called once.</summary>
    internal Func<Task>? BeforePutting { get; set; }

    /// <summary>The tag is the row itself: whoever wrote another one since has changed it.</summary>
    public Task<Tagged<Agency>?> FindTaggedAsync(AgencyId id, CancellationToken cancel) =>
        Task.FromResult(Rows.GetValueOrDefault(id.ToString()) is { } row ? new Tagged<Agency>(row, $"{row}") : null);

    public async Task<bool> PutAsync(NextVersion<Agency> agency, CancellationToken cancel)
    {
        var meanwhile = BeforePutting;
        BeforePutting = null;
        await (meanwhile?.Invoke() ?? Task.CompletedTask);
        if ((await FindTaggedAsync(agency.Value.Id, cancel))?.Tag != agency.Tag)
        {
            return false;
        }

        Rows[agency.Value.Id.ToString()] = agency.Value;
        return true;
    }

    public IAsyncEnumerable<Agency> ListAsync(CancellationToken cancel) => Rows.Values.ToList().ToAsyncEnumerable();
}

internal sealed class FakeWorkforce : IWorkforce
{
    private int _written;

    internal Dictionary<(AgencyId, UnitId), Tagged<History<OrganisationUnit>>> Units { get; } = [];

    internal Dictionary<(AgencyId, PostId), Tagged<History<Post>>> Posts { get; } = [];

    internal Dictionary<(AgencyId, EmployeeId), Tagged<Employment>> Employees { get; } = [];

    /// <summary>As registered ever since.</summary>
    internal void Add(AgencyId agency, OrganisationUnit unit) =>
        Units[(agency, unit.Id)] = Written(History<OrganisationUnit>.Always(unit));

    internal void Add(AgencyId agency, Post post) =>
        Posts[(agency, post.Id)] = Written(History<Post>.Always(post));

    internal void Add(AgencyId agency, Employee person) => Add(agency, Employment.Always(person));

    internal void Add(AgencyId agency, Employment person) => Employees[(agency, person.Id)] = Written(person);

    public Task<bool> PutUnitsAsync(
        AgencyId agency, IReadOnlyCollection<NextVersion<History<OrganisationUnit>>> units,
        CancellationToken cancel) =>
        PutAsync(Units, units, u => (agency, u.Id()));

    public Task<bool> PutPostsAsync(
        AgencyId agency, IReadOnlyCollection<NextVersion<History<Post>>> posts, CancellationToken cancel) =>
        PutAsync(Posts, posts, p => (agency, p.Id()));

    public Task<bool> PutEmployeesAsync(
        AgencyId agency, IReadOnlyCollection<NextVersion<Employment>> people, LocalDate today,
        CancellationToken cancel) =>
        PutAsync(Employees, people, e => (agency, e.Id));

    public Task<Tagged<History<OrganisationUnit>>?> FindUnitAsync(
        AgencyId agency, UnitId id, CancellationToken cancel) =>
        Task.FromResult(Units.GetValueOrDefault((agency, id)));

    public Task<Tagged<History<Post>>?> FindPostAsync(AgencyId agency, PostId id, CancellationToken cancel) =>
        Task.FromResult(Posts.GetValueOrDefault((agency, id)));

    internal int PersonReadings { get; private set; }

    public Task<Tagged<Employment>?> FindEmployeeAsync(AgencyId agency, EmployeeId id, CancellationToken cancel)
    {
        PersonReadings++;
        return Task.FromResult(Employees.GetValueOrDefault((agency, id)));
    }

    internal int UnitReadings { get; private set; }

    public IAsyncEnumerable<History<OrganisationUnit>> ListUnitsAsync(AgencyId agency, CancellationToken cancel)
    {
        UnitReadings++;
        return Units.Where(u => u.Key.Item1 == agency).OrderBy(u => u.Key.Item2.ToString(), StringComparer.Ordinal)
            .Select(u => u.Value.Value).ToList().ToAsyncEnumerable();
    }

    public IAsyncEnumerable<History<Post>> ListPostsAsync(AgencyId agency, CancellationToken cancel) =>
        Posts.Where(p => p.Key.Item1 == agency).OrderBy(p => p.Key.Item2.ToString(), StringComparer.Ordinal)
            .Select(p => p.Value.Value).ToList().ToAsyncEnumerable();

    public IAsyncEnumerable<Employment> ListEmployeesAsync(
        AgencyId agency, HashRange range, CancellationToken cancel) =>
        Employees.Where(e => e.Key.Item1 == agency && range.Contains(e.Key.Item2)).Select(e => e.Value.Value)
            .InKeyOrder(e => e.Id).ToAsyncEnumerable();

    public Task<ListPage<History<OrganisationUnit>>> PageUnitsAsync(
        AgencyId agency, string? after, int most, CancellationToken cancel) =>
        Page(Units, agency, after, most, unit => unit.ToString());

    public Task<ListPage<History<Post>>> PagePostsAsync(
        AgencyId agency, string? after, int most, CancellationToken cancel) =>
        Page(Posts, agency, after, most, post => post.ToString());

    public Task<ListPage<Employment>> PageEmployeesAsync(
        AgencyId agency, string? after, int most, CancellationToken cancel) =>
        Page(Employees, agency, after, most, TableKeys.Person);

    public Task<int> CountEmployeesAsync(AgencyId agency, CancellationToken cancel) =>
        Task.FromResult(Employees.Keys.Count(k => k.Item1 == agency));

    public IAsyncEnumerable<Employee> ListRatedByAsync(
        AgencyId agency, EmployeeId rater, LocalDate today, CancellationToken cancel) =>
        On(agency, today).Where(e => e.RaterId == rater).OrderBy(e => e.Id).ToList().ToAsyncEnumerable();

    public IAsyncEnumerable<Employee> ListOfUnitAsync(
        AgencyId agency, UnitId unit, LocalDate today, CancellationToken cancel) =>
        On(agency, today).Where(e => e.UnitId == unit).OrderBy(e => e.Id).ToList().ToAsyncEnumerable();

    public Task<int> CountActiveAsync(AgencyId agency, UnitId unit, LocalDate today, CancellationToken cancel) =>
        Task.FromResult(On(agency, today).Count(e => e.UnitId == unit));

    private IEnumerable<Employee> On(AgencyId agency, LocalDate today) =>
        Employees.Where(e => e.Key.Item1 == agency).Select(e => e.Value.Value.On(today)).Where(e => e.Active);

    private Task<bool> PutAsync<TKey, T>(
        Dictionary<TKey, Tagged<T>> rows, IReadOnlyCollection<NextVersion<T>> next, Func<T, TKey> key)
        where TKey : notnull
    {
        if (next.Any(n => rows.GetValueOrDefault(key(n.Value))?.Tag != n.Tag))
        {
            return Task.FromResult(false);
        }

        foreach (var each in next)
        {
            rows[key(each.Value)] = Written(each.Value);
        }

        return Task.FromResult(true);
    }

    private static Task<ListPage<T>> Page<TId, T>(
        Dictionary<(AgencyId, TId), Tagged<T>> rows, AgencyId agency, string? after, int most, Func<TId, string> key) =>
        Task.FromResult(rows.Where(r => r.Key.Item1 == agency).After(after, most, r => key(r.Key.Item2)) is var page
            ? new ListPage<T>([.. page.Items.Select(r => r.Value.Value)], page.Next)
            : null!);

    private Tagged<T> Written<T>(T value) => new(value, $"tag-{++_written}");

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
