namespace Kinerja.Host.Tests.Refusals;

/// <summary>What follows a result, over HTTP: what the rules and the contracts do not allow.</summary>
[Collection(nameof(CloudFixture))]
public sealed class FollowUpRefusalTests(CloudFixture cloud)
{
    private const string Proposal = "2026-Q1-improvement-budi";

    [Fact]
    public Task Statements_without_a_run_a_person_or_a_level_are_refused() =>
        Refused.WithNothingStoredAsync(cloud, async agency =>
    {
        const string Credits = "/api/v1/employees/budi/credit-points/";
        await Refused.GetAsync(agency.Api, Credits + "2026-Q1?level=ahliMuda", 404, "unknown-run");
        await Refused.GetAsync(agency.Api, Credits + "2026-Q1?level=tinggi", 400, "invalid-field", "/level");
        await Refused.GetAsync(
            agency.Api, Credits + "2026-Q1?level=ahliMuda&months=4", 400, "invalid-field", "/months");
        await Refused.GetAsync(agency.Api, Credits + "2026-Q5?level=ahliMuda", 400, "invalid-field", "/period");
        await Refused.GetAsync(
            agency.Api, "/api/v1/employees/nobody/allowance-factor/2026", 404, "unknown-employee", "/employeeId");
        await Refused.PostAsync(
            agency.Api, "/api/v1/employees/budi/talent-box/2026-Q1", """{"reinforcing":101}""", 400, "invalid-field",
            "/reinforcing", "/competence", "/potential", "/qualification", "/integrity");
    });

    [Fact]
    public Task Grants_without_a_published_ranking_are_refused() =>
        Refused.WithNothingStoredAsync(cloud, async agency =>
    {
        var lists = $"/api/v1/agencies/{agency.Id}/grant-lists";
        await Refused.PostAsync(agency.Api, lists, "{}", 400, "invalid-field", "/period", "/from", "/proposedById");
        await Refused.PostAsync(agency.Api, lists, List("2026-Q1", "2026-05-01", "head-1"), 404, "unknown-run");
        await Refused.PostAsync(
            agency.Api, lists, List("2026-Q1", "2026-05-01", "nobody"), 404, "unknown-employee", "/proposedById");
        await Refused.PostAsync(agency.Api, lists, List("2026-Q1", "2020-01-01", "head-1"), 422, "day-past", "/from");
        await Refused.GetAsync(agency.Api, lists + "/2026-Q1", 404, "unknown-grant-list");
        await Refused.GetAsync(agency.Api, lists + "/2026-Q1?cursor=_", 400, "invalid-field", "/cursor");
        await Refused.PostAsync(
            agency.Api, lists + "/2026-Q1/decisions", """{"employeeIds":[]}""", 400, "invalid-field",
            "/decidedById", "/approved", "/reason", "/employeeIds");
        await Refused.PostAsync(
            agency.Api, lists + "/2026-Q1/decisions", """{"decidedById":"head-1","approved":true,"reason":"Ya."}""",
            404, "unknown-grant-list");
    });

    [Fact]
    public Task Proposals_that_are_not_there_are_refused() => Refused.WithNothingStoredAsync(cloud, async agency =>
    {
        var root = $"/api/v1/agencies/{agency.Id}/proposals";
        await Refused.PostAsync(agency.Api, root, """{"period":"2026-Q1"}""", 404, "unknown-run");
        await Refused.GetAsync(agency.Api, root + "?state=lost", 400, "invalid-field", "/state");
        await Refused.GetAsync(agency.Api, $"{root}/{Proposal}", 404, "unknown-proposal");
        await Refused.PostAsync(
            agency.Api, $"{root}/{Proposal}/considerations", "{}", 400, "invalid-field",
            "/memberIds", "/heldOn", "/advice", "/words", "/recordedById");
        await Refused.PostAsync(
            agency.Api, $"{root}/{Proposal}/decision",
            """{"decidedById":"head-1","accepted":false,"reason":"Tidak."}""", 404, "unknown-proposal");
        await Refused.PostAsync(
            agency.Api, $"{root}/{Proposal}/outcomes", "{}", 400, "invalid-field", "/outcome", "/on", "/words",
            "/recordedById");
    });

    private static string List(string period, string from, string by) =>
        $$"""{"period":"{{period}}","from":"{{from}}","proposedById":"{{by}}"}""";
}
