using System.Globalization;
using System.Text.Json.Nodes;

namespace Kinerja.Host.Tests.Presence.Attendance;

/// <summary>
/// Leave or duty for half a day or for hours. It is Monday 5 January 2026 in Jayapura; Friday was the 2nd.
/// </summary>
[Collection(nameof(CloudFixture))]
public sealed class PartDayTests(CloudFixture cloud)
{
    private const string Fixed = """
        {"everybody":{"scheme":"fixed",
          "week":[{"days":["friday"],"start":"07:30","end":"16:00","breakMinutes":60}]}}
        """;

    [Fact]
    public async Task The_other_half_stays_owed_and_nobody_is_late_by_what_is_excused()
    {
        var agency = await AgencyAsync(Fixed);
        await LeaveAsync(agency, "ani-1", "permission", """ "half":"first" """);
        await LeaveAsync(agency, "budi", "dutyTravel", """ "fromTime":"13:00","toTime":"16:00" """);
        await LeaveAsync(agency, "head-1", "sick", """ "half":"second" """);
        await RecordAsync(agency, "ani-1", "in", "2026-01-02T12:00:00+09:00");
        await RecordAsync(agency, "ani-1", "out", "2026-01-02T16:00:00+09:00");
        await RecordAsync(agency, "budi", "in", "2026-01-02T07:30:00+09:00");
        await RecordAsync(agency, "budi", "out", "2026-01-02T13:00:00+09:00");

        Assert.Equal("present late 15 early 0 worked 210 excused 225", await FridayAsync(agency, "ani-1"));
        Assert.Equal("present late 0 early 0 worked 450 excused -", await FridayAsync(agency, "budi"));
        Assert.Equal("halfDay late 0 early 225 worked 0 excused 225", await FridayAsync(agency, "head-1"));
    }

    [Fact]
    public async Task Hours_after_midnight_are_of_the_shift_that_began_the_evening_before()
    {
        var agency = await AgencyAsync("""
            {"everybody":{"scheme":"shift","week":[{"days":["monday"],"start":"07:30","end":"16:00"}],
              "shifts":[{"id":"s","start":"21:00","end":"07:00"}],
              "rotations":[{"employees":["ani-1"],"from":"2026-01-02","cycle":["s","off","off","off","off"]}]}}
            """);
        await LeaveAsync(agency, "ani-1", "permission", """ "fromTime":"04:00","toTime":"07:00" """);
        await RecordAsync(agency, "ani-1", "in", "2026-01-02T21:00:00+09:00");
        await RecordAsync(agency, "ani-1", "out", "2026-01-03T03:50:00+09:00");

        Assert.Equal("present late 0 early 10 worked 410 excused 180", await FridayAsync(agency, "ani-1"));
    }

    [Fact]
    public async Task A_part_is_a_half_or_two_times_and_comes_back_as_given()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var both = await PutAsync(agency, "budi", "leave", """ "half":"first","fromTime":"08:00","toTime":"09:00" """);
        var one = await PutAsync(agency, "budi", "leave", """ "fromTime":"08:00" """);
        var none = await PutAsync(agency, "budi", "leave", """ "fromTime":"08:00","toTime":"08:00" """);
        var third = await PutAsync(agency, "budi", "leave", """ "half":"third" """);
        await LeaveAsync(agency, "ani-1", "leave", """ "half":"first" """, "CUTI-1");
        var second = await PutAsync(agency, "ani-1", "leave", """ "half":"second" """, "CUTI-2");
        var hours = await PutAsync(agency, "ani-1", "leave", """ "fromTime":"10:00","toTime":"15:00" """, "CUTI-3");

        Assert.Equal("/leave/0/half", PointerOf(both));
        Assert.Equal("/leave/0/toTime", PointerOf(one));
        Assert.Equal("/leave/0/toTime", PointerOf(none));
        Assert.Equal("/leave/0/half", PointerOf(third));
        Assert.Empty(second["overlaps"]!.AsArray());
        Assert.Equal(2, hours["overlaps"]!.AsArray().Count);
        var listed = (await agency.Api.GetAsync("/api/v1/employees/ani-1/leave?year=2026")).Json!["leave"]!.AsArray();
        Assert.Equal(
            ["first  ", "second  ", " 10:00 15:00"],
            listed.Select(l => $"{l!["half"]} {l["fromTime"]} {l["toTime"]}"));
    }

    private static string? PointerOf(JsonNode item)
    {
        Assert.Equal(400, (int)item["status"]!);
        return (string?)item["problem"]!["errors"]![0]!["pointer"];
    }

    private async Task<SmallAgency> AgencyAsync(string hours)
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var path = $"/api/v1/agencies/{agency.Id}/policies/working-time/2025-12-01";
        var answer = await agency.Api.PutAsync(path, hours);
        Assert.True(answer.Status == 200, $"{answer.Json}");
        return agency;
    }

    private static async Task<JsonNode> PutAsync(
        SmallAgency agency, string person, string kind, string part, string reference = "IZIN-1")
    {
        var answer = await agency.Api.PutAsync($"/api/v1/agencies/{agency.Id}/leave", $$"""
            {"leave":[{"employeeId":"{{person}}","kind":"{{kind}}","from":"2026-01-02","to":"2026-01-03",
              "reference":"{{reference}}",{{part}}}]}
            """);
        return answer.Json!["items"]![0]!;
    }

    private static async Task LeaveAsync(
        SmallAgency agency, string person, string kind, string part, string reference = "IZIN-1") =>
        Assert.Equal(201, (int)(await PutAsync(agency, person, kind, part, reference))["status"]!);

    private static async Task RecordAsync(SmallAgency agency, string person, string kind, string captured)
    {
        var answer = await agency.Api.PostAsync(
            "/api/v1/check-ins", agency.CheckIn($"{person}-{kind}-0102", person, captured, kind: kind));
        Assert.True(answer.Status == 201, $"{answer.Json}");
    }

    private static async Task<string> FridayAsync(SmallAgency agency, string person)
    {
        var day = (await agency.Api.GetAsync($"/api/v1/employees/{person}/attendance/2026-01")).Json!["days"]![1]!;
        string Of(string member) => day[member] is { } value ? value.ToString() : "-";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Of("status")} late {Of("lateMinutes")} early {Of("earlyMinutes")} worked {Of("workedMinutes")} ")
            + $"excused {Of("excusedMinutes")}";
    }
}
