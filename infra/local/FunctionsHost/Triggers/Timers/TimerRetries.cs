using Kinerja.FunctionsHost.Rpc;
using Strategy = Kinerja.FunctionsHost.Rpc.RpcRetryOptions.Types.RetryStrategy;

namespace Kinerja.FunctionsHost.Triggers.Timers;

/// <summary>Runs again after a failure as the function's retry attribute says, in this process only.</summary>
internal static class TimerRetries
{
    private const int WithoutEnd = -1;

    public static async Task RunAsync(
        RpcRetryOptions? retry,
        Func<RetryContext?, Task> run,
        TimeProvider clock,
        CancellationToken stop)
    {
        var growing = new Backoff(Span(retry?.MinimumInterval), Span(retry?.MaximumInterval));
        var failure = "";
        for (var count = 0; ; count++)
        {
            try
            {
                await run(retry is null ? null : Attempt(retry, count, failure));
                return;
            }
            catch (Exception e) when (
                retry is not null
                && (retry.MaxRetryCount == WithoutEnd || count < retry.MaxRetryCount)
                && !stop.IsCancellationRequested)
            {
                failure = e.Message;
                var delay = retry.RetryStrategy == Strategy.FixedDelay ? Span(retry.DelayInterval) : growing.Next();
                await Task.Delay(delay, clock, stop);
            }
        }
    }

    private static RetryContext Attempt(RpcRetryOptions retry, int count, string failure) => new()
    {
        RetryCount = count,
        MaxRetryCount = retry.MaxRetryCount,
        Exception = count == 0 ? null : new RpcException { Message = failure },
    };

    private static TimeSpan Span(Google.Protobuf.WellKnownTypes.Duration? duration) =>
        duration?.ToTimeSpan() ?? TimeSpan.Zero;
}
