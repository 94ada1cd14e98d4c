using Kinerja.Application.Events;
using Kinerja.Application.Notices;
using Kinerja.Application.Tables;
using Kinerja.Domain.Notices;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>Who is told what of a correction; written with it, beside its row.</summary>
internal static class CorrectionNotices
{
    /// <summary>
    /// The rater and who acts for that one decide; nobody is told, where there is none. What one of these enters is
    /// decided with it.
    /// </summary>
    internal static IReadOnlyList<OutgoingEvent> Requested(Correction asked, RatersOnDay raters) =>
        asked.State != CorrectionState.Requested ? Decided(asked) : Of(asked, raters.All.Select(rater => new Notice(
            asked.AgencyId, rater, NoticeCode.CorrectionRequested,
            About(asked) with { EmployeeId = asked.EmployeeId }, asked.Trail[0].At)));

    internal static IReadOnlyList<OutgoingEvent> Decided(Correction decided) => Of(decided, [
        new Notice(
            decided.AgencyId, decided.EmployeeId, NoticeCode.CorrectionDecided,
            About(decided) with { Outcome = JsonFormat.Name(decided.State) }, decided.Trail[^1].At),
    ]);

    private static NoticeSubject About(Correction correction) =>
        new() { Date = correction.Date, Reference = correction.Id.ToString() };

    /// <summary>Corrections stand by the month of their day.</summary>
    private static IReadOnlyList<OutgoingEvent> Of(Correction correction, IEnumerable<Notice> told) => NoticeEvents.Of(
        told,
        new OutboxPlace(
            TableNames.Corrections, TableKeys.MonthOf(correction.AgencyId, correction.Date.ToYearMonth())));
}
