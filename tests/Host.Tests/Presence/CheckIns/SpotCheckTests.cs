namespace Kinerja.Host.Tests.Presence.CheckIns;

[Collection(nameof(CloudFixture))]
public sealed class SpotCheckTests(CloudFixture cloud)
{
    [Fact]
    public async Task What_has_opened_is_told_and_a_spot_check_answers_it()
    {
        // The clock of the tests stands at 10:00 in Jayapura; between 08:00 and 09:00 there is room for one window.
        var agency = await SmallAgency.RegisterAsync(cloud);
        await agency.Api.PutAsync(
            $"/api/v1/agencies/{agency.Id}/policies/check-in/2026-01-01",
            """{"spotChecks":{"chancePercent":100,"windowMinutes":60,"from":"08:00","to":"09:00"}}""");
        const string Path = "/api/v1/employees/ani-1/spot-checks?date=2026-01-05";

        var asked = await agency.Api.GetAsync(Path);
        await agency.Api.PostAsync(
            "/api/v1/check-ins", agency.CheckIn("spot-0001", captured: "2026-01-05T08:20:00+09:00", kind: "spotCheck"));
        var answered = await agency.Api.GetAsync(Path);
        var tomorrow = await agency.Api.GetAsync("/api/v1/employees/ani-1/spot-checks?date=2026-01-06");

        Assert.Equal(
            "2026-01-05T08:00:00+09:00", (string?)Assert.Single(asked.Json!["spotChecks"]!.AsArray())!["opens"]);
        Assert.Null(asked.Json["spotChecks"]![0]!["answeredBy"]);
        Assert.Equal("spot-0001", (string?)answered.Json!["spotChecks"]![0]!["answeredBy"]);
        Assert.Empty(tomorrow.Json!["spotChecks"]!.AsArray());
    }

    [Fact]
    public async Task A_missing_date_and_an_unknown_person_are_refused()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var missing = await agency.Api.GetAsync("/api/v1/employees/ani-1/spot-checks");
        var unknown = await agency.Api.GetAsync("/api/v1/employees/nobody/spot-checks?date=2026-01-05");
        Assert.Equal((400, 404), (missing.Status, unknown.Status));
        Assert.Equal(["/date"], missing.Pointers);
    }
}
