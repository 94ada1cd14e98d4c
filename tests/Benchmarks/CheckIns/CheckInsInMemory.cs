using System.Collections.Concurrent;
using Kinerja.Application.Presence.CheckIns;
using Kinerja.Domain;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Benchmarks.CheckIns;

/// <summary>
/// A store that costs next to nothing, so that what is left is the app's own work. It forgets between stretches.
/// </summary>
internal sealed class CheckInsInMemory : ICheckIns
{
    private readonly ConcurrentDictionary<(AgencyId, EmployeeId, ClientId), CheckIn> _stored = new();

    public void Forget() => _stored.Clear();

    public Task<CheckIn?> AddOrFindAsync(CheckIn checkIn, CancellationToken cancel)
    {
        var key = (checkIn.Claim.AgencyId, checkIn.Claim.EmployeeId, checkIn.Claim.Id);
        return Task.FromResult(_stored.TryAdd(key, checkIn) ? null : _stored[key]);
    }

    public Task<CheckIn?> FindAsync(AgencyId agency, EmployeeId employee, ClientId id, CancellationToken cancel) =>
        Task.FromResult(_stored.GetValueOrDefault((agency, employee, id)));

    public IAsyncEnumerable<CheckIn> ListAsync(
        AgencyId agency, DateInterval days, HashRange range, CancellationToken cancel) =>
        _stored.Values.ToAsyncEnumerable();

    public Task<IReadOnlyList<CheckIn>> ListAsync(
        AgencyId agency, DateInterval days, EmployeeId employee, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<CheckIn>>([.. _stored.Values.Where(c => c.Claim.EmployeeId == employee)]);
}
