using System.Text.Json.Nodes;
using Kinerja.Application.Runs;
using Kinerja.Domain;
using Kinerja.Host.Tests.Refusals;
using Kinerja.Host.Tests.Runs;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Kinerja.Host.Tests.Reports;

/// <summary>What a ministry that looks at the whole country reads of one agency's quarter: numbers of many.</summary>
[Collection(nameof(LaterCloud))]
public sealed class NationalResultTests(CloudFixture cloud)
{
    private const string Agency = "nasional-satu";
    private const int People = 60;

    [Fact]
    public async Task An_agencys_final_quarter_is_told_in_numbers_that_lead_to_nobody()
    {
        var api = cloud.ApiOf(Agency);
        await RegisterAsync(api);
        var nation = cloud.ApiWith(cloud.Cloud.Issuer.TokenFor("menpanrb", ["national.read"]));
        Assert.Null((await FindAsync(nation))["state"]);
        await Refused.GetAsync(
            cloud.ApiWith(cloud.Cloud.Issuer.TokenFor(Agency, ["results.read"])),
            "/api/v1/national/results/2025-Q4", 403, "missing-scope");
        await Refused.GetAsync(nation, "/api/v1/national/results/2025-Q5", 400, "invalid-field", "/period");

        await using var worker = await LaterApp.OpenAsync(cloud, CloudFixture.Monday);
        await api.PostAsync($"/api/v1/agencies/{Agency}/runs", """{"period":"2025-Q4"}""");
        await WaitedRun.ReachedAsync(api, $"/api/v1/agencies/{Agency}/runs/2025-Q4");
        var published = await FindAsync(nation);
        Assert.Equal(
            ("published", "2026-01-05", 5),
            ((string?)published["state"], (string?)published["publishedOn"], (int?)published["daysToPublish"]));
        Assert.Null(published["people"]);

        await EndTermsAsync();
        await OneAgency.FinaliseAsync(cloud, Agency);
        var final = await FindAsync(nation);
        Assert.Equal(("final", 60, 11), (
            (string?)final["state"], (int?)final["people"], (int?)final["inTopShare"]));
        Assert.Equal("""{"good":40,"withheld":20}""", final["predicates"]!.ToJsonString());
        Assert.Equal(1, (int?)final["distribution"]!["judged"] + (int?)final["distribution"]!["notJudged"]);
        Assert.DoesNotContain("orang-", final.ToJsonString(), StringComparison.Ordinal);
    }

    /// <summary>14 very good, 40 good, 3 to be improved, 2 poor, one without a rating.</summary>
    private static async Task RegisterAsync(Api api)
    {
        var people = string.Join(',', Enumerable.Range(0, People).Select(i =>
            $$"""{"id":"orang-{{i:D2}}","unitId":"tu","kind":"pns","raterId":"kepala"}"""));
        await PutAsync("", """{"name":"Nasional","zone":"Asia/Jakarta","beganOn":"2025-10-01"}""");
        await PutAsync("/units", """{"units":[{"id":"tu","name":"TU","zone":"Asia/Jakarta"}]}""");
        await PutAsync("/employees", $$"""{"employees":[{{people}}]}""");
        await Parallel.ForEachAsync(Enumerable.Range(0, People - 1), async (i, _) =>
        {
            var (result, behaviour) = i switch
            {
                < 14 => ("above", "above"),
                < 54 => ("meets", "meets"),
                < 57 => ("below", "meets"),
                _ => ("meets", "below"),
            };
            await PutAsync($"/ratings/2025-Q4/orang-{i:D2}", $$"""
                {"raterId":"kepala","result":"{{result}}","behaviour":"{{behaviour}}",
                 "skpScore":{{119 - i}},"behaviourScore":90}
                """);
        });

        async Task PutAsync(string path, string body) =>
            Assert.Equal(200, (await api.PutAsync($"/api/v1/agencies/{Agency}{path}", body)).Status);
    }

    /// <summary>Page by page, as a client does.</summary>
    private static async Task<JsonNode> FindAsync(Api nation)
    {
        for (var cursor = ""; ;)
        {
            var page = await nation.GetAsync($"/api/v1/national/results/2025-Q4{cursor}");
            if (page.Json!["agencies"]!.AsArray().FirstOrDefault(a => (string?)a!["agencyId"] == Agency) is { } found)
            {
                return found;
            }

            var next = page.Headers.GetValues("Link").Single();
            cursor = next[next.IndexOf('?', StringComparison.Ordinal)..next.IndexOf('>', StringComparison.Ordinal)];
        }
    }

    private async Task EndTermsAsync()
    {
        var runs = cloud.Services.GetRequiredService<IRuns>();
        var period = AppraisalPeriod.Parse("2025-Q4").Value;
        var newest = (await runs.FindAsync(AgencyId.Parse(Agency).Value, period, CancellationToken.None))!;
        Assert.True(await runs.ReplaceAsync(
            newest.Value with { ObjectionsUntil = new LocalDate(2026, 1, 2) }, newest.Tag, CancellationToken.None));
    }
}
