using Kinerja.Application;
using Kinerja.Application.Queues;
using Kinerja.Domain;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Kinerja.Host.Queues;

/// <summary>
/// For whoever runs the platform, not for agencies: the work queues, and what failed too often in them. Messages name agencies,
/// periods and shards, never a person.
/// </summary>
public sealed class OperationFunctions(PoisonQueues poison, ILogger<OperationFunctions> log)
{
    [Function("GetWorkQueues")]
    public async Task<IResult> LengthsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/operations/queues")] HttpRequest request,
        CancellationToken cancel)
    {
        var lengths = request.Caller().May(Scopes.Operations).TryGet(out _, out var refusal)
            ? WorkQueueListResponse.Of(await poison.LengthsAsync(cancel))
            : (Result<WorkQueueListResponse>)refusal;
        return lengths.Answer(answer => answer, JsonFormat.Default.WorkQueueListResponse);
    }

    [Function("GetPoisonMessages")]
    public async Task<IResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/operations/queues/{queue}/poison")] HttpRequest request,
        string queue,
        CancellationToken cancel)
    {
        var messages = Read(request, queue).TryGet(out var known, out var refusal)
            ? PoisonListResponse.Of(await poison.ShowAsync(known, cancel))
            : (Result<PoisonListResponse>)refusal;
        return messages.Answer(answer => answer, JsonFormat.Default.PoisonListResponse);
    }

    [Function("PostPoisonReplay")]
    public async Task<IResult> ReplayAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/operations/queues/{queue}/poison/replays")] HttpRequest request,
        string queue,
        CancellationToken cancel)
    {
        var body = await request.ReadAsync(JsonFormat.Default.ReplayRequest, HttpExchange.SmallBodyBytes, cancel);
        var asked = Read(request, queue).Then(known => body.Then(b => b.Read()).Then<(string Queue, int Most)>(most => (known, most)));
        Result<Replay> replay = asked.TryGet(out var good, out var refusal)
            ? await poison.ReplayAsync(good.Queue, good.Most, cancel)
            : refusal;
        if (replay.TryGet(out var done, out _))
        {
            log.LogInformation("{Replayed} messages of {Queue} replayed, {Left} left", done.Replayed, queue, done.Left);
        }

        return replay.Answer(ReplayResponse.Of, JsonFormat.Default.ReplayResponse);
    }

    private static Result<string> Read(HttpRequest request, string queue) =>
        request.Caller().May(Scopes.Operations).Then(_ => PoisonQueues.Known(queue));
}
