using Kinerja.Local.Cloud;

namespace Kinerja.Local.Story;

/// <summary>
/// Days that pass on the story's clock: it goes on day by day, and on each day the timers run that would have run
/// meanwhile. They plan what is due and may be started at any time and twice.
/// </summary>
/// <param name="start">Starts a function by its name; comes back once it is taken.</param>
/// <param name="clock">The story's.</param>
internal sealed class PassingDays(Func<string, CancellationToken, Task> start, ReplayClock clock) : IDisposable
{
    /// <summary>A year and a day: every period that a day may be in has ended then.</summary>
    internal const int Most = 366;

    /// <summary>Days are closed before anybody is reminded of them, and before a quarter is evaluated.</summary>
    internal static readonly IReadOnlyList<string> Timers =
    [
        "DayTimer", "SignalSweep", "TimeGapReminder", "RaterReminder", "DailyEntryReminder", "QuarterTimer",
        "DeadlineTimer",
    ];

    /// <summary>So long a day lasts here: what its timers put into queues is begun before the next one's.</summary>
    private static readonly TimeSpan OneDay = TimeSpan.FromMilliseconds(200);

    private readonly SemaphoreSlim _one = new(1);

    public void Dispose() => _one.Dispose();

    /// <summary>One after the other, whoever asks.</summary>
    internal async Task PassAsync(int days, CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            for (var day = 0; day < days; day++)
            {
                clock.MoveTo(clock.GetUtcNow().AddDays(1));
                foreach (var timer in Timers)
                {
                    await start(timer, cancel);
                }

                await Task.Delay(OneDay, cancel);
            }
        }
        finally
        {
            _one.Release();
        }
    }
}
