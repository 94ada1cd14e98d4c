using Kinerja.Application;
using Kinerja.Application.Queues;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Kinerja.Host.Queues;

/// <summary>
/// For whoever runs the platform, not for agencies: the work queues, and what failed too often in them. Messages name
/// agencies, periods and shards, never a person.
/// </summary>
public sealed class OperationFunctions(PoisonQueues poison, ILogger<OperationFunctions> log)
{
    [Function("GetWorkQueues")]
    [Scope(Scopes.Operations)]
    public Task<IResult> LengthsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/operations/queues")]
        HttpRequest request,
        CancellationToken cancel) =>
        request.Route()
            .ThenAsync(() => poison.LengthsAsync(cancel).AsResultAsync())
            .AnswerAsync(WorkQueueListResponse.Of, JsonFormat.Default.WorkQueueListResponse);

    [Function("GetPoisonMessages")]
    [Scope(Scopes.Operations)]
    public Task<IResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/operations/queues/{queue}/poison")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var queue = route.Queue();

        return route
            .ThenAsync(() => poison.ShowAsync(queue, cancel).AsResultAsync())
            .AnswerAsync(PoisonListResponse.Of, JsonFormat.Default.PoisonListResponse);
    }

    [Function("PostPoisonReplay")]
    [Scope(Scopes.Operations)]
    public Task<IResult> PostReplayAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/operations/queues/{queue}/poison/replays")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var queue = route.Queue();

        return route.BodyAsync(JsonFormat.Default.ReplayRequest, body => body.Read(), cancel)
            .ThenAsync(most => ReplayAsync(queue, most, cancel).AsResultAsync())
            .AnswerAsync(done => done, JsonFormat.Default.Replay);
    }

    private async Task<Replay> ReplayAsync(string queue, int most, CancellationToken cancel)
    {
        var done = await poison.ReplayAsync(queue, most, cancel);
        log.LogInformation("{Replayed} messages of {Queue} replayed, {Left} left", done.Replayed, queue, done.Left);
        return done;
    }
}
