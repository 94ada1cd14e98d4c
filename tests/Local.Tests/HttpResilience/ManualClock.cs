namespace Kinerja.Local.Tests.HttpResilience;

/// <summary>
/// A clock that runs to the next timer at once, so that no test waits. While the server is at work only delays
/// pass; the timeouts pass too once it hangs.
/// </summary>
internal sealed class ManualClock(Func<bool> hangs) : TimeProvider
{
    private static readonly TimeSpan[] Timeouts = [TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30)];

    private readonly Lock _lock = new();
    private readonly List<ManualTimer> _timers = [];
    private DateTimeOffset _now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Delays that were waited for, in their order; each moved the clock.</summary>
    public List<TimeSpan> Waits { get; } = [];

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    public void Advance(TimeSpan time)
    {
        lock (_lock)
        {
            _now += time;
        }
    }

    /// <summary>Runs the clock until the task is done.</summary>
    public async Task<T> RunAsync<T>(Task<T> task)
    {
        var deadline = Environment.TickCount64 + 30_000;
        while (!task.IsCompleted)
        {
            Assert.True(Environment.TickCount64 < deadline, "The task neither ended nor set a timer.");
            await Task.Yield();
            RunToNextTimer();
        }

        return await task;
    }

    private void RunToNextTimer()
    {
        ManualTimer? next;
        lock (_lock)
        {
            next = _timers.OrderBy(timer => timer.Due)
                .FirstOrDefault(timer => hangs() || !Timeouts.Contains(timer.Wait));
            if (next is null)
            {
                return;
            }

            Waits.Add(next.Due - _now);
            _now = next.Due;
            _timers.Remove(next);
        }

        next.Ring();
    }

    private sealed class ManualTimer(ManualClock clock, Action ring) : ITimer
    {
        public DateTimeOffset Due { get; private set; }

        public TimeSpan Wait { get; private set; }

        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._lock)
            {
                clock._timers.Remove(this);
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    Wait = dueTime;
                    Due = clock._now + dueTime;
                    clock._timers.Add(this);
                }
            }

            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
