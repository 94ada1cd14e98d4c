namespace Kinerja.Host.Tests.Presence.Attendance;

/// <summary>
/// Minutes required in a week, of which one Monday nobody can judge: no leaving, or outside every area. The clock
/// stands on the Saturday after it, 10 January 2026.
/// </summary>
[Collection(nameof(LaterCloud))]
public sealed class RewardedWeekTests(CloudFixture cloud)
{
    private const string Outside = """{"latitude":-2.6,"longitude":140.9,"accuracyMetres":10}""";

    [Theory]
    [InlineData(SmallAgency.InTheOffice)]
    [InlineData(Outside)]
    public async Task Leave_as_a_reward_on_a_day_that_nobody_can_judge_has_its_week_ask_for_nothing(string monday)
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await using var later = await LaterApp.OpenAsync(cloud, new(2026, 1, 10, 9, 0, 0, TimeSpan.FromHours(9)));
        var (api, root) = (later.ApiOf(agency.Id), $"/api/v1/agencies/{agency.Id}");
        await OkAsync(api.PutAsync($"{root}/policies/deduction/2026-01-01", """
            {"basis":"Aturan contoh","rules":[
              {"id":"early","event":"leftEarly","unit":"percentOfMonth","bands":[{"fromMinutes":1,"amount":1}]}]}
            """));
        await OkAsync(api.PutAsync($"{root}/policies/working-time/2026-01-01", """
            {"everybody":{"scheme":"dynamic","required":{"minutesPerWeek":2250},"week":[
              {"days":["monday","tuesday","wednesday","thursday","friday"],"start":"07:30","end":"16:00",
               "breakMinutes":60}]}}
            """));
        await RecordAsync(5, "08:00", "in", monday);
        foreach (var day in Enumerable.Range(6, 4))
        {
            await RecordAsync(day, "08:00", "in", SmallAgency.InTheOffice);
            await RecordAsync(day, "14:00", "out", SmallAgency.InTheOffice);
        }

        var without = await LossAsync();
        await OkAsync(api.PutAsync("/api/v1/employees/ani-1/entitlements", """
            {"kind":"dayOff","from":"2026-01-01","to":"2026-04-01","daysOff":1,"source":"ranking 2025-Q4",
             "decidedById":"head-1"}
            """));
        var taken = await api.PutAsync($"{root}/leave", """
            {"leave":[{"employeeId":"ani-1","kind":"reward","from":"2026-01-05","to":"2026-01-06","reference":"L-1"}]}
            """);
        Assert.Equal("added", (string?)taken.Json!["items"]![0]!["outcome"]);

        Assert.Equal((0m, 0m), (without, await LossAsync()));

        async Task RecordAsync(int day, string wall, string kind, string position) =>
            await OkAsync(api.PostAsync("/api/v1/check-ins", $$"""
                {"id":"{{kind}}-{{day:D2}}-januari","agencyId":"{{agency.Id}}","employeeId":"ani-1","kind":"{{kind}}",
                 "capturedAt":"2026-01-{{day:D2}}T{{wall}}:00+09:00","sentAt":"2026-01-10T09:00:00+09:00",
                 "position":{{position}}}
                """));

        async Task<decimal> LossAsync() => (decimal)(await api.GetAsync(
            "/api/v1/employees/ani-1/attendance/2026-01/deductions")).Json!["percentOfMonth"]!;
    }

    private static async Task OkAsync(Task<Answer> call)
    {
        var answer = await call;
        Assert.True(answer.Status is 200 or 201, $"{answer.Status} {answer.Json}");
    }
}
