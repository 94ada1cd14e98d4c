using System.Text.Json.Nodes;
using Kinerja.Host.Tests.Refusals;

namespace Kinerja.Host.Tests.Runs;

/// <summary>From surrogate ids to NIPs: who may, for which people, and what stays on record.</summary>
[Collection(nameof(LaterCloud))]
public sealed class NipResolutionTests(CloudFixture cloud)
{
    private const string AnisNip = "199009132025242014";
    private const string Purpose = "Pembayaran tunjangan kinerja Q1.";

    [Fact]
    public async Task A_ministry_gets_the_NIPs_of_a_published_result_and_the_agency_reads_who_asked_and_why()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var path = PathOf(agency);
        await agency.RateAsync("ani-1", "head-1", "above", "above", 110, 115);
        await agency.Api.PutAsync(
            $"/api/v1/agencies/{agency.Id}/employees",
            """
            {"employees":[{"id":"baru-1","unitId":"tu","kind":"pns","nip":"199101012020121009","from":"2026-04-02"}]}
            """);
        var ministry = Of("identities.resolve", "events.of.rankings");
        await Refused.PostAsync(ministry, path, Body("ani-1"), 404, "unknown-run");
        await using var quarter = await PastQuarter.OpenAsync(cloud);
        await quarter.StartRunAsync(agency.Id);
        await quarter.PublishedAsync(agency.Id);

        var answer = await ministry.PostAsync(path, Body("budi", "ani-1", "orang-lain", "baru-1"));

        Assert.Equal(200, answer.Status);
        var person = Assert.Single(answer.Json!["people"]!.AsArray())!;
        Assert.Equal(("ani-1", AnisNip), ((string?)person["employeeId"], (string?)person["nip"]));
        Assert.Equal(["orang-lain", "baru-1"], Ids(answer.Json["unknown"]!));
        Assert.Equal(["budi"], Ids(answer.Json["withoutNip"]!));

        var list = await agency.Api.GetAsync(path);
        var record = Assert.Single(list.Json!["resolutions"]!.AsArray())!;
        Assert.Equal(
            ("kementerian-contoh", Purpose, "2026-Q1", 1, 1, (string?)answer.Json["recordedAt"]),
            ((string?)record["byAgencyId"], (string?)record["purpose"], (string?)record["period"],
            (int)record["revision"]!, (int)record["given"]!, (string?)record["recordedAt"]));
        Assert.Equal(["budi", "ani-1", "orang-lain", "baru-1"], Ids(record["employeeIds"]!));
        Assert.DoesNotContain(AnisNip, list.Json.ToJsonString(), StringComparison.Ordinal);
        var events = await agency.Api.GetAsync($"/api/v1/agencies/{agency.Id}/events");
        Assert.DoesNotContain(AnisNip, events.Json!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_not_subscribed_to_the_results_gets_no_number_and_leaves_no_record()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var path = PathOf(agency);
        await agency.RateAsync("ani-1", "head-1", "above", "above", 110, 115);
        await using var quarter = await PastQuarter.OpenAsync(cloud);
        await quarter.StartRunAsync(agency.Id);
        await quarter.PublishedAsync(agency.Id);

        await Refused.PostAsync(Of("identities.resolve"), path, Body("ani-1"), 403, "wrong-agency");
        await Refused.PostAsync(
            Of("identities.resolve", "events.of.tidak-ada"), path, Body("ani-1"), 403, "wrong-agency");
        await Refused.PostAsync(Of("events.read", "events.of.rankings"), path, Body("ani-1"), 403, "missing-scope");
        await Refused.PostAsync(
            Of("identities.resolve", "events.of.rankings"), "/api/v1/agencies/tidak-ada/nip-resolutions", Body("ani-1"),
            404, "unknown-agency");
        await Refused.GetAsync(
            Of("identities.audit", "events.of.rankings"), path, 403, "wrong-agency");
        await Refused.PostAsync(
            cloud.ApiWith(cloud.Cloud.Issuer.TokenFor(agency.Id, ["identities.resolve"], person: "ani-1")), path,
            Body("ani-1"), 403, "wrong-person");
        Assert.Empty((await agency.Api.GetAsync(path)).Json!["resolutions"]!.AsArray());
    }

    [Fact]
    public async Task A_question_without_a_purpose_with_nobody_twice_or_with_too_many_is_refused()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var path = PathOf(agency);
        var many = string.Join(',', Enumerable.Range(0, 201).Select(i => $"\"orang-{i:D3}\""));

        foreach (var (body, pointer) in new[]
        {
            ("""{"period":"2026-Q1","employeeIds":["ani-1"]}""", "/purpose"),
            ("""{"purpose":"Gaji 199009132025242014","period":"2026-Q1","employeeIds":["ani-1"]}""", "/purpose"),
            ("""{"purpose":"Gaji","period":"2026-Q5","employeeIds":["ani-1"]}""", "/period"),
            ("""{"purpose":"Gaji","period":"2026-Q1","employeeIds":[]}""", "/employeeIds"),
            ("""{"purpose":"Gaji","period":"2026-Q1"}""", "/employeeIds"),
            ("""{"purpose":"Gaji","period":"2026-Q1","employeeIds":["ani-1","ani-1"]}""", "/employeeIds/1"),
            ("""{"purpose":"Gaji","period":"2026-Q1","employeeIds":["ani-1",null]}""", "/employeeIds/1"),
            ($$"""{"purpose":"Gaji","period":"2026-Q1","employeeIds":[{{many}}]}""", "/employeeIds"),
        })
        {
            await Refused.PostAsync(agency.Api, path, body, 400, "invalid-field", pointer);
        }
    }

    [Fact]
    public async Task A_number_that_the_agency_puts_right_is_the_one_that_is_given()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await agency.RateAsync("ani-1", "head-1", "above", "above", 110, 115);
        await using var quarter = await PastQuarter.OpenAsync(cloud);
        await quarter.StartRunAsync(agency.Id);
        await quarter.PublishedAsync(agency.Id);
        await agency.Api.PutAsync(
            $"/api/v1/agencies/{agency.Id}/employees",
            """
            {"employees":[
              {"id":"ani-1","unitId":"tu","kind":"pppk","raterId":"head-1","nip":"199009132025242015"}]}
            """);

        var answer = await agency.Api.PostAsync(PathOf(agency), Body("ani-1"));

        Assert.Equal("199009132025242015", (string?)answer.Json!["people"]![0]!["nip"]);
    }

    private static string PathOf(SmallAgency agency) => $"/api/v1/agencies/{agency.Id}/nip-resolutions";

    private static string Body(params string[] people) => $$"""
        {"purpose":"{{Purpose}}","period":"2026-Q1",
         "employeeIds":[{{string.Join(',', people.Select(p => $"\"{p}\""))}}]}
        """;

    private static IEnumerable<string?> Ids(JsonNode list) => list.AsArray().Select(id => (string?)id);

    private Api Of(params string[] scopes) => cloud.ApiWith(cloud.Cloud.Issuer.TokenFor("kementerian-contoh", scopes));
}
