using Kinerja.Application.Events;

namespace Kinerja.Application.Webhooks;

/// <summary>
/// Hands events on, and when that is done queues those of agencies that gave an address. A message names the event by
/// its number, so that no queue holds what an event says. Pages of a ranking and of predicates are fetched, not told.
/// </summary>
public sealed class WebhookEvents(IEvents next, WebhookDirectory known, IWebhookQueue queue) : IEvents
{
    public async Task PublishAsync(IReadOnlyCollection<OutgoingEvent> events, CancellationToken cancel)
    {
        await next.PublishAsync(events, cancel);
        foreach (var agency in events.GroupBy(e => e.AgencyId))
        {
            if (await known.IsToldAsync(agency.Key, cancel))
            {
                var steps = agency.Where(e => !IsPage(e) && e.Number is not null)
                    .Select(e => new WebhookStep(e.AgencyId, e.Number!.Value)).ToList();
                await queue.SendAsync(steps, cancel);
            }
        }
    }

    private static bool IsPage(OutgoingEvent one) =>
        one.Type is EventTypes.RankingPage or EventTypes.PredicateFinalised;
}
