using System.Text.Json.Nodes;

namespace Kinerja.Host.Tests.Presence.Attendance;

/// <summary>A reward never cuts pay. It is Monday 5 January 2026 in Jayapura; Friday was the 2nd.</summary>
[Collection(nameof(CloudFixture))]
public sealed class RewardedDayTests(CloudFixture cloud)
{
    private const string Scheme = """
        {"basis":"Aturan contoh","rules":[
          {"id":"late","event":"late","unit":"percentOfMonth","bands":[{"fromMinutes":1,"amount":1}]},
          {"id":"early","event":"leftEarly","unit":"percentOfMonth","bands":[{"fromMinutes":1,"amount":1}]}]}
        """;

    [Fact]
    public async Task A_flexible_start_widens_the_window_and_nobody_loses_by_it()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var policies = $"/api/v1/agencies/{agency.Id}/policies";
        await Ok(agency.Api.PutAsync(policies + "/deduction/2026-01-01", Scheme));
        await Ok(agency.Api.PutAsync(policies + "/working-time/2025-12-01", """
            {"everybody":{"scheme":"fixed","week":[{"days":["friday"],"start":"07:30","end":"16:00"}]}}
            """));
        foreach (var (person, superior) in new[] { ("ani-1", "head-1"), ("head-1", "chief") })
        {
            await Ok(agency.Api.PutAsync($"/api/v1/employees/{person}/entitlements", $$"""
                {"kind":"flexibleStart","from":"2026-01-01","to":"2026-04-01","start":"08:30",
                 "source":"ranking 2025-Q4","decidedById":"{{superior}}"}
                """));
        }

        foreach (var (person, from, to) in new[]
        {
            ("ani-1", "07:30", "16:00"), ("budi", "07:30", "16:00"), ("head-1", "08:30", "17:00"),
        })
        {
            await Ok(RecordAsync(agency, person, from, "in"));
            await Ok(RecordAsync(agency, person, to, "out"));
        }

        Assert.Equal((0, 0, 0m), await LossAsync(agency, "ani-1"));
        Assert.Equal((0, 0, 0m), await LossAsync(agency, "budi"));
        Assert.Equal((0, 0, 0m), await LossAsync(agency, "head-1"));
    }

    /// <summary>One from 09:00 on; then another, from a later day, of 08:00: neither takes from the other.</summary>
    [Fact]
    public async Task A_further_flexible_start_takes_nothing_from_the_one_before()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var policies = $"/api/v1/agencies/{agency.Id}/policies";
        await Ok(agency.Api.PutAsync(policies + "/deduction/2026-01-01", Scheme));
        await Ok(agency.Api.PutAsync(policies + "/working-time/2025-12-01", """
            {"everybody":{"scheme":"fixed","week":[{"days":["friday"],"start":"07:30","end":"16:00"}]}}
            """));
        await Ok(RecordAsync(agency, "ani-1", "09:00", "in"));
        await Ok(RecordAsync(agency, "ani-1", "17:30", "out"));
        var without = await LossAsync(agency, "ani-1");
        await Ok(GrantAsync("2026-01-01", "09:00"));
        var one = await LossAsync(agency, "ani-1");
        await Ok(GrantAsync("2026-01-02", "08:00"));

        Assert.Equal((90, 0, 1m), without);
        Assert.Equal((0, 0, 0m), one);
        Assert.Equal((0, 0, 0m), await LossAsync(agency, "ani-1"));

        Task<Answer> GrantAsync(string from, string start) => agency.Api.PutAsync(
            "/api/v1/employees/ani-1/entitlements", $$"""
            {"kind":"flexibleStart","from":"{{from}}","to":"2026-04-01","start":"{{start}}",
             "source":"ranking 2025-Q4","decidedById":"head-1"}
            """);
    }

    private static async Task<(int Late, int Early, decimal Percent)> LossAsync(SmallAgency agency, string person)
    {
        var month = $"/api/v1/employees/{person}/attendance/2026-01";
        JsonNode day = (await agency.Api.GetAsync(month)).Json!["days"]![1]!;
        var stated = (await agency.Api.GetAsync(month + "/deductions")).Json!;
        Assert.Equal("deduction-2026-01-01.1", (string?)stated["scheme"]);
        return ((int)day["lateMinutes"]!, (int)day["earlyMinutes"]!, (decimal)stated["percentOfMonth"]!);
    }

    private static Task<Answer> RecordAsync(SmallAgency agency, string person, string wall, string kind) =>
        agency.Api.PostAsync(
            "/api/v1/check-ins",
            agency.CheckIn($"{person}-{kind}-0102", person, $"2026-01-02T{wall}:00+09:00", kind: kind));

    private static async Task Ok(Task<Answer> call)
    {
        var answer = await call;
        Assert.True(answer.Status is 200 or 201, $"{answer.Status} {answer.Json}");
    }
}
