using Kinerja.Host.Tests.Refusals;

namespace Kinerja.Host.Tests.Policies;

/// <summary>Dry runs of policies over HTTP: what would change is told, and nothing is stored.</summary>
[Collection(nameof(CloudFixture))]
public sealed class PolicyDryRunTests(CloudFixture cloud)
{
    private const string EightToFive =
        """{"everybody":{"scheme":"fixed","week":[{"days":["friday"],"start":"08:00","end":"16:30"}]}}""";
    private const string FlatRate = """
        {"basis":"Perwali contoh","rules":[{"id":"telat","event":"late","unit":"rupiah","bands":[{"fromMinutes":1,"amount":75000}]}]}
        """;

    [Fact]
    public async Task Later_hours_would_take_a_lateness_and_what_it_costs_away()
    {
        var agency = await LateOnFridayAsync();

        var trial = await agency.Api.PostAsync(Path(agency), Body(EightToFive, ",\"employees\":[\"ani-1\"]"));

        Assert.Equal(
            (200, 1, 1, 1),
            (trial.Status, Count(trial, "people"), Count(trial, "changedPeople"), Count(trial, "changedDays")));
        var change = trial.Json!["changes"]![0]!;
        var day = Assert.Single(change["days"]!.AsArray())!;
        Assert.Equal(
            ("ani-1", "2026-01-02", 12, 0),
            (
                (string?)change["employeeId"],
                (string?)day["date"],
                (int?)day["before"]!["lateMinutes"],
                (int?)day["after"]!["lateMinutes"]));
        // Agriculture's bands hold: 1 to 30 minutes late cost half a percent; the missing leaving costs two either way.
        Assert.Equal(
            (2.5m, 2m), ((decimal?)change["before"]!["percentOfMonth"], (decimal?)change["after"]!["percentOfMonth"]));
    }

    [Fact]
    public async Task Another_scheme_would_cost_rupiah_instead_and_only_who_was_late()
    {
        var agency = await LateOnFridayAsync();

        var trial = await agency.Api.PostAsync(Path(agency, "deduction"), Body(FlatRate));

        Assert.Equal((4, 4), (Count(trial, "people"), Count(trial, "changedPeople")));
        var ani = trial.Json!["changes"]!.AsArray().Single(c => (string?)c!["employeeId"] == "ani-1")!["after"]!;
        var budi = trial.Json["changes"]!.AsArray().Single(c => (string?)c!["employeeId"] == "budi")!["after"]!;
        Assert.Equal((75000m, 0m), ((decimal?)ani["rupiah"], (decimal?)budi["rupiah"]));
    }

    [Fact]
    public async Task A_dry_run_stores_nothing_and_the_month_stays_as_it_is()
    {
        var agency = await LateOnFridayAsync();
        var rows = await StoredRows.OfAsync(cloud, agency.Id);

        await agency.Api.PostAsync(Path(agency), Body(EightToFive, ",\"units\":[\"tu\"]"));
        await agency.Api.PostAsync(Path(agency, "deduction"), Body(FlatRate));

        Assert.Equal(rows, await StoredRows.OfAsync(cloud, agency.Id));
        var month = await agency.Api.GetAsync("/api/v1/employees/ani-1/attendance/2026-01");
        Assert.Equal(12, (int?)month.Json!["days"]![1]!["lateMinutes"]);
    }

    [Fact]
    public Task What_cannot_be_tried_is_refused() => Refused.WithNothingStoredAsync(cloud, async agency =>
    {
        var post = (string body, int status, string code, string kind, string[] pointers) =>
            Refused.PostAsync(agency.Api, Path(agency, kind), body, status, code, pointers);

        await post(Body("{}"), 422, "policy-not-testable", "check-in", []);
        await post(Body("{}"), 404, "unknown-policy", "jam-kerja", []);
        await post(Body("{}"), 400, "invalid-field", "working-time", ["/policy/everybody"]);
        await post("""{"month":"2026-01"}""", 400, "invalid-field", "working-time", ["/policy"]);
        await post(
            Body(EightToFive).Replace("2026-01", "2026-02", StringComparison.Ordinal),
            422,
            "day-not-begun",
            "working-time",
            []);
        await post(Body(EightToFive, ",\"from\":\"2026-02-01\""), 400, "invalid-field", "working-time", ["/from"]);
        await post(
            Body(EightToFive, ",\"employees\":[\"nobody\"]"),
            404,
            "unknown-employee",
            "working-time",
            ["/employees/0"]);
        await post(Body(EightToFive, ",\"units\":[\"gudang\"]"), 404, "unknown-unit", "working-time", ["/units/0"]);
        await post(
            Body(EightToFive, ",\"units\":[\"tu\"],\"employees\":[\"ani-1\"]"),
            400,
            "invalid-field",
            "working-time",
            ["/employees"]);
        await Refused.PostAsync(
            agency.Api, Path(agency) + "?cursor=p99999", Body(EightToFive), 400, "invalid-field", "/cursor");
    });

    /// <summary>
    /// The tests' clock stands on Monday 5 January 2026; Friday the 2nd was the year's first working day.
    /// </summary>
    private async Task<SmallAgency> LateOnFridayAsync()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var posted = await agency.Api.PostAsync(
            "/api/v1/check-ins", agency.CheckIn("late-0001", captured: "2026-01-02T07:42:00+09:00"));
        Assert.Equal(201, posted.Status);
        var scheme = await agency.Api.PutAsync(
            $"/api/v1/agencies/{agency.Id}/policies/deduction/2026-01-01",
            """{"shipped":"deduction-pertanian-68-2012"}""");
        Assert.Equal(200, scheme.Status);
        return agency;
    }

    private static string Path(SmallAgency agency, string kind = "working-time") =>
        $"/api/v1/agencies/{agency.Id}/policies/{kind}/test";

    private static string Body(string policy, string more = "") =>
        $$"""{"policy":{{policy}},"month":"2026-01"{{more}}}""";

    private static int? Count(Answer answer, string what) => (int?)answer.Json![what + "Count"];
}
