using Kinerja.Application.Events;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Kinerja.Host.Events;

/// <summary>
/// The events' own document, for anybody, and the timer that sends what the bus did not take at once.
/// </summary>
public sealed class EventFunctions(OutboxPublisher tell, ILogger<EventFunctions> log)
{
    /// <summary>Every ten minutes; where nothing waits it is one small query a table and agency.</summary>
    [Function("PublishOutbox")]
    [FixedDelayRetry(3, "00:00:30")]
    public async Task SendAsync([TimerTrigger("0 */10 * * * *")] TimerInfo timer, CancellationToken cancel)
    {
        var sent = await tell.SendUnsentAsync(cancel);
        log.LogInformation("{Events} events sent that were left, past due: {PastDue}", sent, timer.IsPastDue);
    }

    [Function(nameof(AsyncApi))]
    [OpenToAll]
    public IResult AsyncApi(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/asyncapi.json")]
        HttpRequest request) =>
        new BytesAnswer(EventDocument.Json, "application/vnd.aai.asyncapi+json;version=3.0.0");
}
