using Kinerja.Host.Tests.Refusals;

namespace Kinerja.Host.Tests.Evaluation;

[Collection(nameof(CloudFixture))]
public sealed class RatingTrailTests(CloudFixture cloud)
{
    [Fact]
    public async Task A_rater_sees_whom_he_rates_and_who_has_no_rating_that_stands()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var list = $"/api/v1/agencies/{agency.Id}/ratings/2026-Q1";
        await agency.RateAsync("budi", "head-1", "above", "meets", 110, 100);
        await agency.RateAsync("head-1", "chief", "meets", "meets", 100, 100);
        await agency.Api.PostAsync(
            list + "/head-1/rater-correction",
            """{"raterId":"budi","correctedById":"ani-1","reason":"Salah pilih pejabat penilai."}""");

        Assert.Equal("ani-1: , budi: above", await OfAsync("head-1"));
        Assert.Equal("head-1: ", await OfAsync("budi"));
        Assert.Equal("", await OfAsync("ani-1"));
        await Refused.GetAsync(agency.Api, list + "?raterId=nobody", 404, "unknown-employee", "/raterId");
        await Refused.GetAsync(agency.Api, list, 400, "invalid-field", "/raterId");
        await Refused.GetAsync(
            agency.Api, $"/api/v1/agencies/{agency.Id}/ratings/2027-Q1?raterId=head-1", 422, "period-not-started");

        async Task<string> OfAsync(string rater) => string.Join(", ",
            (await agency.Api.GetAsync($"{list}?raterId={rater}")).Json!["people"]!.AsArray()
                .Select(one => $"{one!["employeeId"]}: {one["rating"]?["result"]}"));
    }

    [Fact]
    public async Task The_wrong_raters_rating_is_voided_and_the_right_one_rates_while_those_below_are_rated_on()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var path = $"/api/v1/agencies/{agency.Id}/ratings/2026-Q1/head-1";
        const string Correction =
            """{"raterId":"budi","correctedById":"ani-1","reason":"Salah pilih pejabat penilai."}""";
        await agency.RateAsync("head-1", "chief", "above", "meets", 115, 100);
        var corrected = await agency.Api.PostAsync(path + "/rater-correction", Correction);
        var again = await agency.Api.PostAsync(path + "/rater-correction", Correction);
        var below = await agency.RateAsync("ani-1", "head-1", "meets", "meets", 100, 100);
        var wrong = await agency.RateAsync("head-1", "chief", "above", "meets", 115, 100);
        var right = await agency.RateAsync("head-1", "budi", "meets", "meets", 100, 100);
        var versions = await agency.Api.GetAsync(path + "/versions");

        Assert.Equal([200, 200, 200, 403, 200], new[] { corrected, again, below, wrong, right }.Select(a => a.Status));
        Assert.Equal(corrected.Json!.ToJsonString(), again.Json!.ToJsonString());
        Assert.Equal("Salah pilih pejabat penilai.", (string?)corrected.Json["rating"]!["voided"]!["reason"]);
        Assert.Equal(
            ["chief", "chief", "budi"], versions.Json!["versions"]!.AsArray().Select(v => (string?)v!["raterId"]));
        Assert.Equal([false, true, false], versions.Json["versions"]!.AsArray().Select(v => v!["voided"] is not null));
    }

    [Fact]
    public async Task A_suggestion_shows_its_arithmetic_and_what_it_lacks_and_leaves_no_rating()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var path = $"/api/v1/agencies/{agency.Id}/ratings/2026-Q1/ani-1";
        await agency.Api.PostAsync("/api/v1/feedback", $$"""
            {"id":"feedback-01","agencyId":"{{agency.Id}}","giverId":"head-1","receiverId":"ani-1","role":"leader",
             "subject":"loyal","level":"above","words":"Baik."}
            """);
        var bare = await agency.Api.GetAsync(path + "/suggestion");
        var known = await agency.Api.GetAsync(path + "/suggestion?skpScore=104.5");
        var wrong = await agency.Api.GetAsync(path + "/suggestion?skpScore=121");
        var rating = await agency.Api.GetAsync(path);

        Assert.Equal(["workPlan"], bare.Json!["missing"]!.AsArray().Select(m => (string?)m));
        Assert.Null(bare.Json["score"]);
        Assert.Equal((109.15m, "meets", "above", "good"), (
            (decimal)known.Json!["score"]!, (string?)known.Json["result"], (string?)known.Json["behaviour"],
            (string?)known.Json["predicate"]));
        Assert.Equal(
            [
                "skpNotCounted", "skpMissing", "roleOfOneValue", "behaviourOfOneRole", "weightsLeaderAlone",
                "scoreMissing", "resultMissing", "behaviourByBands", "matrixLacksLevel", "raterDecides",
            ],
            bare.Json["explanation"]!.AsArray().Select(step => (string?)step!["code"]));
        var score = known.Json["explanation"]!.AsArray().Single(step => (string?)step!["code"] == "scoreWeighed")!;
        Assert.Equal(
            (
                "109.15", """{"en":"PP 30/2019 art. 41","id":"PP 30/2019 pasal 41"}""", "Score: 104.50 × 70% + 120.00 × 30% = 109.15.",
                "Nilai: 104,50 × 70% + 120,00 × 30% = 109,15."),
            (
                (string?)score["parameters"]!["score"], score["source"]!.ToJsonString(), (string?)score["en"],
                (string?)score["id"]));
        Assert.Equal(["/skpScore"], wrong.Pointers);
        Assert.Equal(404, rating.Status);
    }

    [Theory]
    [InlineData("id", "Saran penilaian ani-1, 2026-Q1", "7. Hasil kerja: 104,50 berarti sesuai ekspektasi; ")]
    [InlineData("en", "Suggested rating ani-1, 2026-Q1", "7. Result: 104.50 is as expected; ")]
    public async Task A_suggestion_is_read_as_lines_of_text_in_either_language(
        string language, string title, string result)
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await agency.Api.PostAsync("/api/v1/feedback", $$"""
            {"id":"feedback-01","agencyId":"{{agency.Id}}","giverId":"head-1","receiverId":"ani-1","role":"leader",
             "subject":"loyal","level":"above","words":"Baik."}
            """);
        var text = await agency.Api.SendAsync(
            HttpMethod.Get,
            $"/api/v1/agencies/{agency.Id}/ratings/2026-Q1/ani-1/suggestion?skpScore=104.5",
            null,
            ("Accept", "text/plain"),
            ("Accept-Language", language));

        var lines = ((string?)text.Json)!.Split('\n');
        Assert.Equal((title, ""), (lines[0], lines[1]));
        Assert.StartsWith(result, lines[8], StringComparison.Ordinal);
        Assert.EndsWith("[feedback-2026.1]", lines[8], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Corrections_and_delegations_outside_the_rules_are_refused()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var root = $"/api/v1/agencies/{agency.Id}/ratings/2026-Q1/ani-1";
        var own = await agency.Api.PostAsync(
            root + "/rater-correction", """{"raterId":"ani-1","correctedById":"budi","reason":"?"}""");
        var nobody = await agency.Api.PostAsync(
            root + "/rater-correction", """{"raterId":"nobody","correctedById":"budi","reason":"?"}""");
        var none = await agency.Api.GetAsync(root + "/versions");
        var span = await agency.Api.PutAsync(
            "/api/v1/employees/head-1/delegations/2026-01-05",
            """{"delegateId":"budi","to":"2026-01-05","grantedById":"chief","reason":"Cuti."}""");

        Assert.Equal([400, 404, 404, 400], new[] { own, nobody, none, span }.Select(a => a.Status));
        Assert.Equal(["/to"], span.Pointers);
    }
}
