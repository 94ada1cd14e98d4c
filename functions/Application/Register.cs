using System.Collections.Concurrent;
using Kinerja.Application.Contracts;
using Kinerja.Domain;
using Kinerja.Domain.Calendars;
using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Policies;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application;

/// <summary>
/// What a check-in needs to know about an agency, remembered per instance for <see cref="Lifetime"/>. Another instance's
/// change is seen after that at the latest; a change made here at once. Verdicts name the versions they were made with.
/// </summary>
public sealed class Register(IAgencies agencies, IWorkforce workforce, IGeofences geofences, IPolicies policies, TimeProvider clock)
{
    private const int MostRemembered = 200_000;

    private readonly ConcurrentDictionary<(Type, AgencyId, string), Entry> _entries = new();
    private int _writes;

    public static TimeSpan Lifetime { get; } = TimeSpan.FromSeconds(30);

    public Task<Agency?> FindAgencyAsync(AgencyId id, CancellationToken cancel) =>
        RememberAsync(id, "", () => agencies.FindAsync(id, cancel));

    public Task<OrganisationUnit?> FindUnitAsync(AgencyId agency, UnitId id, CancellationToken cancel) =>
        RememberAsync(agency, id.ToString(), () => workforce.FindUnitAsync(agency, id, cancel));

    public Task<Employee?> FindEmployeeAsync(AgencyId agency, EmployeeId id, CancellationToken cancel) =>
        RememberAsync(agency, id.ToString(), () => workforce.FindEmployeeAsync(agency, id, cancel));

    public Task<Post?> FindPostAsync(AgencyId agency, PostId id, CancellationToken cancel) =>
        RememberAsync(agency, id.ToString(), () => workforce.FindPostAsync(agency, id, cancel));

    public async Task<EmployeeId?> FindByNipAsync(AgencyId agency, Nip nip, CancellationToken cancel) =>
        (await RememberAsync(agency, nip.Reveal(), async () =>
            await workforce.FindByNipAsync(agency, nip, cancel) is { } id ? new Identity(id) : null))?.Id;

    public async Task<GeofenceMap> MapOfAsync(AgencyId agency, CancellationToken cancel) =>
        (await RememberAsync<GeofenceMap>(agency, "", async () =>
            new GeofenceMap(await geofences.ListAsync(agency, cancel).ToListAsync(cancel), Year2026.Calendar.IsHoliday)))!;

    /// <summary>An agency's documents of one kind, with the shipped ones.</summary>
    public async Task<PolicyBook<T>> PoliciesOfAsync<T>(AgencyId agency, PolicyKind<T> kind, CancellationToken cancel)
        where T : notnull =>
        (await RememberAsync<PolicyBook<T>>(agency, kind.Name, async () =>
            kind.Bind(await policies.ListAsync(agency, kind.Name, cancel).ToListAsync(cancel))))!;

    /// <summary>Forgets what this instance knows of an agency, after writing to it.</summary>
    public void Forget(AgencyId agency)
    {
        Interlocked.Increment(ref _writes);
        foreach (var key in _entries.Keys.Where(key => key.Item2 == agency))
        {
            _entries.TryRemove(key, out _);
        }
    }

    private async Task<T?> RememberAsync<T>(AgencyId agency, string name, Func<Task<T?>> read)
        where T : class
    {
        var key = (typeof(T), agency, name);
        var now = clock.GetTimestamp();
        if (_entries.TryGetValue(key, out var entry) && clock.GetElapsedTime(entry.ReadAt, now) < Lifetime)
        {
            return (T)entry.Value;
        }

        var writes = Volatile.Read(ref _writes);
        var value = await read();
        // What was read while somebody wrote may be from before the write: it is used once and not remembered.
        if (value is not null && writes == Volatile.Read(ref _writes))
        {
            if (_entries.Count >= MostRemembered)
            {
                _entries.Clear();
            }

            _entries[key] = new Entry(value, now);
        }

        return value;
    }

    private sealed record Identity(EmployeeId Id);

    private sealed record Entry(object Value, long ReadAt);
}
