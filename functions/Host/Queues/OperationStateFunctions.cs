using Kinerja.Application;
using Kinerja.Application.Queues;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Kinerja.Host.Queues;

/// <summary>
/// How the platform does, for whoever runs it: the last day by hour, events that were left, runs that stand still, and
/// whether the stores answer. Nobody stands in any of it.
/// </summary>
public sealed class OperationStateFunctions(
    ReadOperations read, ReadStalledRuns stalled, ProbeStores stores, SampleOperations sample,
    ILogger<OperationStateFunctions> log)
{
    private const int PageSize = 100;

    /// <summary>Every quarter of an hour, after the timers that begin with it.</summary>
    [Function("OperationTimer")]
    [FixedDelayRetry(3, "00:00:30")]
    public async Task SampleAsync([TimerTrigger("45 */15 * * * *")] TimerInfo timer, CancellationToken cancel)
    {
        var taken = await sample.ExecuteAsync(cancel);
        log.LogInformation(
            "{Waiting} messages wait, {Poisoned} are set aside, {Unsent} agencies with unsent events, {Stalled} runs "
            + "stand still, past due: {PastDue}",
            taken.Queues.Sum(one => one.Waiting),
            taken.Queues.Sum(one => one.Poisoned),
            taken.UnsentAgencies,
            taken.StalledRuns,
            timer.IsPastDue);
    }

    [Function("GetOperationHours")]
    [Scope(Scopes.Operations)]
    public Task<IResult> HoursAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/operations/hours")]
        HttpRequest request,
        CancellationToken cancel) =>
        request.Route()
            .ThenAsync(() => read.HoursAsync(cancel).AsResultAsync())
            .AnswerAsync(OperationHourListResponse.Of, JsonFormat.Default.OperationHourListResponse);

    [Function("GetOutbox")]
    [Scope(Scopes.Operations)]
    public Task<IResult> OutboxAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/operations/outbox")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var after = route.AfterKey();

        return route.ThenAsync(() => read.OutboxAsync(after, PageSize, cancel).AsResultAsync())
            .AnswerAsync(
                state =>
                {
                    request.LinkNext(state.Late.Next is { } next ? $"cursor={next}" : null);
                    return OutboxResponse.Of(state);
                },
                JsonFormat.Default.OutboxResponse);
    }

    /// <summary>Those of a hundred agencies a page.</summary>
    [Function("GetStalledRuns")]
    [Scope(Scopes.Operations)]
    public Task<IResult> RunsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/operations/runs")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var after = route.AfterKey();

        return route.ThenAsync(() => stalled.PageAsync(after, PageSize, cancel).AsResultAsync())
            .AnswerPageAsync(request, StalledRunListResponse.Of, JsonFormat.Default.StalledRunListResponse);
    }

    [Function("GetStores")]
    [Scope(Scopes.Operations)]
    public Task<IResult> StoresAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/operations/stores")]
        HttpRequest request,
        CancellationToken cancel) =>
        request.Route()
            .ThenAsync(() => stores.ProbeAsync(cancel).AsResultAsync())
            .AnswerAsync(probes => new StoreListResponse(probes), JsonFormat.Default.StoreListResponse);
}
