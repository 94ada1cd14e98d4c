using System.Text.Json;
using Kinerja.Application.Events;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Notices;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Notices;

/// <summary>A notice as the bus and an agency's own server get it: no name, no place, no words of anybody.</summary>
public sealed record NoticeEvent(
    AgencyId AgencyId,
    AppraisalPeriod Period,
    int Version,
    string Finality,
    string NoticeId,
    EmployeeId EmployeeId,
    NoticeCode Code,
    NoticeSubject About);

/// <summary>
/// A notice travels as an event: it is written beside the row of its cause by one transaction, and whoever sends the
/// event fills the inbox of it first. So a use case hands the events of its notices to the store with the row, and to
/// <see cref="OutboxPublisher"/> afterwards, like any other event.
/// </summary>
internal static class NoticeEvents
{
    /// <param name="notices">What is told.</param>
    /// <param name="place">Where the cause's row stands, and so the notices until they are sent.</param>
    internal static IReadOnlyList<OutgoingEvent> Of(IEnumerable<Notice> notices, OutboxPlace place) =>
        [.. notices.Select(notice => Of(notice, place))];

    /// <summary>What needs no outbox: its cause is made again from stored facts until all of it was taken.</summary>
    internal static IReadOnlyList<OutgoingEvent> Of(IEnumerable<Notice> notices) =>
        [.. notices.Select(notice => Of(notice, null))];

    private static OutgoingEvent Of(Notice notice, OutboxPlace? place)
    {
        var period = notice.About.Period ?? Quarter.Of(notice.At, DateTimeZone.Utc);
        var data = new NoticeEvent(
            notice.AgencyId, period, 1, "open", InboxKeys.Id(notice), notice.EmployeeId, notice.Code, notice.About);
        var given = OutgoingEvent.Make(
            notice.AgencyId, period, $"notice_{notice.Key}", EventTypes.NoticeGiven, notice.At, data,
            JsonFormat.Default.NoticeEvent);
        return given with { Place = place };
    }

    internal static Notice Read(OutgoingEvent sent)
    {
        var data = JsonSerializer.Deserialize(sent.Json.Span, JsonFormat.Default.NoticeEvent)!;
        return new(sent.AgencyId, data.EmployeeId, data.Code, data.About, sent.Time);
    }
}
