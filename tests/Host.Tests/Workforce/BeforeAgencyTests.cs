using Kinerja.Host.Tests.Refusals;

namespace Kinerja.Host.Tests.Workforce;

/// <summary>Months and periods that were over before the agency began. The clock stands on 5 January 2026.</summary>
[Collection(nameof(CloudFixture))]
public sealed class BeforeAgencyTests(CloudFixture cloud)
{
    private const string Rating =
        """{"raterId":"head-1","result":"meets","behaviour":"meets","skpScore":100,"behaviourScore":100}""";

    [Fact]
    public Task No_month_before_the_agency_is_offered_closed_exported_or_reported() =>
        Refused.WithNothingStoredAsync(cloud, async agency =>
    {
        var root = $"/api/v1/agencies/{agency.Id}";
        foreach (var path in new[]
        {
            "payroll-months/2025-12", "payroll-months/2025-12/differences", "exports/attendance/2025-12",
            "exports/deductions/2025-12", "attendance/2025-12", "reports/flexible-work?month=2025-12",
            "reports/occupancy?month=2025-12", "reports/office-space?month=2025-12", "payroll-months/2016-02",
        })
        {
            await Refused.GetAsync(agency.Api, $"{root}/{path}", 404, "before-agency");
        }

        await Refused.PutAsync(
            agency.Api, $"{root}/payroll-months/2025-12", """{"closedById":"head-1"}""", 404, "before-agency");
    });

    [Fact]
    public Task No_period_before_the_agency_is_rated_or_run_by_hand() =>
        Refused.WithNothingStoredAsync(cloud, async agency =>
    {
        var root = $"/api/v1/agencies/{agency.Id}";
        foreach (var period in new[] { "2025-Q4", "2025-Q1", "2025", "2019" })
        {
            await Refused.PostAsync(
                agency.Api, $"{root}/runs", $$"""{"period":"{{period}}"}""", 422, "before-agency");
            await Refused.PutAsync(agency.Api, $"{root}/ratings/{period}/budi", Rating, 422, "before-agency");
            await Refused.PutAsync(
                agency.Api, $"{root}/units/tu/performance/{period}", """{"level":"good","setById":"chief"}""", 422,
                "before-agency");
        }
    });

    [Fact]
    public async Task A_month_and_a_period_of_which_the_agency_has_the_last_day_are_its_own()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var (api, root) = (agency.Api, $"/api/v1/agencies/{agency.Id}");
        await api.PutAsync(root, """{"name":"Contoh","zone":"Asia/Jayapura","beganOn":"2025-12-31"}""");

        var month = await api.GetAsync($"{root}/payroll-months/2025-12");
        var export = await api.GetAsync($"{root}/exports/attendance/2025-12");
        var closed = await api.PutAsync($"{root}/payroll-months/2025-12", """{"closedById":"head-1"}""");
        var run = await api.PostAsync($"{root}/runs", """{"period":"2025-Q4"}""");
        // What was closed stays to be read where the agency is said to have begun later.
        await api.PutAsync(root, """{"name":"Contoh","zone":"Asia/Jayapura","beganOn":"2026-01-01"}""");
        var after = await api.GetAsync($"{root}/payroll-months/2025-12");

        Assert.Equal((200, "open"), (month.Status, (string?)month.Json!["state"]));
        Assert.Equal((200, 200, 202), (export.Status, closed.Status, run.Status));
        Assert.Equal((200, "closed"), (after.Status, (string?)after.Json!["state"]));
        await Refused.GetAsync(api, $"{root}/payroll-months/2025-11", 404, "before-agency");
    }
}
