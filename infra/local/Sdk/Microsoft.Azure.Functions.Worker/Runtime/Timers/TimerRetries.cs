namespace Microsoft.Azure.Functions.Worker.Runtime.Timers;

/// <summary>Runs again after a failure as the function's retry attribute says, in this process only.</summary>
internal static class TimerRetries
{
    public static async Task RunAsync(
        RetryAttribute? retry, Func<RetryContext?, Task> run, TimeProvider clock, CancellationToken stop)
    {
        for (var count = 0; ; count++)
        {
            try
            {
                await run(retry is null ? null : new Attempt(count, retry.MaxRetryCount)).ConfigureAwait(false);
                return;
            }
            catch (Exception) when (MayRunAgain(retry, count) && !stop.IsCancellationRequested)
            {
                await Task.Delay(DelayAfter(retry!, count), clock, stop).ConfigureAwait(false);
            }
        }
    }

    // Minus one means without end.
    private static bool MayRunAgain(RetryAttribute? retry, int count) =>
        retry is not null && (retry.MaxRetryCount < 0 || count < retry.MaxRetryCount);

    private static TimeSpan DelayAfter(RetryAttribute retry, int count)
    {
        if (retry is FixedDelayRetryAttribute fixedDelay)
        {
            return RetryInterval.Parse(fixedDelay.DelayInterval, nameof(retry));
        }

        var growing = (ExponentialBackoffRetryAttribute)retry;
        var minimum = RetryInterval.Parse(growing.MinimumInterval, nameof(retry));
        var maximum = RetryInterval.Parse(growing.MaximumInterval, nameof(retry));
        return minimum * Math.Pow(2, Math.Min(count, 30)) is var delay && delay < maximum ? delay : maximum;
    }
}
