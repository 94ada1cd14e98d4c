using Kinerja.Host.Tests.Refusals;

namespace Kinerja.Host.Tests.Workforce;

/// <summary>The chief acts for head-1 on 5 January and signs in as a person; budi is a colleague.</summary>
[Collection(nameof(CloudFixture))]
public sealed class DelegateTests(CloudFixture cloud)
{
    private const string Decision =
        """{"date":"2026-01-05","decidedById":"chief","decision":"approved","reason":"Benar."}""";

    [Fact]
    public async Task A_delegate_finds_what_waits_for_the_rater_and_decides_it_with_a_token_of_the_own()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var root = $"/api/v1/agencies/{agency.Id}";
        foreach (var id in new[] { "koreksi-0001", "koreksi-0002" })
        {
            var asked = await agency.Api.PostAsync("/api/v1/employees/ani-1/corrections", $$"""
                {"id":"{{id}}","date":"2026-01-05","kind":"arrival","time":"07:30","evidence":"Rapat.",
                 "requestedById":"ani-1"}
                """);
            Assert.Equal(201, asked.Status);
        }

        var chief = cloud.ApiWith(cloud.Cloud.Issuer.TokenFor(
            agency.Id, ["corrections.read", "corrections.decide", "ratings.read"], person: "chief"));
        var decide = "/api/v1/employees/ani-1/corrections/koreksi-0001/decision";
        Assert.Equal(["head-1"], await RatedAsync(chief, root));
        await Refused.PostAsync(chief, decide, Decision, 403, "not-the-rater", "/decidedById");

        await DelegateAsync(agency, "2026-01-06");
        Assert.Equal(["ani-1", "budi", "head-1"], await RatedAsync(chief, root));
        var waiting = await chief.GetAsync($"{root}/corrections?raterId=chief");
        Assert.Equal(
            ["koreksi-0001", "koreksi-0002"],
            waiting.Json!["corrections"]!.AsArray().Select(c => (string?)c!["id"]));
        var decided = await chief.PostAsync(decide, Decision);
        Assert.Equal((200, "approved"), (decided.Status, (string?)decided.Json!["state"]));
        Assert.Equal("chief", (string?)decided.Json["trail"]![1]!["byId"]);
        var other = decide.Replace("0001", "0002", StringComparison.Ordinal);
        await Refused.PostAsync(
            agency.Api, other, Decision.Replace("chief", "budi", StringComparison.Ordinal), 403, "not-the-rater",
            "/decidedById");
    }

    private static async Task<IEnumerable<string?>> RatedAsync(Api api, string root) =>
        (await api.GetAsync($"{root}/ratings/2026-Q1?raterId=chief")).Json!["people"]!.AsArray()
            .Select(one => (string?)one!["employeeId"]);

    private static async Task DelegateAsync(SmallAgency agency, string to)
    {
        var put = await agency.Api.PutAsync(
            "/api/v1/employees/head-1/delegations/2026-01-05",
            $$"""{"delegateId":"chief","to":"{{to}}","grantedById":"head-1","reason":"Cuti."}""");
        Assert.Equal(200, put.Status);
    }
}
