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
    string AgencyId,
    string Period,
    int Version,
    string Finality,
    string NoticeId,
    string EmployeeId,
    string Code,
    NoticeSubjectEvent About);

public sealed record NoticeSubjectEvent(
    string? EmployeeId,
    string? Period,
    string? Date,
    string? Reference,
    string? Outcome,
    string? DueOn,
    int? Count,
    string? Until);

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
            notice.AgencyId.ToString(),
            period.ToString(),
            1,
            "open",
            InboxKeys.Id(notice),
            notice.EmployeeId.ToString(),
            JsonFormat.Name(notice.Code),
            Of(notice.About));
        var given = OutgoingEvent.Make(
            notice.AgencyId, period, $"notice_{notice.Key}", EventTypes.NoticeGiven, notice.At, data,
            JsonFormat.Default.NoticeEvent);
        return given with { Place = place };
    }

    internal static Notice Read(OutgoingEvent sent)
    {
        var data = JsonSerializer.Deserialize(sent.Json.Span, JsonFormat.Default.NoticeEvent)!;
        var about = data.About;
        return new(
            sent.AgencyId,
            StoredValues.Person(data.EmployeeId),
            StoredValues.Enum<NoticeCode>(data.Code),
            new NoticeSubject
            {
                EmployeeId = about.EmployeeId is { } person ? StoredValues.Person(person) : null,
                Period = about.Period is { } period ? AppraisalPeriod.Parse(period).Value : null,
                Date = StoredValues.DayOrNull(about.Date),
                Reference = about.Reference,
                Outcome = about.Outcome,
                DueOn = StoredValues.DayOrNull(about.DueOn),
                Count = about.Count,
                Until = StoredValues.AtOrNull(about.Until),
            },
            sent.Time);
    }

    internal static NoticeSubjectEvent Of(NoticeSubject about) => new(
        about.EmployeeId?.ToString(),
        about.Period?.ToString(),
        StoredValues.TextOrNull(about.Date),
        about.Reference,
        about.Outcome,
        StoredValues.TextOrNull(about.DueOn),
        about.Count,
        about.Until is { } until ? InstantPattern.ExtendedIso.Format(until) : null);
}
