namespace Kinerja.Host.Tests.Refusals;

[Collection(nameof(CloudFixture))]
public sealed class PresenceRefusalTests(CloudFixture cloud)
{
    private const string Path = "/api/v1/check-ins";

    [Fact]
    public Task A_check_in_from_the_future_or_long_ago_is_refused() =>
        Refused.WithNothingStoredAsync(cloud, async agency =>
    {
        // The server's clock stands at 10:00 in Jayapura.
        await CapturedAsync("2026-01-06T10:00:01+09:00", "captured-in-future");
        await CapturedAsync("9998-12-31T23:59:59Z", "captured-in-future");
        await CapturedAsync("2025-12-29T09:59:59+09:00", "captured-too-long-ago");
        await CapturedAsync("0001-01-01T00:00:00+18:00", "captured-too-long-ago");

        Task CapturedAsync(string time, string code) =>
            Refused.PostAsync(agency.Api, Path, agency.CheckIn("times-02", captured: time), 422, code, "/capturedAt");
    });

    [Fact]
    public async Task A_check_in_at_the_very_limits_is_taken()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);

        var early = await agency.Api.PostAsync(
            Path, agency.CheckIn("limit-early", captured: "2025-12-29T10:00:00+09:00"));
        var late = await agency.Api.PostAsync(
            Path, agency.CheckIn("limit-late1", captured: "2026-01-06T10:00:00+09:00"));

        Assert.Equal((201, 201), (early.Status, late.Status));
        // The clock was set between capture and sending.
        Assert.Equal(
            ("server", "2026-01-05"), ((string?)late.Json!["timeSource"], (string?)late.Json["workDate"]));
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("9998-12-31T23:59:59Z")]
    public async Task A_clock_centuries_off_is_no_fault_of_the_person(string sentAt)
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var body = agency.CheckIn("wild-clock").Replace("2026-01-05T10:00:00+09:00", sentAt, StringComparison.Ordinal);

        var answer = await agency.Api.PostAsync(Path, body);
        var again = await agency.Api.PostAsync(Path, body);

        Assert.Equal((201, "server"), (answer.Status, (string?)answer.Json!["timeSource"]));
        Assert.Equal(200, again.Status);
    }

    [Fact]
    public Task Unknown_people_and_agencies_are_named() => Refused.WithNothingStoredAsync(cloud, async agency =>
    {
        var unregistered = cloud.ApiOf("belum-ada");
        var elsewhere = agency.CheckIn("unknown-1").Replace(agency.Id, "belum-ada", StringComparison.Ordinal);

        await Refused.PostAsync(
            agency.Api, Path, agency.CheckIn("unknown-1", employee: "nobody"), 404, "unknown-employee", "/employeeId");
        await Refused.PostAsync(unregistered, Path, elsewhere, 404, "unknown-employee", "/employeeId");
        await Refused.PostAsync(agency.Api, Path, elsewhere, 403, "wrong-agency");
        await Refused.GetAsync(
            agency.Api, "/api/v1/employees/nobody/check-ins?month=2026-01", 404, "unknown-employee", "/employeeId");
        await Refused.GetAsync(
            agency.Api, "/api/v1/employees/nobody/attendance/2026-01", 404, "unknown-employee", "/employeeId");
        Assert.Empty(await StoredRows.OfAsync(cloud, "belum-ada"));
    });

    [Fact]
    public Task A_month_that_is_none_is_refused() => Refused.WithNothingStoredAsync(cloud, async agency =>
    {
        foreach (var month in
            new[] { "2026-13", "2026-00", "2026-1", "202601", "2026-Q1", "-9998-01", "12026-01", "2026-01-01", "%20" })
        {
            await Refused.GetAsync(
                agency.Api, $"/api/v1/employees/ani-1/check-ins?month={month}", 400, "invalid-field", "/month");
            await Refused.GetAsync(
                agency.Api, $"/api/v1/employees/ani-1/attendance/{month}", 400, "invalid-field", "/month");
        }

        await Refused.GetAsync(agency.Api, "/api/v1/employees/ani-1/check-ins", 400, "invalid-field", "/month");
        await Refused.GetAsync(
            agency.Api,
            "/api/v1/employees/ani-1/check-ins?month=2026-01&month=2026-02",
            400,
            "invalid-field",
            "/month");
        await Refused.GetAsync(
            agency.Api, "/api/v1/employees/A/attendance/2026-01", 400, "invalid-field", "/employeeId");
        await Refused.GetAsync(
            agency.Api, "/api/v1/employees/a%2Fb-1/attendance/2026-01", 400, "invalid-field", "/employeeId");
    });

    [Theory]
    [InlineData("0001-01")]
    [InlineData("1999-12")]
    [InlineData("9999-12")]
    public async Task A_month_of_another_age_is_empty_and_no_fault(string month)
    {
        var agency = await SmallAgency.RegisterAsync(cloud);

        var list = await agency.Api.GetAsync($"/api/v1/employees/ani-1/check-ins?month={month}");
        var days = await agency.Api.GetAsync($"/api/v1/employees/ani-1/attendance/{month}");

        Assert.Equal((200, 200), (list.Status, days.Status));
        Assert.Empty(list.Json!["checkIns"]!.AsArray());
    }

    [Fact]
    public async Task An_item_of_a_batch_names_its_place_in_the_batch_whatever_is_wrong()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        string[] items =
        [
            "null", "[]", """{"foreign":1}""", agency.CheckIn("item-4", employee: "nobody"),
            agency.CheckIn("item-0005", captured: "2027-01-01T00:00:00Z"),
            agency.CheckIn("item-0006", employee: "nobody"),
        ];

        var answer = await agency.Api.SendAsync(
            HttpMethod.Post, Path + "/batch", $$"""{"checkIns":[{{string.Join(',', items)}}]}""",
            ("Accept-Language", "id"));

        var problems = answer.Json!["items"]!.AsArray().Select(i => i!["problem"]!).ToList();
        Assert.Equal([400, 400, 400, 400, 422, 404], problems.Select(p => (int)p["status"]!));
        Assert.Equal(
            [
                "/checkIns/0",
                "/checkIns/1",
                "/checkIns/2/foreign",
                "/checkIns/3/id",
                "/checkIns/4/capturedAt",
                "/checkIns/5/employeeId"
            ],
            problems.Select(p => (string?)p["errors"]![0]!["pointer"]));
        Assert.Equal("Pegawai tidak dikenal", (string?)problems[5]["title"]);
    }
}
