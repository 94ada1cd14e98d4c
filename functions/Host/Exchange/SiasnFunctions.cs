using Azure.Storage.Queues.Models;
using Kinerja.Application;
using Kinerja.Application.Events;
using Kinerja.Application.Exchange;
using Kinerja.Host.Http;
using Kinerja.Host.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Exchange;

/// <summary>An agency's account at SIASN, what was sent there, and the queue that sends.</summary>
public sealed class SiasnFunctions(
    KeepSiasnAccount keep, PlanSending plan, ReadSending read, SendResults send, TimeProvider clock)
{
    private const int PageSize = 200;

    [Function("PutSiasnAccount")]
    [Scope(Scopes.SiasnSend)]
    public Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/v1/agencies/{agency}/siasn")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var match = route.Condition();

        return route.BodyAsync(JsonFormat.Default.SiasnAccountRequest, body => body.Read(), cancel)
            .ThenAsync(asked => keep.PutAsync(route.Actor, asked, match, cancel))
            .AnswerVersionAsync(
                request, a => a.Version, SiasnAccountResponse.Of, JsonFormat.Default.SiasnAccountResponse);
    }

    [Function("GetSiasnAccount")]
    [Scope(Scopes.SiasnSend)]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/siasn")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();

        // What is wrong changes without a new version: no 304.
        return route.ThenAsync(() => keep.FindAsync(route.Agency, cancel)).AnswerAsync(
            account =>
            {
                request.Tag(account.Version);
                return SiasnAccountResponse.Of(account);
            },
            JsonFormat.Default.SiasnAccountResponse);
    }

    [Function("DeleteSiasnAccount")]
    [Scope(Scopes.SiasnSend)]
    public Task<IResult> DeleteAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/v1/agencies/{agency}/siasn")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();

        return route.ThenAsync(() => keep.RemoveAsync(route.Agency, cancel)).AnswerNothingAsync();
    }

    [Function("GetSiasnSending")]
    [Scope(Scopes.SiasnSend)]
    public Task<IResult> ReadAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/siasn/{period}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (period, after) = (route.Period(), route.AfterKey());

        return route.ThenAsync(() => read.ExecuteAsync(route.Agency, period, after, PageSize, cancel)).AnswerAsync(
            sending =>
            {
                request.LinkNext(sending.Open.Next is { } next ? $"cursor={next}" : null);
                return SiasnSendingResponse.Of(sending);
            },
            JsonFormat.Default.SiasnSendingResponse);
    }

    [Function("PostSiasnSending")]
    [Scope(Scopes.SiasnSend)]
    public Task<IResult> SendAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/agencies/{agency}/siasn/{period}/sendings")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var period = route.Period();

        return route.ThenAsync(() => plan.SendAsync(route.Actor, period, cancel))
            .ThenAsync(_ => read.ExecuteAsync(route.Agency, period, null, PageSize, cancel))
            .AnswerAsync(
                SiasnSendingResponse.Of, JsonFormat.Default.SiasnSendingResponse, _ => StatusCodes.Status202Accepted);
    }

    [Function("SiasnStep")]
    public async Task ExecuteAsync(
        [QueueTrigger(EntityNames.SiasnQueue, Connection = SettingNames.Queues)] QueueMessage message,
        CancellationToken cancel)
    {
        var received = SiasnMessages.Read(message.Body);
        using var activity = TakenMessage.Begin(EntityNames.SiasnQueue, message, received.Traceparent, clock);
        await send.ExecuteAsync(received.Step, message.MessageId, cancel);
    }
}
