namespace Kinerja.Host.Http;

/// <summary>What a token must carry, per kind of operation.</summary>
internal static class Scopes
{
    internal const string RegisterWrite = "register.write";
    internal const string RegisterRead = "register.read";
    internal const string NamesRead = "names.read";
    internal const string IdentitiesRead = "identities.read";
    internal const string IdentitiesResolve = "identities.resolve";
    internal const string IdentitiesAudit = "identities.audit";
    internal const string InboxRead = "inbox.read";
    internal const string InboxWrite = "inbox.write";
    internal const string WebhooksWrite = "webhooks.write";
    internal const string RegisterPull = "register.pull";
    internal const string SiasnSend = "siasn.send";
    internal const string ImportsWrite = "imports.write";
    internal const string EntitlementsWrite = "entitlements.write";
    internal const string SurveysWrite = "surveys.write";
    internal const string SurveysAnswer = "surveys.answer";
    internal const string SurveysRead = "surveys.read";
    internal const string ReportsRead = "reports.read";
    internal const string FlexibleWrite = "flexible.write";
    internal const string FlexibleRead = "flexible.read";
    internal const string GeofencesWrite = "geofences.write";
    internal const string GeofencesRead = "geofences.read";
    internal const string PoliciesWrite = "policies.write";
    internal const string PoliciesRead = "policies.read";
    internal const string PresenceWrite = "presence.write";
    internal const string PresenceRead = "presence.read";
    internal const string PositionsRead = "positions.read";
    internal const string PresenceAsk = "presence.ask";
    internal const string LeaveWrite = "leave.write";
    internal const string LeaveRead = "leave.read";
    internal const string CorrectionsWrite = "corrections.write";
    internal const string CorrectionsDecide = "corrections.decide";
    internal const string CorrectionsRead = "corrections.read";
    internal const string SwapsWrite = "swaps.write";
    internal const string SwapsDecide = "swaps.decide";
    internal const string SwapsRead = "swaps.read";
    internal const string RulingsRead = "rulings.read";
    internal const string RulingsDecide = "rulings.decide";
    internal const string RulingsAnswer = "rulings.answer";
    internal const string PayrollClose = "payroll.close";
    internal const string OutagesWrite = "outages.write";
    internal const string OutagesRead = "outages.read";
    internal const string ReviewsRead = "reviews.read";
    internal const string ReviewsDecide = "reviews.decide";
    internal const string IntakeWrite = "intake.write";
    internal const string FeedbackWrite = "feedback.write";
    internal const string FeedbackRead = "feedback.read";
    internal const string FeedbackAudit = "feedback.audit";
    internal const string PlansWrite = "plans.write";
    internal const string PlansAgree = "plans.agree";
    internal const string AssignmentsWrite = "assignments.write";
    internal const string AssignmentsInput = "assignments.input";
    internal const string AssignmentsRead = "assignments.read";
    internal const string PlansRead = "plans.read";
    internal const string RatingsWrite = "ratings.write";
    internal const string RatingsRead = "ratings.read";
    internal const string ObjectionsWrite = "objections.write";
    internal const string ObjectionsDecide = "objections.decide";
    internal const string ObjectionsRead = "objections.read";
    internal const string RatingsDelegate = "ratings.delegate";
    internal const string RatingsSuggest = "ratings.suggest";
    internal const string RatingsRepair = "ratings.repair";
    internal const string DialoguesWrite = "dialogues.write";
    internal const string DialoguesRead = "dialogues.read";
    internal const string RunsWrite = "runs.write";
    internal const string RunsReopen = "runs.reopen";
    internal const string ResultsRead = "results.read";
    internal const string FollowUpRead = "followup.read";
    internal const string FollowUpWrite = "followup.write";
    internal const string FollowUpDecide = "followup.decide";

    /// <summary>All events of one's own agency; of others what the token is subscribed to.</summary>
    internal const string EventsRead = "events.read";

    /// <summary>Of the platform, not of an agency: only for whoever runs it.</summary>
    internal const string Operations = "operations";

    /// <summary>Of all agencies: only for who sees to what no agency sees alone.</summary>
    internal const string NationalRead = "national.read";

    /// <summary>Writes what holds for all agencies: only for the national operator.</summary>
    internal const string NationalWrite = "national.write";
}
