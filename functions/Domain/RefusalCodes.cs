namespace Kinerja.Domain;

/// <summary>Every refusal's stable name; it is the last part of the problem document's <c>type</c> and never changes.</summary>
public static class RefusalCodes
{
    public const string InvalidBody = "invalid-body";
    public const string InvalidField = "invalid-field";
    public const string BodyTooLarge = "body-too-large";
    public const string BatchTooLarge = "batch-too-large";
    public const string Unauthenticated = "unauthenticated";
    public const string MissingScope = "missing-scope";
    public const string WrongAgency = "wrong-agency";
    public const string UnknownAgency = "unknown-agency";
    public const string UnknownUnit = "unknown-unit";
    public const string UnknownPost = "unknown-post";
    public const string UnknownEmployee = "unknown-employee";
    public const string UnknownEntitlement = "unknown-entitlement";
    public const string UnknownSurvey = "unknown-survey";
    public const string UnknownFlexibleDay = "unknown-flexible-day";
    public const string UnknownGeofence = "unknown-geofence";
    public const string UnknownCorrection = "unknown-correction";
    public const string UnknownOutage = "unknown-outage";
    public const string UnknownPolicy = "unknown-policy";
    public const string PolicyNotTestable = "policy-not-testable";
    public const string UnknownReview = "unknown-review";
    public const string UnknownRun = "unknown-run";
    public const string UnknownEvaluation = "unknown-evaluation";
    public const string UnknownRating = "unknown-rating";
    public const string InvalidGeofence = "invalid-geofence";
    public const string StaleVersion = "stale-version";
    public const string ReusedId = "reused-id";
    public const string NipTaken = "nip-taken";
    public const string EntitlementRevoked = "entitlement-revoked";
    public const string NotEligible = "not-eligible";
    public const string PlaceNotFlexible = "place-not-flexible";
    public const string SurveyOpen = "survey-open";
    public const string SurveyNotOpen = "survey-not-open";
    public const string NotAsked = "not-asked";
    public const string DayPast = "day-past";
    public const string CapturedInFuture = "captured-in-future";
    public const string CapturedTooLongAgo = "captured-too-long-ago";
    public const string DayNotBegun = "day-not-begun";
    public const string CorrectionDecided = "correction-decided";
    public const string SelfFeedback = "self-feedback";
    public const string FeedbackRoleMismatch = "feedback-role-mismatch";
    public const string NotTheRater = "not-the-rater";
    public const string OwnUnit = "own-unit";
    public const string PeriodNotStarted = "period-not-started";
    public const string PeriodNotOver = "period-not-over";
    public const string PeriodFrozen = "period-frozen";
    public const string RankingNotReady = "ranking-not-ready";
    public const string NotEvaluatedYet = "not-evaluated-yet";
    public const string UnknownReason = "unknown-reason";
    public const string NothingRated = "nothing-rated";
    public const string RouteNotFound = "route-not-found";
    public const string Unexpected = "unexpected";
}
