using Microsoft.Extensions.Time.Testing;

namespace Kinerja.Local.Tests.FunctionsHost;

/// <summary>A clock that moves only when told, and knows whether somebody waits for it.</summary>
internal sealed class WatchedClock(DateTimeOffset now) : FakeTimeProvider(now)
{
    private int _waiting;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Interlocked.Increment(ref _waiting);
        return new Waiter(this, w => base.CreateTimer(
            s =>
            {
                w.Leave();
                callback(s);
            },
            state,
            dueTime,
            period));
    }

    public void AdvanceTo(DateTimeOffset time) => Advance(time - GetUtcNow());

    /// <summary>Waits until somebody waits for this clock.</summary>
    public async Task WaitForTimerAsync()
    {
        var deadline = DateTime.UtcNow.AddSeconds(60);
        while (Volatile.Read(ref _waiting) == 0)
        {
            Assert.True(DateTime.UtcNow < deadline, "Nobody waits for the clock.");
            await Task.Delay(5);
        }
    }

    private sealed class Waiter : ITimer
    {
        private readonly WatchedClock _clock;
        private readonly ITimer _timer;
        private int _left;

        public Waiter(WatchedClock clock, Func<Waiter, ITimer> start)
        {
            _clock = clock;
            _timer = start(this);
        }

        public void Leave()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
            {
                Interlocked.Decrement(ref _clock._waiting);
            }
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => _timer.Change(dueTime, period);

        public void Dispose()
        {
            Leave();
            _timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Leave();
            return _timer.DisposeAsync();
        }
    }
}
