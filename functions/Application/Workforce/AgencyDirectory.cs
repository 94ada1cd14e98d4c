using Kinerja.Application.Geofencing;
using Kinerja.Application.Policies;
using Kinerja.Domain;
using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Policies;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Workforce;

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

    public Task<OrganisationUnit?> FindUnitAsync(AgencyId agency, UnitId id, CancellationToken cancel) =>
        _memory.GetAsync(agency, id.ToString(), stop => workforce.FindUnitAsync(agency, id, stop), cancel);

    public Task<Employee?> FindEmployeeAsync(AgencyId agency, EmployeeId id, CancellationToken cancel) =>
        _memory.GetAsync(agency, id.ToString(), stop => workforce.FindEmployeeAsync(agency, id, stop), cancel);

    /// <summary>
    /// A registered person's unit; units come before their people and are never deleted, so one that is missing is a
    /// fault of ours.
    /// </summary>
    public async Task<OrganisationUnit> UnitOfAsync(AgencyId agency, Employee employee, CancellationToken cancel) =>
        await FindUnitAsync(agency, employee.UnitId, cancel)
        ?? throw new InvalidOperationException($"Employee {employee.Id} is in the missing unit {employee.UnitId}.");

    public Task<Post?> FindPostAsync(AgencyId agency, PostId id, CancellationToken cancel) =>
        _memory.GetAsync(agency, id.ToString(), stop => workforce.FindPostAsync(agency, id, stop), cancel);

    /// <summary>Active people of a unit.</summary>
    public async Task<int> CountPeopleAsync(AgencyId agency, UnitId unit, CancellationToken cancel) =>
        (await _memory.GetAsync<Headcount>(
            agency,
            unit.ToString(),
            async stop => new Headcount(await workforce.CountActiveAsync(agency, unit, stop)),
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

    /// <summary>An agency's documents of one kind, with the shipped ones.</summary>
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

    /// <summary>
    /// Reads the store, not the cache: a cached value built from cached values could be twice as old.
    /// </summary>
    private async Task<PolicyTimeline<T>> ReadTimelineAsync<T>(
        AgencyId agency, PolicyKind<T> kind, CancellationToken cancel)
        where T : notnull =>
        kind.Bind(await policies.ListAsync(agency, kind.Name, cancel).ToListAsync(cancel), shipped);

    private sealed record Headcount(int People);
}
