using Azure.Storage.Queues.Models;
using Kinerja.Application.Events;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Queues;
using Kinerja.Host.Telemetry;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Kinerja.Host.Presence.Attendance;

/// <summary>
/// The day's clockwork: a timer that finds what has ended or changed, and the queue that folds it bucket by bucket.
/// </summary>
public sealed class DayFunctions(PlanDayCloses plan, CloseBucket close, TimeProvider clock, ILogger<DayFunctions> log)
{
    /// <summary>
    /// Every quarter of an hour in UTC; whether a day has ended is decided in the zones of each agency's units.
    /// </summary>
    [Function("DayTimer")]
    [FixedDelayRetry(3, "00:00:30")]
    public async Task PlanAsync([TimerTrigger("0 */15 * * * *")] TimerInfo timer, CancellationToken cancel)
    {
        var queued = await plan.PlanDueAsync(cancel);
        log.LogInformation("{Buckets} buckets queued, past due: {PastDue}", queued, timer.IsPastDue);
    }

    [Function("CloseBucket")]
    public async Task CloseAsync(
        [QueueTrigger(EntityNames.DaysQueue, Connection = SettingNames.Queues)] QueueMessage message,
        CancellationToken cancel)
    {
        var received = WorkMessages.ReadCloseStep(message.Body);
        using var activity = TakenMessage.Begin(EntityNames.DaysQueue, message, received.Traceparent, clock);
        await close.ExecuteAsync(received.Step, cancel);
    }
}
