using Kinerja.Application.Geofencing;
using Kinerja.Application.Policies;
using Kinerja.Domain;
using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Policies;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Workforce;

/// <summary>
/// What a check-in needs to know about an agency, remembered per instance for <see cref="Lifetime"/>. Another
/// instance's change is seen after that at the latest; a change made here at once. Verdicts name the versions they were
/// made with.
/// </summary>
public sealed class AgencyDirectory(
    IAgencies agencies,
    IWorkforce workforce,
    IGeofences geofences,
    IPolicies policies,
    ShippedPolicies shipped,
    TimeProvider clock)
{
    private readonly ReadThroughCache _memory = new(Lifetime, clock);
    private readonly PreparedMaps _maps = new(geofences);

    public static TimeSpan Lifetime { get; } = TimeSpan.FromSeconds(30);

    public Task<Agency?> FindAgencyAsync(AgencyId id, CancellationToken cancel) =>
        _memory.GetAsync(id, "", stop => agencies.FindAsync(id, stop), cancel);

    /// <summary>The date in the agency's zone; null when it is not registered.</summary>
    public async Task<LocalDate?> TodayAsync(AgencyId agency, CancellationToken cancel) =>
        await FindAgencyAsync(agency, cancel) is { } known ? clock.Now().InZone(known.Zone).Date : null;

    /// <summary>The unit as it is today.</summary>
    public async Task<OrganisationUnit?> FindUnitAsync(AgencyId agency, UnitId id, CancellationToken cancel) =>
        await TodayAsync(agency, cancel) is { } today ? await FindUnitAsync(agency, id, today, cancel) : null;

    /// <summary>The unit as it is on that day.</summary>
    public async Task<OrganisationUnit?> FindUnitAsync(
        AgencyId agency, UnitId id, LocalDate date, CancellationToken cancel) =>
        (await FindUnitHistoryAsync(agency, id, cancel))?.On(date);

    public Task<History<OrganisationUnit>?> FindUnitHistoryAsync(
        AgencyId agency, UnitId id, CancellationToken cancel) =>
        _memory.GetAsync(
            agency,
            id.ToString(),
            async stop => (await workforce.FindUnitAsync(agency, id, stop))?.Value,
            cancel);

    /// <summary>The person as of today, in service or not; null when nobody has that id.</summary>
    public async Task<Employee?> FindEmployeeAsync(AgencyId agency, EmployeeId id, CancellationToken cancel) =>
        await TodayAsync(agency, cancel) is { } today ? await FindEmployeeAsync(agency, id, today, cancel) : null;

    /// <summary>The person as of that day.</summary>
    public async Task<Employee?> FindEmployeeAsync(
        AgencyId agency, EmployeeId id, LocalDate date, CancellationToken cancel) =>
        (await FindEmploymentAsync(agency, id, cancel))?.On(date);

    /// <summary>The agency, where it has a day of the month.</summary>
    public async Task<Result<Agency>> OfMonthAsync(AgencyId agency, YearMonth month, CancellationToken cancel) =>
        await FindAgencyAsync(agency, cancel) is not { } known ? NotFound.Agency(agency)
            : known.WhyNot(month) is { } before ? before : known;

    public Task<Employment?> FindEmploymentAsync(AgencyId agency, EmployeeId id, CancellationToken cancel) =>
        _memory.GetAsync(
            agency,
            id.ToString(),
            async stop => (await workforce.FindEmployeeAsync(agency, id, stop))?.Value,
            cancel);

    /// <summary>The person through time with the zones of the units held; null when nobody has that id.</summary>
    public async Task<PersonTimeline?> FindTimelineAsync(AgencyId agency, EmployeeId id, CancellationToken cancel) =>
        await FindEmploymentAsync(agency, id, cancel) is { } employment
            ? await TimelineOfAsync(agency, employment, cancel)
            : null;

    public async Task<PersonTimeline> TimelineOfAsync(
        AgencyId agency, Employment employment, CancellationToken cancel)
    {
        var units = new Dictionary<UnitId, History<OrganisationUnit>>();
        foreach (var held in employment.Assignments.Entries.Select(e => e.Value).DistinctBy(e => e.UnitId))
        {
            units[held.UnitId] = await FindUnitHistoryAsync(agency, held.UnitId, cancel)
                ?? throw Missing(held);
        }

        var known = await FindAgencyAsync(agency, cancel);
        return new PersonTimeline(employment, units, known?.BeganOn ?? History<Employee>.Beginning);
    }

    /// <summary>
    /// The unit of a person as of today; units come before their people and are never deleted, so one that is missing
    /// is a fault of ours.
    /// </summary>
    public async Task<OrganisationUnit> UnitOfAsync(AgencyId agency, Employee employee, CancellationToken cancel) =>
        await FindUnitAsync(agency, employee.UnitId, cancel) ?? throw Missing(employee);

    public async Task<OrganisationUnit> UnitOfAsync(
        AgencyId agency, Employee employee, LocalDate date, CancellationToken cancel) =>
        await FindUnitAsync(agency, employee.UnitId, date, cancel) ?? throw Missing(employee);

    /// <summary>The post as it is today.</summary>
    public async Task<Post?> FindPostAsync(AgencyId agency, PostId id, CancellationToken cancel) =>
        await TodayAsync(agency, cancel) is { } today ? await FindPostAsync(agency, id, today, cancel) : null;

    /// <summary>The post as it is on that day.</summary>
    public async Task<Post?> FindPostAsync(AgencyId agency, PostId id, LocalDate date, CancellationToken cancel) =>
        (await _memory.GetAsync(
            agency,
            id.ToString(),
            async stop => (await workforce.FindPostAsync(agency, id, stop))?.Value,
            cancel))?.On(date);

    /// <summary>People of a unit in service today.</summary>
    public async Task<int> CountPeopleAsync(AgencyId agency, UnitId unit, CancellationToken cancel) =>
        (await _memory.GetAsync<Headcount>(
            agency,
            unit.ToString(),
            async stop => await TodayAsync(agency, stop) is { } today
                ? new Headcount(await workforce.CountActiveAsync(agency, unit, today, stop))
                : new Headcount(0),
            cancel))!.People;

    public async Task<GeofenceMap> MapOfAsync(AgencyId agency, CancellationToken cancel) =>
        (await _memory.GetAsync<GeofenceMap>(
            agency,
            "",
            async stop => await _maps.ReadAsync(
                agency, await ReadTimelineAsync(agency, PolicyKinds.Calendar, stop), stop),
            cancel))!;

    /// <summary>Calendars and working time of an agency, by date.</summary>
    public async Task<MonthRules> RulesOfAsync(AgencyId agency, CancellationToken cancel) => new(
        await PoliciesOfAsync(agency, PolicyKinds.Calendar, cancel),
        await PoliciesOfAsync(agency, PolicyKinds.WorkingTime, cancel));

    /// <summary>An agency's documents of one kind, with the nation's and the shipped ones.</summary>
    public async Task<PolicyTimeline<T>> PoliciesOfAsync<T>(
        AgencyId agency, PolicyKind<T> kind, CancellationToken cancel)
        where T : notnull =>
        (await _memory.GetAsync<PolicyTimeline<T>>(
            agency,
            kind.Name,
            async stop => await ReadTimelineAsync(agency, kind, stop),
            cancel))!;

    /// <summary>Forgets what this instance knows of an agency, after writing to it.</summary>
    public void Invalidate(AgencyId agency) => _memory.Invalidate(agency);

    /// <summary>The same of every agency, after writing what holds for all.</summary>
    public void InvalidateAll() => _memory.InvalidateAll();

    /// <summary>
    /// Reads the store, not the cache: a cached value built from cached values could be twice as old.
    /// </summary>
    private Task<PolicyTimeline<T>> ReadTimelineAsync<T>(
        AgencyId agency, PolicyKind<T> kind, CancellationToken cancel)
        where T : notnull =>
        policies.TimelineAsync(agency, kind, shipped, cancel);

    private static InvalidOperationException Missing(Employee person) =>
        new($"Employee {person.Id} is in the missing unit {person.UnitId}.");

    private sealed record Headcount(int People);
}
