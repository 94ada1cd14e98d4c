using Kinerja.Application.Events;

namespace Kinerja.Application.Notices;

/// <summary>
/// Fills the inboxes of what is sent, and hands everything on. The inbox comes first: who is told has it even while the
/// bus does not answer, and what is sent again fills nothing twice.
/// </summary>
public sealed class InboxEvents(IInboxes inboxes, IEvents next) : IEvents
{
    public async Task PublishAsync(IReadOnlyCollection<OutgoingEvent> events, CancellationToken cancel)
    {
        var notices = events.Where(e => e.Type == EventTypes.NoticeGiven).Select(NoticeEvents.Read).ToList();
        if (notices.Count > 0)
        {
            await inboxes.AddAsync(notices, cancel);
        }

        await next.PublishAsync(events, cancel);
    }
}
