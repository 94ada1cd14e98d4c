using Kinerja.Domain;
using Kinerja.Domain.Geofencing;

namespace Kinerja.Application.Tests.Fakes;

internal sealed class FakeGeofences : IGeofences
{
    internal Dictionary<(AgencyId, GeofenceId), Geofence> Current { get; } = [];

    internal Dictionary<(AgencyId, GeofenceId, int), Geofence> Versions { get; } = [];

    /// <summary>Runs once before the next write: somebody who is faster.</summary>
    internal Action? FasterWriter { get; set; }

    public Task<Geofence?> FindAsync(AgencyId agency, GeofenceId id, CancellationToken cancel) =>
        Task.FromResult(Current.GetValueOrDefault((agency, id)));

    public IAsyncEnumerable<Geofence> ListAsync(AgencyId agency, CancellationToken cancel) =>
        Current.Where(f => f.Key.Item1 == agency).Select(f => f.Value)
            .OrderBy(f => f.Id.ToString(), StringComparer.Ordinal).ToList().ToAsyncEnumerable();

    public Task<int> NextVersionAsync(AgencyId agency, GeofenceId id, CancellationToken cancel) =>
        Task.FromResult(1 + Versions.Keys.Count(k => k.Item1 == agency && k.Item2 == id));

    public Task<bool> AddVersionAsync(AgencyId agency, Geofence fence, CancellationToken cancel)
    {
        LetFasterWriterGoFirst();
        if (!Versions.TryAdd((agency, fence.Id, fence.Version), fence))
        {
            return Task.FromResult(false);
        }

        Current[(agency, fence.Id)] = fence;
        return Task.FromResult(true);
    }

    public Task<bool> WithdrawAsync(AgencyId agency, Geofence fence, CancellationToken cancel)
    {
        LetFasterWriterGoFirst();
        var isCurrent = Current.TryGetValue((agency, fence.Id), out var current) && current.Version == fence.Version;
        return Task.FromResult(isCurrent && Current.Remove((agency, fence.Id)));
    }

    private void LetFasterWriterGoFirst()
    {
        var first = FasterWriter;
        FasterWriter = null;
        first?.Invoke();
    }
}
