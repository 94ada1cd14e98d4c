using Microsoft.Azure.Functions.Worker;

namespace Kinerja.SampleApp;

public sealed class HourlySample(Notes notes)
{
    [Function("Hourly")]
    public void Run([TimerTrigger("0 0 * * * *")] TimerInfo timer) =>
        notes.Add(
            $"{(timer.IsPastDue ? "late" : "run")} last {timer.ScheduleStatus?.Last:HH:mm} next {timer.ScheduleStatus?.Next:HH:mm}");
}

public sealed class SettingSample(Notes notes)
{
    [Function("Setting")]
    public void Run([TimerTrigger("%Schedule%")] TimerInfo timer) =>
        notes.Add($"run {timer.IsPastDue} {timer.ScheduleStatus?.Next:HH:mm}");
}

public sealed class OnStartupSample(Notes notes)
{
    [Function("OnStartup")]
    public void Run([TimerTrigger("0 0 * * * *", RunOnStartup = true)] TimerInfo timer) =>
        notes.Add($"run {timer.IsPastDue}");
}

public sealed class UnmonitoredSamples(Notes notes)
{
    [Function("Seconds")]
    public void Seconds([TimerTrigger("*/20 * * * * *")] TimerInfo timer) =>
        notes.Add($"seconds {timer.ScheduleStatus is null}");

    [Function("Off")]
    public void Off([TimerTrigger("0 0 * * * *", UseMonitor = false)] TimerInfo timer) =>
        notes.Add($"off {timer.ScheduleStatus is null}");
}

public sealed class SlowSample(Notes notes)
{
    [Function("Slow")]
    public async Task RunAsync([TimerTrigger("0 */5 * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        notes.Add($"begin {timer.IsPastDue} {notes.Enter()}");
        try
        {
            await notes.FinishAsync(cancellationToken);
        }
        finally
        {
            notes.Leave();
            notes.Add($"end {cancellationToken.IsCancellationRequested}");
        }
    }
}

public sealed class FailingSamples(Notes notes)
{
    [Function("Failing")]
    public void Run([TimerTrigger("0 0 * * * *")] TimerInfo timer)
    {
        notes.Add($"fail {timer.IsPastDue}");
        throw new InvalidOperationException("no luck");
    }

    [Function("Retried")]
    [FixedDelayRetry(2, "00:00:30")]
    public void Retried([TimerTrigger("0 0 12 * * *")] TimerInfo timer, FunctionContext context)
    {
        notes.Add(
            $"attempt {context.RetryContext.RetryCount} of {context.RetryContext.MaxRetryCount} {timer.IsPastDue}");
        throw new InvalidOperationException("no luck");
    }

    [Function("Growing")]
    [ExponentialBackoffRetry(-1, "00:00:10", "00:00:30")]
    public void Growing([TimerTrigger("0 30 12 * * *")] TimerInfo timer, FunctionContext context)
    {
        notes.Add($"growing {context.RetryContext.RetryCount} {timer.IsPastDue}");
        if (context.RetryContext.RetryCount < 3)
        {
            throw new InvalidOperationException("no luck");
        }
    }
}

public sealed class RetriedIdSample(Notes notes)
{
    [Function("RetriedId")]
    [FixedDelayRetry(1, "00:00:05")]
    public void Run([TimerTrigger("0 0 * * * *")] TimerInfo timer, FunctionContext context)
    {
        notes.Add($"{context.RetryContext.RetryCount} {context.InvocationId} {timer.IsPastDue}");
        throw new InvalidOperationException("no luck");
    }
}
