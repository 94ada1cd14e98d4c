using Kinerja.Host.Tests.Refusals;

namespace Kinerja.Host.Tests.Feedback;

[Collection(nameof(CloudFixture))]
public sealed class DialogueTests(CloudFixture cloud)
{
    private const string Path = "/api/v1/employees/ani-1/dialogues/dialog-01";

    private const string Dialogue = """
        {"leaderId":"head-1","writtenById":"ani-1","period":"2026-Q1","heldOn":"2026-01-02","purpose":"clarify",
         "achievement":"Satu hasil.","obstacles":"Data.","actions":[
          {"id":"aksi-0001","words":"Minta data.","byId":"head-1","dueOn":"2026-01-04"}]}
        """;

    private static readonly string Done = Dialogue.Replace(
        "\"2026-01-04\"", "\"2026-01-04\",\"state\":\"done\"", StringComparison.Ordinal);

    [Fact]
    public async Task A_dialogue_with_an_overdue_action_is_written_listed_and_closed_by_a_version()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var overdue = $"/api/v1/agencies/{agency.Id}/dialogues/overdue?raterId=head-1";
        var first = await agency.Api.SendAsync(HttpMethod.Put, Path, Dialogue, ("If-None-Match", "*"));
        var again = await agency.Api.PutAsync(Path, Dialogue, "\"7\"");
        var open = await agency.Api.GetAsync(overdue);
        var stale = await agency.Api.PutAsync(Path, Done, "\"7\"");
        var second = await agency.Api.PutAsync(Path, Done, "\"1\"");
        var closed = await agency.Api.GetAsync(overdue);
        var versions = await agency.Api.GetAsync(Path + "/versions");
        var ofLeader = await agency.Api.GetAsync(
            $"/api/v1/agencies/{agency.Id}/dialogues?raterId=head-1&period=2026-Q1");
        var ofPerson = await agency.Api.GetAsync("/api/v1/employees/ani-1/dialogues?period=2025-Q4");

        Assert.Equal([200, 200, 412, 200], new[] { first, again, stale, second }.Select(a => a.Status));
        Assert.Equal(
            ["\"1\"", "\"1\"", "\"2\""], new[] { first, again, second }.Select(a => a.Headers.ETag!.ToString()));
        Assert.Equal("aksi-0001", (string?)Assert.Single(open.Json!["overdue"]!.AsArray())!["action"]!["id"]);
        Assert.Empty(closed.Json!["overdue"]!.AsArray());
        Assert.Equal([1, 2], versions.Json!["dialogues"]!.AsArray().Select(v => (int)v!["version"]!));
        Assert.Equal(2, (int)Assert.Single(ofLeader.Json!["dialogues"]!.AsArray())!["version"]!);
        Assert.Empty(ofPerson.Json!["dialogues"]!.AsArray());
    }

    [Fact]
    public async Task The_person_begins_a_dialogue_by_a_token_of_the_own_with_the_rater_and_with_nobody_else()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var person = cloud.ApiWith(cloud.Cloud.Issuer.TokenFor(
            agency.Id, ["dialogues.write"], person: "ani-1"));
        await Refused.PutAsync(
            person, Path, Dialogue.Replace("head-1", "chief", StringComparison.Ordinal), 403, "not-the-rater",
            "/leaderId");
        var begun = await person.PutAsync(Path, Dialogue);
        Assert.Equal(
            (200, 1, "ani-1"), (begun.Status, (int)begun.Json!["version"]!, (string?)begun.Json["writtenById"]));
    }

    [Fact]
    public async Task Dialogues_outside_the_rules_are_refused()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var stranger = await agency.Api.PutAsync(Path, Dialogue.Replace("head-1", "budi", StringComparison.Ordinal));
        var writer = await agency.Api.PutAsync(
            Path, Dialogue.Replace("\"writtenById\":\"ani-1\"", "\"writtenById\":\"budi\"", StringComparison.Ordinal));
        var early = await agency.Api.PutAsync(
            Path, Dialogue.Replace("2026-01-0", "2026-01-2", StringComparison.Ordinal));
        var unknown = await agency.Api.GetAsync(Path);
        var list = await agency.Api.GetAsync($"/api/v1/agencies/{agency.Id}/dialogues?raterId=nobody");
        var period = await agency.Api.GetAsync("/api/v1/employees/ani-1/dialogues?period=2026-Q9");

        Assert.Equal(
            [403, 403, 422, 404, 404, 400],
            new[] { stranger, writer, early, unknown, list, period }.Select(a => a.Status));
        Assert.Equal("urn:kinerja:problem:not-a-participant", writer.ProblemType);
        Assert.Equal(["/leaderId"], stranger.Pointers);
    }

    [Fact]
    public async Task A_leader_is_reminded_until_everybody_whom_he_rates_was_heard()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var root = $"/api/v1/agencies/{agency.Id}/reminders/2026-Q1";
        await agency.Api.PostAsync("/api/v1/feedback", $$"""
            {"id":"feedback-01","agencyId":"{{agency.Id}}","giverId":"head-1","receiverId":"ani-1","role":"leader","subject":"loyal","words":"Baik."}
            """);
        var mine = await agency.Api.GetAsync(root + "?raterId=head-1");
        var silent = await agency.Api.GetAsync(root + "/raters");
        var after = await agency.Api.GetAsync(root + "/raters?cursor=chief");
        var future = await agency.Api.GetAsync($"/api/v1/agencies/{agency.Id}/reminders/2026-Q2/raters");

        Assert.Equal("budi", (string?)Assert.Single(mine.Json!["notHeard"]!.AsArray())!["employeeId"]);
        Assert.Equal(2, (int)mine.Json["rated"]!);
        Assert.Equal("chief", (string?)Assert.Single(silent.Json!["raters"]!.AsArray())!["raterId"]);
        Assert.Empty(after.Json!["raters"]!.AsArray());
        Assert.Equal("urn:kinerja:problem:period-not-started", future.ProblemType);
    }
}
