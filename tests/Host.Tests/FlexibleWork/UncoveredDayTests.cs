using System.Text.Json.Nodes;

namespace Kinerja.Host.Tests.FlexibleWork;

/// <summary>A day in a home or WFA fence that nothing covers is never a silent present.</summary>
[Collection(nameof(CloudFixture))]
public sealed class UncoveredDayTests(CloudFixture cloud)
{
    private const string AtHome = """{"latitude":-2.5495,"longitude":140.7005,"accuracyMetres":8}""";

    [Fact]
    public async Task Without_a_flexible_work_policy_a_day_at_home_says_so_and_waits_for_a_ruling()
    {
        var agency = await WithHomeAsync();

        var day = await DayAsync(agency);

        Assert.Equal(("present", true), ((string?)day["status"], (bool?)day["flagged"]));
        Assert.Equal("noPost notAdopted", ReasonOf(day));
    }

    [Fact]
    public async Task Below_a_unit_in_direct_service_a_day_at_home_says_so_with_and_without_a_policy()
    {
        var agency = await WithHomeAsync();
        await agency.Api.PutAsync($"/api/v1/agencies/{agency.Id}/units", """
            {"units":[
              {"id":"loket","name":"Loket","zone":"Asia/Jayapura","directService":true},
              {"id":"tu","name":"Tata Usaha","zone":"Asia/Jayapura","headId":"head-1","parentId":"loket"}]}
            """);

        var without = ReasonOf(await DayAsync(agency));
        var eligibility = await agency.Api.GetAsync("/api/v1/employees/ani-1/flexible-work/2026-01-14");
        await agency.Api.PutAsync($"/api/v1/agencies/{agency.Id}/policies/flexible-work/2026-01-01", "{}");
        var with = ReasonOf(await DayAsync(agency));

        Assert.Contains("directServiceUnit", without, StringComparison.Ordinal);
        Assert.Contains("directServiceUnit", with, StringComparison.Ordinal);
        Assert.Contains(
            eligibility.Json!["reasons"]!.AsArray(), r => (string?)r!["code"] == "directServiceUnit");
    }

    /// <summary>In at the office and out from home: the home is told all the same.</summary>
    [Fact]
    public async Task A_leaving_from_home_is_told_too()
    {
        var agency = await WithHomeAsync("out");
        await agency.Api.PostAsync(
            "/api/v1/check-ins", agency.CheckIn("kantor-01", captured: "2026-01-05T07:20:00+09:00"));

        Assert.Contains("notAdopted", ReasonOf(await DayAsync(agency)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_category_that_nobody_knows_is_refused_with_those_known()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var posts = $"/api/v1/agencies/{agency.Id}/posts";
        const string Medical = """{"posts":[{"id":"dokter","name":"Dokter","category":"medical"}]}""";

        var unknown = await agency.Api.PutAsync(posts, Medical);
        var known = await agency.Api.PutAsync(
            posts, Medical.Replace("\"medical\"", "\"medical-staff\"", StringComparison.Ordinal));
        await agency.Api.PutAsync(
            $"/api/v1/agencies/{agency.Id}/policies/flexible-work/2026-01-01", """{"otherCategories":["medical"]}""");
        var own = await agency.Api.PutAsync(posts, Medical);

        Assert.Equal((400, "/posts/0/category"), (unknown.Status, Assert.Single(unknown.Pointers)));
        Assert.Contains("medical-staff", (string?)unknown.Json!["detail"], StringComparison.Ordinal);
        Assert.Equal([200, 200], new[] { known, own }.Select(a => a.Status));
    }

    private async Task<SmallAgency> WithHomeAsync(string kind = "in")
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await agency.Api.PutAsync($"/api/v1/agencies/{agency.Id}/geofences/rumah-ani", """
            {"type":"Feature","properties":{"name":"Rumah","kind":"home","zone":"Asia/Jayapura","employees":["ani-1"]},
             "geometry":{"type":"Polygon","coordinates":[
               [[140.70,-2.55],[140.701,-2.55],[140.701,-2.549],[140.70,-2.549],[140.70,-2.55]]]}}
            """);
        var answer = await agency.Api.PostAsync(
            "/api/v1/check-ins", agency.CheckIn("rumah-0001", position: AtHome, kind: kind));
        Assert.Equal("inside", (string?)answer.Json!["placement"]);
        return agency;
    }

    private static async Task<JsonNode> DayAsync(SmallAgency agency)
    {
        var month = await agency.Api.GetAsync("/api/v1/employees/ani-1/attendance/2026-01");
        return month.Json!["days"]![4]!;
    }

    private static string? ReasonOf(JsonNode day) => (string?)day["reasons"]!.AsArray()
        .Single(r => (string?)r!["code"] == "flexibleNotCovered")!["reference"];
}
