using Azure.Storage.Queues.Models;
using Kinerja.Application;
using Kinerja.Application.Events;
using Kinerja.Application.Intake.Pulls;
using Kinerja.Application.Queues;
using Kinerja.Domain;
using Kinerja.Host.Http;
using Kinerja.Host.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Kinerja.Host.Intake.Pulls;

/// <summary>Where an agency's own system gives its register: a timer and a queue that read it.</summary>
public sealed class RegisterPullFunctions(
    KeepRegisterSource keep, PlanPulls plan, PullRegister pull, ApplyPull apply, TimeProvider clock,
    ILogger<RegisterPullFunctions> log)
{
    [Function("PutRegisterSource")]
    [Scope(Scopes.RegisterPull)]
    public Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/v1/agencies/{agency}/register-source")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();

        return AnswerAsync(
            request,
            route.BodyAsync(JsonFormat.Default.RegisterSourceRequest, body => body.Read(), cancel)
                .ThenAsync(asked => keep.PutAsync(route.Actor, asked, cancel)));
    }

    [Function("GetRegisterSource")]
    [Scope(Scopes.RegisterPull)]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/register-source")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();

        return AnswerAsync(request, route.ThenAsync(() => keep.FindAsync(route.Agency, cancel)));
    }

    [Function("DeleteRegisterSource")]
    [Scope(Scopes.RegisterPull)]
    public Task<IResult> DeleteAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/v1/agencies/{agency}/register-source")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();

        return route.ThenAsync(() => keep.RemoveAsync(route.Agency, cancel)).AnswerNothingAsync();
    }

    [Function("PostRegisterPull")]
    [Scope(Scopes.RegisterPull)]
    public Task<IResult> PullAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/agencies/{agency}/register-source/pulls")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();

        return AnswerAsync(
            request, route.ThenAsync(() => keep.PullAsync(route.Actor, cancel)), StatusCodes.Status202Accepted);
    }

    /// <summary>Each day at 17:20 UTC, when it is night in every zone of Indonesia.</summary>
    [Function("RegisterPullTimer")]
    [FixedDelayRetry(3, "00:00:30")]
    public async Task PlanAsync([TimerTrigger("0 20 17 * * *")] TimerInfo timer, CancellationToken cancel)
    {
        var planned = await plan.ExecuteAsync(cancel);
        log.LogInformation("{Pulls} registers to be read, past due: {PastDue}", planned, timer.IsPastDue);
    }

    [Function("RegisterPullStep")]
    public async Task ExecuteAsync(
        [QueueTrigger(EntityNames.PullsQueue, Connection = SettingNames.Queues)] QueueMessage message,
        CancellationToken cancel)
    {
        var received = WorkMessages.ReadPullStep(message.Body);
        using var activity = TakenMessage.Begin(EntityNames.PullsQueue, message, received.Traceparent, clock);
        await (received.Step.PullId is null
            ? pull.ExecuteAsync(received.Step, cancel)
            : apply.ExecuteAsync(received.Step, cancel));
    }

    private static Task<IResult> AnswerAsync(
        HttpRequest request, Task<Result<RegisterSourceState>> state, int status = StatusCodes.Status200OK) =>
        state.AnswerAsync(
            found => RegisterSourceResponse.Of(found, HttpExchange.PrefersIndonesian(request)),
            JsonFormat.Default.RegisterSourceResponse,
            _ => status);
}
