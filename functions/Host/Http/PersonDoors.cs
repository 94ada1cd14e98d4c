namespace Kinerja.Host.Http;

/// <summary>
/// What a token that names a person may call at all, beside its scope. What is not named here stays shut to people,
/// so a new operation does until somebody thinks of it. Reads of one person's matters are not listed: for them
/// <see cref="PersonWall"/> asks whose they are.
/// </summary>
internal static class PersonDoors
{
    /// <summary>Lists of what waits for somebody, and the query member that says for whom: for oneself alone.</summary>
    internal static readonly IReadOnlyDictionary<string, string> ListsByName = new Dictionary<string, string>
    {
        ["GetRulingQueue"] = "superiorId",
        ["GetObjections"] = "superiorId",
        ["GetCorrectionInbox"] = "raterId",
        ["GetShiftSwapInbox"] = "deciderId",
        ["GetReviews"] = "raterId",
        ["GetMissingWorkPlans"] = "raterId",
        ["GetDailyEntryInbox"] = "raterId",
        ["GetDailyProgress"] = "raterId",
        ["GetReminders"] = "raterId",
        ["GetRatings"] = "raterId",
        ["GetLeaderDialogues"] = "raterId",
        ["GetCoachingProgress"] = "raterId",
        ["GetOverdueActions"] = "raterId",
        ["GetCalibration"] = "raterId",
        ["GetLedAssignments"] = "leaderId",
        ["GetOverdue"] = "officialId",
        ["GetMe"] = "employeeId",
    };

    /// <summary>Of people below oneself and never of oneself: they tell what few givers said, or who said it.</summary>
    internal static readonly IReadOnlySet<string> NotOfOneself =
        new HashSet<string> { "GetRatingSuggestion", "GetFeedback" };

    /// <summary>Reads that tell of nobody, or that their own scope keeps to operators.</summary>
    internal static readonly IReadOnlySet<string> OpenReads = new HashSet<string>
    {
        "UnknownRoute", "GetAgency", "GetRun", "GetRuns", "GetRankingManifest", "GetRankingSeal", "GetPolicy",
        "GetPolicies",
        "GetPoliciesInForce", "GetNationalPolicy", "GetNationalPolicies", "GetNationalPoliciesInForce",
        "GetPilots", "GetNationalResults",
        "GetAgencyNationalSurveys", "GetNationalSurveys", "GetNationalSurveyResults",
        "GetBehaviourGuides", "GetWorkQueues", "GetPoisonMessages", "GetOperationHours", "GetOutbox", "GetStalledRuns",
        "GetStores",
    };

    /// <summary>
    /// Writes whose acting person <see cref="RouteReader.As"/> holds against the token, or that name none beside the
    /// path's; and a read that asks by its body, and itself leaves out whom the person may not read of.
    /// </summary>
    internal static readonly IReadOnlySet<string> OpenWrites = new HashSet<string>
    {
        "UnknownRoute", "PutSurveyResponse", "PutNationalSurveyResponse",
        "PostInboxSeen", "PostCorrection", "PostCorrectionDecision", "PostRulings", "PostRulingAnswer",
        "PostShiftSwap", "PostShiftSwapDecision", "PutDailyEntry", "PostDailyEntryDecision",
        "PostRulingObjection", "PostRulingObjectionDecision", "PostPresenceProof", "PostReviewDecision", "PutRating",
        "PutCoaching", "PutCoachingRating", "PutCoachingView", "PutDialogue",
        "PutRaterReason",
        "PutUnitPerformance", "PostRaterCorrection", "PutDelegation", "PostObjection", "PostObjectionStatement",
        "PostObjectionDecision", "PostObjectionWithdrawal", "PostResultReceipt", "PostGrantList", "PostGrantDecision",
        "DeleteAgencySeat", "PutNationalPolicy", "PutNationalSurvey", "PostNationalSurveyExtension",
        "PostConsideration",
        "PostProposalDecision", "PostProposalOutcome", "PostPoisonReplay",
        "PostNameLookup", "PostFeedback",
    };

    /// <summary>
    /// Writes of the agency itself, for whoever may read the register. Nobody acts in their bodies, or
    /// <see cref="RouteReader.As"/> holds the official against the token.
    /// </summary>
    internal static readonly IReadOnlySet<string> OfficeWrites = new HashSet<string>
    {
        "PutGeofence", "DeleteGeofence", "ImportGeofences", "TestPosition", "TestGeofence", "RepairGeofence",
        "PutPolicy", "TestPolicy",
        "PutAgency", "PutUnits", "PutPosts", "PutEmployees", "PutLeave", "PutOutage", "DeleteOutage", "PostNipLookup",
        "PostImport", "PostImportApplication",
        "PostRun", "PostRerun", "PostWhatIf", "PutPayrollMonth", "PostProposals", "PutSurvey", "PostSurveyExtension",
    };
}
