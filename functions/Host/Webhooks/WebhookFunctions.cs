using Azure.Storage.Queues.Models;
using Kinerja.Application;
using Kinerja.Application.Events;
using Kinerja.Application.Queues;
using Kinerja.Application.Webhooks;
using Kinerja.Domain;
using Kinerja.Host.Http;
using Kinerja.Host.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Webhooks;

/// <summary>Where an agency's own server is told, its keys, and the queue that delivers.</summary>
public sealed class WebhookFunctions(RegisterWebhook webhook, DeliverWebhook deliver, TimeProvider clock)
{
    [Function("PutWebhook")]
    [Scope(Scopes.WebhooksWrite)]
    public Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/v1/agencies/{agency}/webhook")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();

        return AnswerAsync(
            route.BodyAsync(JsonFormat.Default.WebhookRequest, HttpExchange.SmallBodyBytes, cancel)
                .ThenAsync(body => webhook.PutAsync(route.Actor, body.Url, cancel)));
    }

    [Function("GetWebhook")]
    [Scope(Scopes.WebhooksWrite)]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/webhook")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();

        return AnswerAsync(route.ThenAsync(() => webhook.FindAsync(route.Agency, cancel)));
    }

    [Function("PostWebhookKey")]
    [Scope(Scopes.WebhooksWrite)]
    public Task<IResult> RenewKeyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/agencies/{agency}/webhook/keys")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();

        return AnswerAsync(route.ThenAsync(() => webhook.RenewKeyAsync(route.Actor, cancel)));
    }

    [Function("DeleteWebhook")]
    [Scope(Scopes.WebhooksWrite)]
    public Task<IResult> DeleteAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/v1/agencies/{agency}/webhook")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();

        return route.ThenAsync(() => webhook.RemoveAsync(route.Agency, cancel)).AnswerNothingAsync();
    }

    [Function("DeliverWebhook")]
    public async Task DeliverAsync(
        [QueueTrigger(EntityNames.WebhooksQueue, Connection = SettingNames.Queues)] QueueMessage message,
        CancellationToken cancel)
    {
        var received = WorkMessages.ReadWebhookStep(message.Body);
        using var activity = TakenMessage.Begin(EntityNames.WebhooksQueue, message, received.Traceparent, clock);
        await deliver.ExecuteAsync(received.Step, cancel);
    }

    private static Task<IResult> AnswerAsync(Task<Result<KeptWebhook>> kept) =>
        kept.AnswerAsync(WebhookResponse.Of, JsonFormat.Default.WebhookResponse);
}
