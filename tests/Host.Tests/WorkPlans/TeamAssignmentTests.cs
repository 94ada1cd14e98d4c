namespace Kinerja.Host.Tests.WorkPlans;

/// <summary>A team across two agencies: the leader's agency writes its input, and nobody else does.</summary>
[Collection(nameof(CloudFixture))]
public sealed class TeamAssignmentTests(CloudFixture cloud)
{
    private const string Assignments = "/api/v1/employees/ani-1/assignments";

    [Fact]
    public async Task The_agency_that_the_assignment_names_gives_input_and_the_rater_sees_it()
    {
        var (home, lead, other) = (
            await SmallAgency.RegisterAsync(cloud),
            await SmallAgency.RegisterAsync(cloud),
            await SmallAgency.RegisterAsync(cloud));
        var put = await home.Api.PutAsync(Assignments + "/tim-0001", Assignment(lead.Id));
        var again = await home.Api.PutAsync(Assignments + "/tim-0001", Assignment(lead.Id));
        var path = $"/api/v1/agencies/{home.Id}/employees/ani-1/assignments/tim-0001/inputs/2026-Q1";

        var stranger = await other.Api.PutAsync(path, Input());
        var own = await home.Api.PutAsync(path, Input());
        var nowhere = await other.Api.PutAsync(path.Replace("tim-0001", "tim-9999", StringComparison.Ordinal), Input());
        var notLeader = await lead.Api.PutAsync(path, Input().Replace("head-1", "budi", StringComparison.Ordinal));
        var outside = await lead.Api.PutAsync(path.Replace("2026-Q1", "2026-Q3", StringComparison.Ordinal), Input());
        var given = await lead.Api.PutAsync(path, Input());

        Assert.Equal(
            [200, 200, 403, 403, 403, 403, 400, 200],
            new[] { put, again, stranger, own, nowhere, notLeader, outside, given }.Select(a => a.Status));
        Assert.Equal("\"1\"", again.Headers.ETag?.Tag);
        Assert.Equal("urn:kinerja:problem:not-the-team-leader", notLeader.ProblemType);
        Assert.All(
            new[] { stranger, own, nowhere }, a => Assert.Equal("urn:kinerja:problem:wrong-agency", a.ProblemType));
        // What exists and what does not sound alike to a stranger.
        Assert.Equal((string?)stranger.Json!["detail"], (string?)nowhere.Json!["detail"]);
        var seen = (await home.Api.GetAsync(Assignments)).Json!["assignments"]![0]!;
        Assert.Equal("Rapi dan tepat waktu.", (string?)Assert.Single(seen["inputs"]!.AsArray())!["words"]);
    }

    [Fact]
    public async Task A_leader_lists_the_team_across_agencies_and_a_changed_leader_no_longer()
    {
        var (home, lead) = (await SmallAgency.RegisterAsync(cloud), await SmallAgency.RegisterAsync(cloud));
        await home.Api.PutAsync(Assignments + "/tim-0001", Assignment(lead.Id));
        var path = $"/api/v1/agencies/{lead.Id}/led-assignments?leaderId=head-1";

        var led = await lead.Api.GetAsync(path);
        await home.Api.PutAsync(Assignments + "/tim-0001", Assignment(home.Id));
        var former = await lead.Api.GetAsync(path);
        var now = await home.Api.GetAsync(path.Replace(lead.Id, home.Id, StringComparison.Ordinal));

        Assert.Equal((home.Id, "ani-1"), Only(led));
        Assert.Empty(former.Json!["assignments"]!.AsArray());
        Assert.Equal((home.Id, "ani-1"), Only(now));
    }

    [Fact]
    public async Task A_teams_result_stands_in_the_plan_once_the_assignment_is_there()
    {
        var home = await SmallAgency.RegisterAsync(cloud);
        const string Plan = """
            {"byId":"ani-1","plan":{"results":[{"id":"rhk-1","kind":"main","words":"Tim","assignmentId":"tim-0001",
             "indicators":[{"id":"kata","words":"Dinilai"}]}]}}
            """;

        var before = await home.Api.PutAsync("/api/v1/employees/ani-1/work-plans/2026-01-01", Plan);
        await home.Api.PutAsync(Assignments + "/tim-0001", Assignment(home.Id));
        var after = await home.Api.PutAsync("/api/v1/employees/ani-1/work-plans/2026-01-01", Plan);

        Assert.Equal((422, 200), (before.Status, after.Status));
        Assert.Equal(["/plan/results/0/assignmentId"], before.Pointers);
    }

    private static (string?, string?) Only(Answer answer) =>
        Assert.Single(answer.Json!["assignments"]!.AsArray()) is { } line
        ? ((string?)line["agencyId"], (string?)line["assignment"]!["employeeId"])
        : default;

    private static string Assignment(string leaderAgency) => $$"""
        {"team":"Tim SPBE","role":"Anggota","leaderAgencyId":"{{leaderAgency}}","leaderId":"head-1","origin":"appointed",
         "letter":"ST-7/2026","from":"2026-01-02","lastDay":"2026-06-30"}
        """;

    private static string Input() => """
        {"leaderId":"head-1","level":"above","words":"Rapi dan tepat waktu.","evidence":[{"url":"https://spbe.example.go.id/7"}]}
        """;
}
