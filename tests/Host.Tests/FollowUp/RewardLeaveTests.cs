using System.Text.Json.Nodes;
using Kinerja.Host.Tests.Refusals;

namespace Kinerja.Host.Tests.FollowUp;

/// <summary>Leave as a reward (libur, seed 001): granted by an official, used through the agency's leave.</summary>
[Collection(nameof(CloudFixture))]
public sealed class RewardLeaveTests(CloudFixture cloud)
{
    private const string Rewards = "/api/v1/employees/ani-1/entitlements";

    [Fact]
    public async Task A_reward_of_leave_is_used_day_by_day_within_its_term_and_no_further()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        Assert.Equal("422 no-reward-left", await LeaveAsync(agency, "2026-01-06", "2026-01-07", "L-1"));
        await Refused.PutAsync(agency.Api, Rewards, Reward(0), 400, "invalid-field", "/daysOff");
        await Refused.PutAsync(agency.Api, Rewards, Reward(2, "ani-1"), 403, "own-case", "/decidedById");
        Assert.Equal(200, (await agency.Api.PutAsync(Rewards, Reward(2))).Status);

        Assert.Equal("201 added", await LeaveAsync(agency, "2026-01-06", "2026-01-07", "L-1"));
        Assert.Equal("200 unchanged", await LeaveAsync(agency, "2026-01-06", "2026-01-07", "L-1"));
        Assert.Equal("422 no-reward-left", await LeaveAsync(agency, "2026-01-08", "2026-01-10", "L-2"));
        Assert.Equal("201 added", await LeaveAsync(agency, "2026-01-08", "2026-01-09", "L-2"));
        Assert.Equal("422 no-reward-left", await LeaveAsync(agency, "2026-04-01", "2026-04-02", "L-3"));
        Assert.Equal((2, 2), await DaysAsync(agency));
        await Refused.PutAsync(agency.Api, Rewards, Reward(1), 409, "reward-taken");
        await Refused.PostAsync(
            agency.Api, Rewards + "/revocations",
            """{"kind":"dayOff","entitlementFrom":"2026-01-01","from":"2026-01-08","reason":"Pindah."}""",
            409, "reward-taken");

        Assert.Equal("200 cancelled", await LeaveAsync(agency, "2026-01-08", "2026-01-09", "L-2", cancelled: true));
        Assert.Equal((2, 1), await DaysAsync(agency));
        Assert.Equal("201 added", await LeaveAsync(agency, "2026-01-12", "2026-01-13", "L-4"));
    }

    /// <summary>Of two that come at the same moment one has the last day.</summary>
    [Fact]
    public async Task Two_leaves_at_once_do_not_share_a_day_of_the_reward()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await agency.Api.PutAsync(Rewards, Reward(1));
        var outcomes = await Task.WhenAll(Enumerable.Range(12, 4).Select(
            day => LeaveAsync(agency, $"2026-01-{day}", $"2026-01-{day + 1}", $"L-{day}")));
        Assert.Single(outcomes, "201 added");
        Assert.Equal((1, 1), await DaysAsync(agency));
    }

    /// <summary>2 January 2026 is over without any record: a day of absence until the reward covers it.</summary>
    [Fact]
    public async Task A_day_of_the_reward_is_no_absence_and_cuts_nothing()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await agency.Api.PutAsync(
            $"/api/v1/agencies/{agency.Id}/policies/deduction/2026-01-01",
            """{"shipped":"deduction-pertanian-68-2012"}""");
        var before = (await agency.Api.GetAsync("/api/v1/employees/ani-1/attendance/2026-01/deductions")).Json!;
        await agency.Api.PutAsync(Rewards, Reward(1));
        await LeaveAsync(agency, "2026-01-02", "2026-01-03", "L-1");

        var after = (await agency.Api.GetAsync("/api/v1/employees/ani-1/attendance/2026-01/deductions")).Json!;
        Assert.Equal((4m, 0m), ((decimal)before["percentOfMonth"]!, (decimal)after["percentOfMonth"]!));
        var absences = (await agency.Api.GetAsync("/api/v1/employees/ani-1/absences/2026")).Json!;
        Assert.Equal(0, (int)absences["countedDays"]!);
    }

    private static string Reward(int days, string by = "head-1") => $$"""
        {"kind":"dayOff","from":"2026-01-01","to":"2026-04-01","daysOff":{{days}},"source":"ranking 2025-Q4",
         "decidedById":"{{by}}"}
        """;

    private static async Task<(int Granted, int Taken)> DaysAsync(SmallAgency agency)
    {
        var reward = Assert.Single((await agency.Api.GetAsync(Rewards)).Json!["entitlements"]!.AsArray())!;
        return ((int)reward["daysOff"]!, (int)reward["daysTaken"]!);
    }

    private static async Task<string> LeaveAsync(
        SmallAgency agency, string from, string to, string reference, bool cancelled = false)
    {
        var answer = await agency.Api.PutAsync($"/api/v1/agencies/{agency.Id}/leave", new JsonObject
        {
            ["leave"] = new JsonArray(new JsonObject
            {
                ["employeeId"] = "ani-1",
                ["kind"] = "reward",
                ["from"] = from,
                ["to"] = to,
                ["reference"] = reference,
                ["cancelled"] = cancelled,
            }),
        }.ToJsonString());
        var item = answer.Json!["items"]![0]!;
        var said = (string?)item["outcome"] ?? ((string)item["problem"]!["type"]!).Split(':')[^1];
        return $"{item["status"]} {said}";
    }
}
