using System.Collections.Concurrent;
using Kinerja.Application.Presence.CheckIns;
using Kinerja.Domain;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Application.Tests.Presence.CheckIns;

/// <summary>A store that keeps every agency's writers waiting until it lets them through, and counts them.</summary>
internal sealed class SlowCheckIns : ICheckIns
{
    private readonly ConcurrentDictionary<AgencyId, TaskCompletionSource> _gates = new();
    private readonly TaskCompletionSource _eight = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _oneAtATime = new();
    private int _inside;

    internal int MostAtOnce { get; private set; }

    internal Task EightAreInAsync() => _eight.Task.WaitAsync(TimeSpan.FromSeconds(30));

    internal void LetThrough(AgencyId agency) => Gate(agency).TrySetResult();

    public async Task<CheckIn?> AddOrFindAsync(CheckIn checkIn, CancellationToken cancel)
    {
        var crowded = checkIn.Claim.AgencyId == Some.AgencyId;
        Count(crowded ? 1 : 0);
        await Gate(checkIn.Claim.AgencyId).Task;
        await Task.Yield();
        Count(crowded ? -1 : 0);
        return null;
    }

    public Task<CheckIn?> FindAsync(AgencyId agency, EmployeeId employee, ClientId id, CancellationToken cancel) =>
        Task.FromResult<CheckIn?>(null);

    public IAsyncEnumerable<CheckIn> ListAsync(
        AgencyId agency, DateInterval days, HashRange range, CancellationToken cancel) =>
        AsyncEnumerable.Empty<CheckIn>();

    public Task<IReadOnlyList<CheckIn>> ListAsync(
        AgencyId agency, DateInterval days, EmployeeId employee, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<CheckIn>>([]);

    private TaskCompletionSource Gate(AgencyId agency) =>
        _gates.GetOrAdd(agency, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    private void Count(int change)
    {
        lock (_oneAtATime)
        {
            _inside += change;
            MostAtOnce = Math.Max(MostAtOnce, _inside);
            if (_inside == 8)
            {
                _eight.TrySetResult();
            }
        }
    }
}
