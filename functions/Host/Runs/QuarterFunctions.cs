using Azure.Storage.Queues.Models;
using Kinerja.Application.Events;
using Kinerja.Application.Objections;
using Kinerja.Application.Queues;
using Kinerja.Application.Runs;
using Kinerja.Host.Telemetry;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Kinerja.Host.Runs;

/// <summary>
/// The quarter's and the year's clockwork: a timer that plans, wakes and closes runs, and the queue that carries them
/// step by step.
/// </summary>
public sealed class QuarterFunctions(
    PlanRuns plan, ApplyObjections apply, LateRatings late, FinaliseRuns finalise, AdvanceRun advance,
    TimeProvider clock, ILogger<QuarterFunctions> log)
{
    /// <summary>
    /// Every hour in UTC; whether a quarter or a year is due, or final, is decided in each agency's zone.
    /// </summary>
    [Function("QuarterTimer")]
    [FixedDelayRetry(3, "00:00:30")]
    public async Task PlanAsync([TimerTrigger("0 5 * * * *")] TimerInfo timer, CancellationToken cancel)
    {
        var touched = await plan.PlanDueAsync(cancel);
        var revised = await apply.ApplyDueAsync(cancel) + await late.ApplyDueAsync(cancel);
        var final = await finalise.FinaliseDueAsync(cancel);
        log.LogInformation(
            "{Runs} runs planned or woken, {Revised} revised, {Final} made final, past due: {PastDue}",
            touched,
            revised,
            final,
            timer.IsPastDue);
    }

    [Function("RunStep")]
    public async Task AdvanceAsync(
        [QueueTrigger(EntityNames.RunsQueue, Connection = SettingNames.Queues)] QueueMessage message,
        CancellationToken cancel)
    {
        var received = WorkMessages.ReadRunStep(message.Body);
        using var activity = TakenMessage.Begin(EntityNames.RunsQueue, message, received.Traceparent, clock);
        await advance.ExecuteAsync(received.Step, cancel);
    }
}
