using Kinerja.Application;
using Kinerja.Application.Events;
using Kinerja.Domain;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Kinerja.Host.Events;

/// <summary>
/// Events: again for whoever missed some, their own document for anybody, and the timer that sends what the bus did not
/// take at once.
/// </summary>
public sealed class EventFunctions(
    OutboxPublisher tell, ReadEvents read, ReadEventSources sources, ILogger<EventFunctions> log)
{
    private const int SourcesPerPage = 100;

    private static readonly MadeDocument Document = new("asyncapi.json");

    /// <summary>Every ten minutes; where nothing waits it is one small query a table and agency.</summary>
    [Function("PublishOutbox")]
    [FixedDelayRetry(3, "00:00:30")]
    public async Task SendAsync([TimerTrigger("0 */10 * * * *")] TimerInfo timer, CancellationToken cancel)
    {
        var sent = await tell.SendUnsentAsync(cancel);
        log.LogInformation("{Events} events sent that were left, past due: {PastDue}", sent, timer.IsPastDue);
    }

    /// <summary>
    /// The path may name another agency: then the token's scopes name the subscriptions whose events are given.
    /// </summary>
    [Function("GetEvents")]
    [Scope(Scopes.EventsRead)]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/events")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.RouteBetweenAgencies();
        var agency = route.Path("agency", AgencyId.Parse, "/agencyId");
        var after = route.OptionalQuery("after", RouteText.Number) ?? 0;
        var subscriptions = request.Caller().Subscriptions;

        return route.ThenAsync(() => read.ExecuteAsync(agency, route.Agency, subscriptions, after, cancel))
            .AnswerAsync(EventListResponse.Of, JsonFormat.Default.EventListResponse);
    }

    /// <summary>Whose events the token may read; with no subscription the own agency's alone.</summary>
    [Function("GetEventSources")]
    [Scope(Scopes.EventsRead)]
    public Task<IResult> SourcesAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/event-sources")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.RouteBetweenAgencies();
        var after = route.AfterKey();
        var subscriptions = request.Caller().Subscriptions;

        return route.ThenAsync(() => sources.PageAsync(route.Agency, subscriptions, after, SourcesPerPage, cancel))
            .AnswerPageAsync(request, EventSourceListResponse.Of, JsonFormat.Default.EventSourceListResponse);
    }

    [Function(nameof(AsyncApi))]
    [OpenToAll]
    public IResult AsyncApi(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/asyncapi.json")]
        HttpRequest request) =>
        new BytesAnswer(Document.Bytes, "application/vnd.aai.asyncapi+json;version=3.0.0");
}
