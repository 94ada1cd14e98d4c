using Kinerja.Application.Events;
using Kinerja.Application.Notices;
using Kinerja.Application.Tables;
using Kinerja.Domain.Notices;
using Kinerja.Domain.Presence.Reviews;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Presence.Reviews;

/// <summary>Who is told what of a review; written with it, beside its row.</summary>
internal static class ReviewNotices
{
    /// <summary>The superior is asked, and who acts for that one; nobody, where there is none.</summary>
    internal static IReadOnlyList<OutgoingEvent> Opened(Review review, RatersOnDay raters) => Of(
        review,
        raters.All.Select(rater => new Notice(
            review.AgencyId, rater, NoticeCode.ReviewOpened, About(review) with { EmployeeId = review.EmployeeId },
            review.OpenedAt)));

    /// <summary>The person learns each decision, a later one too.</summary>
    internal static IReadOnlyList<OutgoingEvent> Decided(Review review) => Of(review, [
        new Notice(
            review.AgencyId, review.EmployeeId, NoticeCode.ReviewDecided,
            About(review) with { Outcome = JsonFormat.Name(review.State) }, review.Trail[^1].At),
    ]);

    private static NoticeSubject About(Review review) =>
        new() { Reference = review.Id.ToString(), Date = review.Month.OnDayOfMonth(1) };

    private static IReadOnlyList<OutgoingEvent> Of(Review review, IEnumerable<Notice> notices) =>
        NoticeEvents.Of(notices, new OutboxPlace(TableNames.Reviews, review.AgencyId.ToString()));
}
