using System.Text.Json.Nodes;
using Kinerja.Host.Tests.Refusals;

namespace Kinerja.Host.Tests.Runs;

/// <summary>
/// An agency that evaluates months too: ratings, result, objection, feedback and allowance of a month; a ranking only
/// where its policy says so. Others are refused.
/// </summary>
[Collection(nameof(LaterCloud))]
public sealed class MonthlyPeriodTests(CloudFixture cloud)
{
    private static readonly DateTimeOffset April = new(2026, 4, 8, 9, 0, 0, TimeSpan.FromHours(9));

    [Fact]
    public async Task A_month_is_rated_evaluated_objected_to_and_ranks_nobody()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await using var later = await LaterApp.OpenAsync(cloud, April);
        var (api, root) = (later.ApiOf(agency.Id), $"/api/v1/agencies/{agency.Id}");
        await PutAsync(api, $"{root}/policies/evaluation/2026-02-01", """{"months":true}""");
        await PutAsync(api, $"{root}/policies/allowance/2026-02-01", """
            {"basis":"Peraturan contoh.","cycle":"month",
             "percents":{"veryGood":100,"good":95,"needsImprovement":80,"poor":70,"veryPoor":60}}
            """);
        await RateAsync(api, root, "2026-03", "ani-1", "meets");
        await RateAsync(api, root, "2026-03", "budi", "above");
        await RateAsync(api, root, "2026-Q1", "ani-1", "below");
        await PublishAsync(api, root, "2026-03");

        var run = $"{root}/runs/2026-03";
        var ani = (await api.GetAsync($"{run}/evaluations/ani-1")).Json!;
        Assert.Equal(
            ("2026-03", "good", null, null),
            ((string?)ani["period"], (string?)ani["predicate"], (int?)ani["place"], (string?)ani["topShare"]));
        Assert.NotNull(ani["delivery"]!["objectionsUntil"]);
        foreach (var path in new[] { "", "/manifest", "/left-out", "/proofs/ani-1" })
        {
            await Refused.GetAsync(api, $"{run}/ranking{path}", 404, "period-not-ranked");
        }

        await Refused.PostAsync(
            api, $"{root}/grant-lists", """{"period":"2026-03","from":"2026-05-01","proposedById":"chief"}""",
            404, "period-not-ranked");
        Assert.Equal(200, (await api.GetAsync($"{run}/calibration")).Status);
        var again = await api.SendAsync(HttpMethod.Post, $"{run}/rerun", null);
        Assert.Equal((200, true), (again.Status, (bool?)again.Json!["equal"]));
        Assert.DoesNotContain(
            (await api.GetAsync($"{root}/events?after=0")).Json!["events"]!.AsArray(),
            one => ((string?)one!["type"])!.Contains("ranking", StringComparison.Ordinal));
        var factor = (await api.GetAsync("/api/v1/employees/budi/allowance-factor/2026-03")).Json!;
        Assert.Equal(("2026-04", 100m), ((string?)factor["appliesTo"], (decimal?)factor["percent"]));

        await ObjectAsync(api, root);
        await PublishAsync(api, root, "2026-Q1");
        var quarter = (await api.GetAsync($"{root}/runs/2026-Q1/evaluations/ani-1")).Json!;
        var month = Assert.Single(quarter["months"]!.AsArray())!;
        Assert.Equal(
            ("2026-03", "veryGood", 2),
            ((string?)month["period"], (string?)month["predicate"], (int?)month["revision"]));
        Assert.NotEqual("veryGood", (string?)quarter["predicate"]);
    }

    [Fact]
    public async Task A_month_is_ranked_and_published_where_the_policy_says_so()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await using var later = await LaterApp.OpenAsync(cloud, April);
        var (api, root) = (later.ApiOf(agency.Id), $"/api/v1/agencies/{agency.Id}");
        await PutAsync(api, $"{root}/policies/evaluation/2026-01-01", """{"months":true}""");
        await PutAsync(
            api, $"{root}/policies/ranking/2026-01-01",
            """{"months":true,"topPercent":50,"minimumCohort":2,"newStaffMonths":0}""");
        await RateAsync(api, root, "2026-03", "ani-1", "meets");
        await RateAsync(api, root, "2026-03", "budi", "above");
        await PublishAsync(api, root, "2026-03");

        var lines = (await api.GetAsync($"{root}/runs/2026-03/ranking")).Json!["lines"]!.AsArray();
        Assert.Equal(
            [(1, "budi", "in"), (2, "ani-1", "out")],
            lines.Select(l => ((int)l!["place"]!, (string?)l["employeeId"], (string?)l["topShare"])));
        Assert.Contains(
            (await api.GetAsync($"{root}/events?after=0")).Json!["events"]!.AsArray(),
            one => ((string?)one!["type"])!.Contains("ranking", StringComparison.Ordinal)
                && (string?)one["data"]!["period"] == "2026-03");
    }

    [Fact]
    public async Task What_changed_in_a_month_that_is_not_ranked_is_told_without_places()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await using var later = await LaterApp.OpenAsync(cloud, April);
        var (api, root) = (later.ApiOf(agency.Id), $"/api/v1/agencies/{agency.Id}");
        await PutAsync(api, $"{root}/policies/evaluation/2026-02-01", """{"months":true}""");
        await RateAsync(api, root, "2026-03", "ani-1", "meets");
        await RateAsync(api, root, "2026-03", "budi", "above");
        await PublishAsync(api, root, "2026-03");
        await ObjectAsync(api, root);

        var told = (await api.GetAsync($"{root}/runs/2026-03/changes?revision=2")).Json!;
        Assert.Equal((1, 0, 0), ((int)told["changed"]!, (int)told["placeChanged"]!, (int)told["topShareChanged"]!));
        Assert.Equal(
            """{"predicate":"veryGood","score":110}""",
            Assert.Single(told["changes"]!.AsArray())!["after"]!.ToJsonString());

        // Tried with a top share, a month that the tried policy does not rank has none either.
        var tried = (await api.PostAsync(
            $"{root}/runs/2026-03/what-if", """{"ranking":{"topPercent":50,"minimumCohort":2}}""")).Json!;
        Assert.Equal((0, 0), ((int)tried["changed"]!, (int)tried["after"]!["inTopShare"]!));
        var ranked = (await api.PostAsync(
            $"{root}/runs/2026-03/what-if",
            """{"ranking":{"months":true,"topPercent":50,"minimumCohort":2}}""")).Json!;
        Assert.Equal((2, 1), ((int)ranked["placeChanged"]!, (int)ranked["after"]!["inTopShare"]!));
    }

    [Fact]
    public async Task An_agency_without_months_refuses_them_and_so_does_a_month_before_the_policy()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await using var later = await LaterApp.OpenAsync(cloud, April);
        var (api, root) = (later.ApiOf(agency.Id), $"/api/v1/agencies/{agency.Id}");
        await RefuseAsync("2026-03");
        await PutAsync(api, $"{root}/policies/evaluation/2026-03-15", """{"months":true}""");
        await RefuseAsync("2026-02");
        await RateAsync(api, root, "2026-03", "budi", "above");
        await Refused.PutAsync(
            api, $"{root}/ratings/2026-13/budi", Rating("above"), 400, "invalid-field", "/period");

        async Task RefuseAsync(string month)
        {
            await Refused.PutAsync(
                api, $"{root}/ratings/{month}/budi", Rating("above"), 422, "period-not-evaluated");
            await Refused.PutAsync(
                api, $"{root}/units/tu/performance/{month}", """{"level":"good","setById":"chief"}""", 422,
                "period-not-evaluated");
            await Refused.PostAsync(
                api, $"{root}/runs", $$"""{"period":"{{month}}"}""", 422, "period-not-evaluated");
        }
    }

    [Fact]
    public async Task Feedback_of_a_month_is_what_came_in_it()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await using var later = await LaterApp.OpenAsync(cloud, April);
        var (api, feedback) = (later.ApiOf(agency.Id), "/api/v1/employees/ani-1/feedback");
        var given = await api.PostAsync("/api/v1/feedback", $$"""
            {"id":"umpan-balik-1","agencyId":"{{agency.Id}}","giverId":"head-1","receiverId":"ani-1","role":"leader",
             "subject":"loyal","level":"meets","words":"Baik."}
            """);
        Assert.Equal(201, given.Status);
        var (april, may, second) = (
            await LeadersAsync("2026-04"), await LeadersAsync("2026-05"), await LeadersAsync("2026-Q2"));
        Assert.Equal((1, 0, 1), (april, may, second));
        await Refused.GetAsync(api, $"{feedback}/2026/summary", 400, "invalid-field", "/period");

        async Task<int> LeadersAsync(string period)
        {
            var summary = (await api.GetAsync($"{feedback}/{period}/summary")).Json!;
            Assert.Equal(period, (string?)summary["period"]);
            return summary["leaders"]!.AsArray().Count;
        }
    }

    private static async Task ObjectAsync(Api api, string root)
    {
        const string Objection = "/api/v1/employees/ani-1/objections/2026-03";
        Assert.Equal(201, (await api.PostAsync(
            Objection, """{"id":"keberatan-bulan","reason":"Belum dihitung.","evidence":[]}""")).Status);
        foreach (var side in new[] { "ani-1", "head-1" })
        {
            await api.PostAsync($"{Objection}/statements", $$"""{"byId":"{{side}}","words":"Sudah."}""");
        }

        Assert.Equal(200, (await api.PostAsync($"{Objection}/decision", """
            {"decidedById":"chief","reason":"Bukti lengkap.",
             "revised":{"result":"above","behaviour":"above","skpScore":110,"behaviourScore":110}}
            """)).Status);
        await WaitedRun.ReachedAsync(api, $"{root}/runs/2026-03", revision: 2);
    }

    private static async Task PublishAsync(Api api, string root, string period)
    {
        var started = await api.PostAsync($"{root}/runs", $$"""{"period":"{{period}}"}""");
        Assert.True(started.Status == 202, $"{started.Json}");
        await WaitedRun.ReachedAsync(api, $"{root}/runs/{period}");
    }

    private static Task RateAsync(Api api, string root, string period, string person, string level) =>
        PutAsync(api, $"{root}/ratings/{period}/{person}", Rating(level));

    private static string Rating(string level) =>
        $$"""{"raterId":"head-1","result":"{{level}}","behaviour":"{{level}}","skpScore":100,"behaviourScore":100}""";

    private static async Task PutAsync(Api api, string path, string json)
    {
        var answer = await api.PutAsync(path, json);
        Assert.True(answer.Status is 200 or 201, $"{path}: {answer.Status} {answer.Json}");
    }
}
