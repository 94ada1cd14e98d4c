using System.Collections.Concurrent;
using Kinerja.Application.Geofencing;
using Kinerja.Domain;
using Kinerja.Domain.Geofencing;
using NodaTime;

namespace Kinerja.Application.Tests.Fakes;

/// <summary>Several may write at once: an import stores a few fences at a time.</summary>
internal sealed class FakeGeofences : IGeofences
{
    private readonly ConcurrentDictionary<(AgencyId, GeofenceId, int), FenceVersion> _written = [];

    internal ConcurrentDictionary<(AgencyId, GeofenceId), Geofence> Current { get; } = [];

    internal ConcurrentDictionary<(AgencyId, GeofenceId, int), Geofence> Versions { get; } = [];

    /// <summary>Runs once before the next write: somebody who is faster.</summary>
    internal Action? FasterWriter { get; set; }

    /// <summary>How often all fences of an agency were read.</summary>
    internal int Listings { get; private set; }

    public Task<Geofence?> FindAsync(AgencyId agency, GeofenceId id, CancellationToken cancel) =>
        Task.FromResult(Current.GetValueOrDefault((agency, id)));

    public Task<Geofence?> FindVersionAsync(AgencyId agency, GeofenceId id, int version, CancellationToken cancel) =>
        Task.FromResult(Versions.GetValueOrDefault((agency, id, version)));

    public Task<StandingFence?> FindStandingAsync(AgencyId agency, GeofenceId id, CancellationToken cancel) =>
        Task.FromResult(Standing(agency, id));

    public IAsyncEnumerable<Geofence> ListAsync(AgencyId agency, CancellationToken cancel)
    {
        Listings++;
        return InForce(agency).ToAsyncEnumerable();
    }

    public IAsyncEnumerable<FenceSummary> ListSummariesAsync(AgencyId agency, CancellationToken cancel) =>
        InForce(agency).Select(f => Summary(agency, f)).ToAsyncEnumerable();

    public IAsyncEnumerable<FenceSummary> ListVersionsAsync(AgencyId agency, GeofenceId id, CancellationToken cancel) =>
        Versions.Where(v => v.Key.Item1 == agency && v.Key.Item2 == id).OrderBy(v => v.Key.Item3)
            .Select(v => Summary(agency, v.Value)).ToList().ToAsyncEnumerable();

    public Task<string> StampAsync(AgencyId agency, CancellationToken cancel) =>
        Task.FromResult(string.Join(' ', InForce(agency).Select(f => $"{f.Id}:{f.Version}")));

    public Task<bool> AddVersionAsync(
        AgencyId agency, FenceVersion version, StandingFence? standing, CancellationToken cancel)
    {
        LetFasterWriterGoFirst();
        var (fence, key) = (version.Fence, (agency, version.Fence.Id, version.Fence.Version));
        if (Standing(agency, fence.Id)?.Tag != standing?.Tag || !Versions.TryAdd(key, fence))
        {
            return Task.FromResult(false);
        }

        _written[key] = version;
        Current[(agency, fence.Id)] = fence;
        return Task.FromResult(true);
    }

    public Task<bool> WithdrawAsync(AgencyId agency, GeofenceId id, StandingFence standing, CancellationToken cancel)
    {
        LetFasterWriterGoFirst();
        return Task.FromResult(Standing(agency, id)?.Tag == standing.Tag && Current.TryRemove((agency, id), out _));
    }

    private List<Geofence> InForce(AgencyId agency) =>
        [.. Current.Where(f => f.Key.Item1 == agency).Select(f => f.Value).OrderBy(
            f => f.Id.ToString(), StringComparer.Ordinal)];

    /// <summary>What was put into the dictionaries by a test has no hash: no document equals it.</summary>
    private StandingFence? Standing(AgencyId agency, GeofenceId id)
    {
        var last = Versions.Keys.Where(k => k.Item1 == agency && k.Item2 == id).Select(k => k.Item3).DefaultIfEmpty()
            .Max();
        var current = Current.GetValueOrDefault((agency, id));
        var version = current?.Version ?? last;
        return version == 0
            ? null
            : new StandingFence(
                version,
                current is null,
                _written.GetValueOrDefault((agency, id, version))?.ContentSha256 ?? "",
                $"{version} {current is null}");
    }

    private FenceSummary Summary(AgencyId agency, Geofence fence)
    {
        var written = _written.GetValueOrDefault((agency, fence.Id, fence.Version));
        return new FenceSummary(
            fence.Id, fence.Version, fence.Name, fence.Kind, fence.ValidFrom, fence.ValidTo, fence.Area.NumPoints,
            written?.ContentSha256 ?? "", written?.WrittenAt ?? Instant.MinValue);
    }

    private void LetFasterWriterGoFirst()
    {
        var first = FasterWriter;
        FasterWriter = null;
        first?.Invoke();
    }
}
