namespace Kinerja.Host.Tests.Runs;

/// <summary>Writes that a gate keeps from the store: those that are meant, once so many of them have passed.</summary>
internal sealed class HeldWrites(Func<string, bool> isMeant, int passing)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _seen;
    private int _waiting;

    /// <summary>Holds nothing.</summary>
    internal static HeldWrites None => new(_ => false, 0);

    /// <summary>Comes back when one is held; from then on nothing meant has passed but what came before it.</summary>
    internal Task FirstAsync() => _first.Task.WaitAsync(Patience);

    /// <summary>Comes back when nobody waits any more, since whoever wrote is dead.</summary>
    internal async Task AbandonedAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        while (Volatile.Read(ref _waiting) > 0)
        {
            await Task.Delay(5, patience.Token);
        }
    }

    internal void Release() => _released.TrySetResult();

    /// <summary>Comes back when the write may pass; throws when its writer is gone.</summary>
    internal async Task PassAsync(string write, CancellationToken gone)
    {
        if (!isMeant(write) || Interlocked.Increment(ref _seen) <= passing)
        {
            return;
        }

        Interlocked.Increment(ref _waiting);
        _first.TrySetResult();
        try
        {
            await _released.Task.WaitAsync(gone);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }
}
