namespace Kinerja.Host.Tests.Feedback;

[Collection(nameof(CloudFixture))]
public sealed class FeedbackTests(CloudFixture cloud)
{
    [Fact]
    public async Task The_person_sees_three_peers_together_and_only_an_auditor_sees_who_they_are()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await agency.Api.PutAsync($"/api/v1/agencies/{agency.Id}/employees", """
            {"employees":[{"id":"cici","unitId":"tu","kind":"pns","raterId":"head-1"},
                          {"id":"dedi","unitId":"tu","kind":"pns","raterId":"head-1"}]}
            """);
        await GiveAsync(agency, "head-1", "leader", "above", ",\"guide\":3");
        await GiveAsync(agency, "budi", "peer", "meets");
        await GiveAsync(agency, "cici", "peer", "meets", ",\"evidence\":[{\"url\":\"https://dokumen.go.id/7\"}]");
        var two = await agency.Api.GetAsync("/api/v1/employees/ani-1/feedback/2026-Q1/summary");
        await GiveAsync(agency, "dedi", "peer", "below");
        var three = await agency.Api.GetAsync("/api/v1/employees/ani-1/feedback/2026-Q1/summary");
        var named = await agency.Api.GetAsync("/api/v1/employees/ani-1/feedback/2026-Q1");

        Assert.Empty(two.Json!["others"]!.AsArray());
        var together = Assert.Single(three.Json!["others"]!.AsArray())!;
        Assert.Equal(
            (3, 1, 2, 0),
            ((int)together["givers"]!, (int)together["below"]!, (int)together["meets"]!, (int)together["above"]!));
        Assert.Equal(
            ("head-1", 3), ((string?)three.Json["leaders"]![0]!["giverId"], (int?)three.Json["leaders"]![0]!["guide"]));
        Assert.All(["budi", "cici", "dedi", "dokumen"], name => Assert.DoesNotContain(name, three.Json.ToJsonString()));
        Assert.Equal(
            ["budi", "cici", "dedi", "head-1"], named.Json!["feedback"]!.AsArray().Select(n => (string?)n!["giverId"])
                .Order());
    }

    [Fact]
    public async Task The_persons_own_scope_does_not_open_the_view_that_names_givers()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var own = cloud.ApiWith(cloud.Cloud.Issuer.TokenFor(agency.Id, ["feedback.read"]));
        Assert.Equal(200, (await own.GetAsync("/api/v1/employees/ani-1/feedback/2026-Q1/summary")).Status);
        Assert.Equal(403, (await own.GetAsync("/api/v1/employees/ani-1/feedback/2026-Q1")).Status);
    }

    [Fact]
    public async Task A_delegate_gives_a_leaders_feedback_only_once_somebody_granted_it()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        const string Delegation =
            """{"delegateId":"chief","to":"2026-02-01","grantedById":"head-1","reason":"Diklat."}""";
        var before = await agency.Api.PostAsync("/api/v1/feedback", Note(agency, "chief", "leader", "meets"));
        var granted = await agency.Api.PutAsync("/api/v1/employees/head-1/delegations/2026-01-05", Delegation);
        var again = await agency.Api.PutAsync("/api/v1/employees/head-1/delegations/2026-01-05", Delegation, "\"9\"");
        var changed = await agency.Api.PutAsync(
            "/api/v1/employees/head-1/delegations/2026-01-05",
            Delegation.Replace("02-01", "01-20", StringComparison.Ordinal), "\"9\"");
        var after = await agency.Api.PostAsync("/api/v1/feedback", Note(agency, "chief", "leader", "meets"));

        Assert.Equal([422, 200, 200, 412, 201], new[] { before, granted, again, changed, after }.Select(a => a.Status));
        Assert.Equal("\"1\"", again.Headers.ETag!.ToString());
    }

    private static async Task GiveAsync(SmallAgency agency, string giver, string role, string level, string more = "")
    {
        var given = await agency.Api.PostAsync("/api/v1/feedback", Note(agency, giver, role, level, more));
        Assert.Equal(201, given.Status);
    }

    private static string Note(SmallAgency agency, string giver, string role, string level, string more = "") => $$"""
        {"id":"note-{{giver}}","agencyId":"{{agency.Id}}","giverId":"{{giver}}","receiverId":"ani-1","role":"{{role}}",
         "subject":"loyal","level":"{{level}}","words":"Baik."{{more}}}
        """;
}
