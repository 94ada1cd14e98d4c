using System.Text.Json;
using Kinerja.Host.Tests.FlexibleWork;
using Kinerja.Host.Tests.FollowUp;
using Kinerja.Host.Tests.Intake;
using Kinerja.Host.Tests.Intake.Pulls;
using Kinerja.Host.Tests.Presence.Attendance;
using Kinerja.Host.Tests.Runs;
using Kinerja.Host.Tests.Workforce;

namespace Kinerja.Host.Tests.OpenApi;

/// <summary>
/// Every example request of the document, sent as it stands; <see cref="Api"/> validates each answer.
/// </summary>
[Collection(nameof(TimerCloud))]
public sealed class ExampleTests(CloudFixture cloud)
{
    private static readonly DateTimeOffset AfterTheQuarter = new(2026, 4, 8, 9, 0, 0, TimeSpan.FromHours(7));
    private static readonly DateTimeOffset WhenFinal = new(2026, 4, 23, 9, 0, 0, TimeSpan.FromHours(7));

    /// <summary>No operation but what a timer does, in between: it opens the review of the examples.</summary>
    private const string Sweep = "SignalSweep";

    /// <summary>The same: it counts what the examples answered.</summary>
    private const string Count = "SurveyTimer";

    private static readonly string[] DuringTheQuarter =
    [
        "Health", "OpenApi", "AsyncApi", "GetReceiptKeys", "PutAgency", "PutUnits", "PutPosts", "PutEmployees",
        "GetAgency", "GetUnits", "GetPosts", "GetEmployees", "GetEmployee",
        "PutRegisterSource", "GetRegisterSource", "PostRegisterPull", "GetRegisterChanges", "PostRegisterAgreement",
        "DeleteRegisterSource",
        "PutWebhook", "GetWebhook", "PostWebhookKey", "DeleteWebhook",
        "PutSiasnAccount", "GetSiasnAccount", "DeleteSiasnAccount",
        "PostImport", "GetImport", "GetImportRows", "GetImportTemplate", "PostImportApplication",
        "PutNames", "GetNames", "PostNameLookup", "PostNipLookup", "PutSecondment", "GetSecondments", "GetNipFindings",
        "PutEntitlement", "GetEntitlements", "PostRevocation",
        "PutGeofence", "GetGeofence", "ListGeofences", "ListGeofenceVersions", "GetGeofenceVersion", "ImportGeofences",
        "TestPosition", "TestGeofence", "RepairGeofence",
        "PutPolicy", "GetPolicy", "GetPolicies", "GetPoliciesInForce",
        "PutNationalPolicy", "GetNationalPolicy", "GetNationalPolicies", "GetNationalPoliciesInForce", "GetPilots",
        "GetEligibility", "PutFlexibleDay", "GetFlexibleDays", "GetHomeRotation", "DeleteFlexibleDay",
        "PutSurvey", "GetSurveys", "PostSurveyExtension", "PutSurveyResponse", "GetOpenSurveys",
        "PutNationalSurvey", "PostNationalSurveyExtension", "GetNationalSurveys", "GetAgencyNationalSurveys",
        "PutNationalSurveyResponse", "GetFlexibleReport", "GetOccupancyReport",
        "GetOfficeSpaceReport",
        "PostCheckIn", "PostCheckIn", "PostCheckInBatch", "PostIntake", "GetCheckIns", "GetCheckIn", "GetDayCheckIns",
        "GetDayEvidence",
        "PostPresenceProof", "PostPresenceProof", "GetSpotChecks", "GetAttendance", "TestPolicy",
        "GetDeductions", "GetAbsences", "GetAttendanceReport", "GetDeductionReport", "ExportAttendance",
        "ExportDeductions",
        "PutLeave", "PutLeave", "GetLeave",
        "PostCorrection", "PostCorrection", "GetCorrections", "GetCorrectionInbox", "PostCorrectionDecision",
        "PostShiftSwap", "GetShiftSwaps", "GetShiftSwapInbox", "PostShiftSwapDecision",
        "PutOutage", "GetOutages",
        "DeleteOutage", Sweep, "GetReviews", "GetReview", "PostReviewDecision", "PostFeedback", "PostFeedback",
        "GetFeedback", "GetFeedbackSummary", "GetGivenFeedback", "GetFeedbackReceivers", "GetBehaviourGuides",
        "PutDelegation", "GetDelegations",
        "PutDialogue", "GetDialogue", "GetDialogueVersions", "GetDialogues", "GetLeaderDialogues", "GetOverdueActions",
        "PutCoaching", "PutCoachingRating", "PutCoachingView", "GetCoaching", "GetCoachingProgress",
        "GetReminders", "GetSilentRaters",
        "PutWorkPlan", "GetWorkPlan", "PostWorkPlanAgreement", "GetWorkPlans", "GetWorkPlanVersions", "PutRealisation",
        "GetRealisations", "GetSkpAchievement", "GetWorkPlanPrint", "GetAttendancePrint",
        "PutDailyEntry", "GetDailyEntries", "GetDailyEntryInbox", "PostDailyEntryDecision", "GetDailyProgress",
        "PutAssignment", "PutTeamInput", "GetAssignments", "GetLedAssignments", "GetRolesMatrix", "GetMissingWorkPlans",
        "PutRating", "GetRating", "GetRatings",
        "GetMissingRatings", "GetRatingSuggestion", "GetRatingVersions", "PostRaterCorrection", "PutUnitPerformance",
    ];

    private static readonly string[] Afterwards =
    [
        "PostRun", "GetRun", "GetRuns", "GetNationalResults", "DeleteAgencySeat", "GetEvaluation", "GetEvaluationPrint",
        "GetRanking", "GetRankingManifest",
        "GetLeftOut",
        "GetRankingSeal", "GetLineProofs", "PostNipResolution", "GetNipResolutions", "ExportResults", "ExportRanking",
        "ExportAllowanceFactors",
        "PostRerun", "PostWhatIf", "GetRevisionChanges", "GetOpenActs", "PostResultReceipt",
        "PostObjection", "GetObjection", "PostObjectionWithdrawal", "GetObjections", "PostObjectionStatement",
        "PostObjectionDecision", "GetObjectionPrint",
        "GetEvents", "GetEventSources",
        "GetCalibration", "GetCalibrationPage", "PutRaterReason", "GetRaterReason", "PostProposals", "GetProposals",
        "GetProposal",
        "PostConsideration", "PostGrantList", "GetGrantList",
        "GetInbox", "PostInboxSeen", "GetMe",
        "GetOverdue", "GetCreditPoints", "PostTalentBox", "GetAllowanceFactor", "GetSurveyResults",
        "ExportSurvey", Count, "GetNationalSurveyResults", "GetAgencyNationalSurveyResults", "DeleteGeofence",
        "GetRulingQueue", "GetRulings", "PostRulingAnswer", "PostRulings", "PostRulingObjection",
        "PostRulingObjectionDecision", "PutPayrollMonth", "GetPayrollMonth", "GetPayrollDifferences",
        "GetWorkQueues", "GetPoisonMessages", "PostPoisonReplay", "GetOperationHours", "GetOutbox", "GetStalledRuns",
        "GetStores",
    ];

    /// <summary>Once the results are final; a move then takes no day from anybody.</summary>
    private static readonly string[] AtLast =
    [
        "PutSiasnAccount", "PostSiasnSending", "GetSiasnSending", "DeleteSiasnAccount",
        "PostProposalDecision", "PostProposalOutcome", "PostGrantDecision", "GetGrantPrint", "PostReopening",
        "PutMoves", "GetMoves", "GetEmployeeMoves", "DeleteMove",
    ];

    [Fact]
    public async Task Every_operation_works_with_its_own_example()
    {
        var document = ApiDocument.Embedded;
        var api = cloud.ApiOf("pemda-contoh");
        Assert.Equal(
            document.Operations.Select(o => o.Id).Order(),
            DuringTheQuarter.Concat(Afterwards).Concat(AtLast).Except([Sweep, Count]).Distinct().Order());

        foreach (var id in DuringTheQuarter)
        {
            if (id == "GetEligibility")
            {
                await FlexibleSetup.AdoptAsync(api, "pemda-contoh", "sari-01");
            }

            if (id == "GetRegisterChanges")
            {
                await PullSetup.AdoptAsync(cloud.Services, "pemda-contoh");
            }

            if (id == "PostIntake")
            {
                await IntakeSetup.AdoptAsync(api, "pemda-contoh");
            }

            if (id == "PostShiftSwap")
            {
                await SwapSetup.AdoptAsync(api, "pemda-contoh");
            }

            if (id == "PutUnitPerformance")
            {
                await FollowUpSetup.RateLowAsync(api, "pemda-contoh", "dewi-01", "rudi-01");
                await FollowUpSetup.RewardHalfAsync(api, "pemda-contoh");
            }

            await (id == Sweep ? cloud.SweepAsync("pemda-contoh") : SendAsync(api, document[id]));
        }

        await using var later = await LaterApp.OpenAsync(cloud, AfterTheQuarter);
        var laterApi = later.ApiOf("pemda-contoh");
        foreach (var id in Afterwards)
        {
            if (id is "PostObjectionStatement" or "PostObjectionDecision")
            {
                await PrepareAsync(api, id);
            }

            if (id == Count)
            {
                await later.CountSurveyAsync("fwa-2026");
                continue;
            }

            await SendAsync(laterApi, document[id]);
            await WaitedRun.ReachedAsync(laterApi, document["GetRun"].ExamplePath());
        }

        await using var last = await LaterApp.OpenAsync(cloud, WhenFinal);
        await last.FinaliseAsync();
        await FollowUpSetup.NameReopenerAsync(last.ApiOf("pemda-contoh"), "pemda-contoh", "walikota");
        await MoveSetup.RegisterAsync(cloud, "menpanrb", "peg-0001", "198804122010012003");
        foreach (var id in AtLast)
        {
            await SendAsync(last.ApiOf("pemda-contoh"), document[id]);
        }

        await StoredActors.CheckAsync(cloud, "pemda-contoh");
        await StoredNips.CheckAsync(cloud, "198804122010012003", "199009132025242014");
    }

    [Fact]
    public void Every_example_of_a_body_fits_its_schema()
    {
        var document = ApiDocument.Embedded;

        var examples = document.Operations.SelectMany(Contents).Where(c => c.Media.TryGetProperty("example", out _))
            .ToList();
        var faults = examples.SelectMany(
            c => document.Schemas.Faults(c.Media.GetProperty("schema"), c.Media.GetProperty("example"), c.At));

        Assert.Empty(faults);
    }

    private static async Task SendAsync(Api api, Operation operation)
    {
        var answer = await api.SendAsync(
            new HttpMethod(operation.Method), operation.ExamplePath(), operation.ExampleBody());
        Assert.True(answer.Status is >= 200 and < 300, $"{operation.Id}: {answer.Status} {answer.Json}");
    }

    /// <summary>
    /// After the withdrawn objection another one is filed; and the rater is heard before the superior decides.
    /// </summary>
    private static Task PrepareAsync(Api api, string id) => id == "PostObjectionStatement"
        ? api.PostAsync(
            "/api/v1/employees/sari-01/objections/2026-Q1",
            """{"id":"keberatan-0002","reason":"Realisasi Maret belum dihitung."}""")
        : api.PostAsync(
            "/api/v1/employees/sari-01/objections/2026-Q1/statements",
            """{"byId":"rudi-01","words":"Laporan itu terlewat."}""");

    private static IEnumerable<(JsonElement Media, string At)> Contents(Operation operation)
    {
        var request = operation.Json.TryGetProperty("requestBody", out var body)
            ? Media(body, $"{operation.Id} request")
            : [];
        var answers = operation.Json.GetProperty("responses").EnumerateObject()
            .SelectMany(r => Media(r.Value, $"{operation.Id} {r.Name}"));
        return request.Concat(answers);
    }

    private static IEnumerable<(JsonElement Media, string At)> Media(JsonElement part, string at) =>
        part.TryGetProperty("content", out var content) ? content.EnumerateObject().Select(c => (c.Value, at)) : [];
}
