using Kinerja.Application.Geofencing;
using Kinerja.Domain;

namespace Kinerja.Application.Tests.Geofencing;

/// <summary>Work that stays in its place until it is released, and says how many have begun.</summary>
internal sealed class HeldWork : IDisposable
{
    private readonly ManualResetEventSlim _gate = new();
    private readonly SemaphoreSlim _begun = new(0);
    private int _count;

    internal int Begun => Volatile.Read(ref _count);

    public void Dispose()
    {
        _gate.Dispose();
        _begun.Dispose();
    }

    internal Task<Result<int>> InAsync(ExpensiveWorkLane lane, AgencyId? agency = null) => lane.RunAsync<int>(
        agency ?? Some.AgencyId,
        stop =>
        {
            Interlocked.Increment(ref _count);
            _begun.Release();
            _gate.Wait(stop);
            return 1;
        },
        default);

    internal async Task BegunAsync(int times)
    {
        for (var i = 0; i < times; i++)
        {
            await _begun.WaitAsync();
        }
    }

    internal void Release() => _gate.Set();
}
