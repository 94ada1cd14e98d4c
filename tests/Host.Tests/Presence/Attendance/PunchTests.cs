namespace Kinerja.Host.Tests.Presence.Attendance;

/// <summary>
/// Devices that do not know a direction. It is Monday 5 January 2026 in Jayapura; Friday was the 2nd.
/// </summary>
[Collection(nameof(CloudFixture))]
public sealed class PunchTests(CloudFixture cloud)
{
    [Fact]
    public async Task The_first_punch_is_the_arrival_and_the_last_the_leaving()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await agency.Api.PutAsync($"/api/v1/agencies/{agency.Id}/policies/working-time/2025-12-01", """
            {"everybody":{"scheme":"fixed","punchGapMinutes":10,
              "week":[{"days":["friday"],"start":"07:30","end":"16:00","breakMinutes":60}]}}
            """);
        foreach (var (n, wall) in new[] { "07:28", "07:36", "12:00", "15:50" }.Index())
        {
            var answer = await agency.Api.PostAsync("/api/v1/check-ins", agency.CheckIn(
                $"punch-000{n}", "ani-1", $"2026-01-02T{wall}:00+09:00", kind: "punch"));
            Assert.True(answer.Status == 201, $"{answer.Json}");
            Assert.Equal("punch", (string?)answer.Json!["kind"]);
        }

        var day = (await agency.Api.GetAsync("/api/v1/employees/ani-1/attendance/2026-01")).Json!["days"]![1]!;
        Assert.Equal(
            ("present", "07:28:00", "15:50:00", 0, 10, 0),
            ((string)day["status"]!, (string)day["firstIn"]!, (string)day["lastOut"]!, (int)day["lateMinutes"]!,
                (int)day["earlyMinutes"]!, (int)day["awayMinutes"]!));
        Assert.Contains(day["reasons"]!.AsArray(), r => (string?)r!["code"] == "punchesPaired");
    }
}
