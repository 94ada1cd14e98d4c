namespace Kinerja.Application.Events;

/// <summary>CloudEvents types; subscriptions filter by them, so they never change.</summary>
public static class EventTypes
{
    public const string RankingPublished = "id.go.kinerja.ranking.published.v1";
    public const string RankingSuperseded = "id.go.kinerja.ranking.superseded.v1";
    public const string RankingPage = "id.go.kinerja.ranking.page.v1";
    public const string PredicateFinalised = "id.go.kinerja.predicate.finalised.v1";
    public const string GrantMade = "id.go.kinerja.grant.made.v1";
    public const string GrantRevoked = "id.go.kinerja.grant.revoked.v1";
    public const string ProposalDecided = "id.go.kinerja.proposal.decided.v1";
    public const string ProposalDue = "id.go.kinerja.proposal.due.v1";
    public const string ObjectionOverdue = "id.go.kinerja.objection.overdue.v1";
    public const string RatingLate = "id.go.kinerja.rating.late.v1";
    public const string RatingsMissing = "id.go.kinerja.ratings.missing.v1";
    public const string TimeMissing = "id.go.kinerja.time.missing.v1";
    public const string RunHeld = "id.go.kinerja.run.held.v1";
    public const string RunReopened = "id.go.kinerja.run.reopened.v1";
    public const string PayrollClosed = "id.go.kinerja.payroll.closed.v1";
    public const string ReviewOpened = "id.go.kinerja.review.opened.v1";
    public const string PersonMoved = "id.go.kinerja.person.moved.v1";
    public const string NoticeGiven = "id.go.kinerja.notice.given.v1";
}
