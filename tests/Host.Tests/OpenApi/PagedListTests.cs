using System.Text.Json;

namespace Kinerja.Host.Tests.OpenApi;

/// <summary>No list stops without a word: it has a cursor, or something else bounds it, which is named here.</summary>
public sealed class PagedListTests
{
    private static readonly (string Reason, string[] Operations)[] Bounded =
    [
        ("one thing with its own parts",
            [
                "GetCheckIn", "GetEligibility", "GetReview", "GetObjection", "GetProposal", "GetRun", "GetDialogue",
                "GetEvaluation", "GetSkpAchievement", "GetRatingSuggestion", "GetFeedbackSummary", "GetLineProofs",
                "GetRankingManifest", "GetSurveyResults", "GetAgencyNationalSurveyResults", "GetImport",
                "GetSiasnAccount",
            ]),
        ("the versions of one thing",
            [
                "ListGeofenceVersions", "GetPolicies", "GetNationalPolicies", "GetWorkPlanVersions",
                "GetDialogueVersions", "GetRatingVersions",
            ]),
        ("one person's days of a month, a quarter or a year",
            [
                "GetAttendance", "GetCheckIns", "GetDeductions", "GetCorrections", "GetSpotChecks", "GetRulings",
                "GetShiftSwaps", "GetAbsences", "GetLeave", "GetFeedback", "GetGivenFeedback", "GetWorkPlans",
                "GetRealisations", "GetDayEvidence",
            ]),
        ("one person's, a few in a life of service",
            [
                "GetSecondments", "GetEmployeeMoves", "GetEntitlements", "GetDialogues", "GetAssignments",
                "GetCoaching", "GetEmployee",
            ]),
        ("one person's people or teams, as many as somebody can lead",
            [
                "GetRatings", "GetReminders", "GetMissingWorkPlans", "GetRolesMatrix", "GetOverdueActions",
                "GetLedAssignments", "GetDelegations", "GetOpenActs", "GetMe", "GetCoachingProgress",
            ]),
        ("what asks one person on one day", ["GetOpenSurveys"]),
        ("a line for each unit or office, or for each rater",
            ["GetFlexibleReport", "GetOccupancyReport", "GetOfficeSpaceReport", "GetCalibration"]),
        ("the whole map, never cut: who draws it needs all of it", ["ListGeofences"]),
        ("one unit's days, 93 at most", ["GetFlexibleDays"]),
        ("a line for each person of one unit", ["GetHomeRotation"]),
        ("a fixed list",
            [
                "GetBehaviourGuides", "GetReceiptKeys", "GetWorkQueues", "GetPoliciesInForce",
                "GetNationalPoliciesInForce", "GetPilots", "GetOperationHours", "GetStores",
            ]),
        ("what a queue shows at once, which it says", ["GetPoisonMessages"]),
        ("numbered: the next ones are asked for by the last number", ["GetEvents"]),
    ];

    private static readonly ApiDocument Document = ApiDocument.Embedded;

    [Fact]
    public void Every_list_has_a_cursor_or_a_bound_that_is_named()
    {
        var unpaged = Document.Operations.Where(o => HasList(o) && !HasCursor(o)).Select(o => o.Id);

        Assert.Equal(Bounded.SelectMany(b => b.Operations).Order(), unpaged.Order());
    }

    [Fact]
    public void Every_list_with_a_cursor_says_where_the_next_page_begins()
    {
        var paged = Document.Operations.Where(o => HasCursor(o) && Schema(o) is not null).ToList();

        Assert.NotEmpty(paged);
        Assert.Empty(paged.Where(o => !HasLink(o) && !Schema(o)!.Value.GetProperty("properties")
            .EnumerateObject().Any(member => member.Name.StartsWith("next", StringComparison.Ordinal)))
            .Select(o => o.Id));
    }

    private static bool HasCursor(Operation operation) =>
        operation.Parameters.Any(p => p.GetProperty("name").GetString() == "cursor");

    private static bool HasLink(Operation operation) =>
        Answer(operation)!.Value.TryGetProperty("headers", out var headers) && headers.TryGetProperty("Link", out _);

    private static bool HasList(Operation operation) =>
        operation.Method == "GET" && Schema(operation) is { } schema
        && schema.TryGetProperty("properties", out var members)
        && members.EnumerateObject().Any(member => IsList(Document.Follow(member.Value)));

    private static bool IsList(JsonElement schema) =>
        schema.TryGetProperty("type", out var type)
        && type.GetRawText().Contains("\"array\"", StringComparison.Ordinal);

    private static JsonElement? Answer(Operation operation) =>
        operation.Json.GetProperty("responses").TryGetProperty("200", out var answer) ? answer : null;

    private static JsonElement? Schema(Operation operation) =>
        Answer(operation) is { } answer
        && answer.TryGetProperty("content", out var content)
        && content.TryGetProperty("application/json", out var json)
            ? Document.Follow(json.GetProperty("schema"))
            : null;
}
