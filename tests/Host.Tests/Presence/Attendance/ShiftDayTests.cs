using System.Globalization;
using System.Text.Json.Nodes;

namespace Kinerja.Host.Tests.Presence.Attendance;

/// <summary>
/// A day belongs to the shift it was worked for. It is Monday 5 January 2026, 10:00 in Jayapura; Friday was the 2nd.
/// </summary>
[Collection(nameof(CloudFixture))]
public sealed class ShiftDayTests(CloudFixture cloud)
{
    [Fact]
    public async Task An_arrival_the_evening_before_is_of_the_shift_that_starts_at_midnight()
    {
        var agency = await ShiftsAsync("00:00", "08:00", "off", "off", "off", "s", "off", "off");
        await RecordAsync(agency, "in", "2026-01-02T23:50:00+09:00");
        await RecordAsync(agency, "out", "2026-01-03T08:05:00+09:00");

        var days = await DaysAsync(agency);

        Assert.Equal("present 23:50:00 08:05:00 late 0 early 0 worked 495", Text(days[3]));
        Assert.Equal("dayOff - - late - early - worked -", Text(days[2]));
    }

    [Fact]
    public async Task A_leaving_after_midnight_is_of_the_day_before()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await RecordAsync(agency, "in", "2026-01-02T07:30:00+09:00");
        await RecordAsync(agency, "out", "2026-01-03T00:30:00+09:00");

        var days = await DaysAsync(agency);

        Assert.Equal("present 07:30:00 00:30:00 late 0 early 0 worked 930", Text(days[2]));
        Assert.Equal("dayOff - - late - early - worked -", Text(days[3]));
    }

    [Fact]
    public async Task A_night_left_ill_after_45_minutes_is_not_the_night_before()
    {
        var agency = await ShiftsAsync("18:00", "07:00", "off", "s", "s", "off", "off");
        await RecordAsync(agency, "in", "2026-01-01T17:55:00+09:00");
        await RecordAsync(agency, "out", "2026-01-02T07:00:00+09:00");
        await RecordAsync(agency, "in", "2026-01-02T17:58:00+09:00");
        await RecordAsync(agency, "out", "2026-01-02T18:45:00+09:00");

        var days = await DaysAsync(agency);

        Assert.Equal("present 17:55:00 07:00:00 late 0 early 0 worked 785", Text(days[1]));
        Assert.Equal("present 17:58:00 18:45:00 late 0 early 735 worked 47", Text(days[2]));
    }

    [Fact]
    public async Task A_forgotten_leaving_does_not_spoil_the_next_day()
    {
        var agency = await ShiftsAsync("18:00", "07:00", "off", "s", "s", "off", "off");
        await RecordAsync(agency, "in", "2026-01-01T17:55:00+09:00");
        await RecordAsync(agency, "in", "2026-01-02T18:10:00+09:00");
        await RecordAsync(agency, "out", "2026-01-03T07:00:00+09:00");

        var days = await DaysAsync(agency);

        Assert.Equal("present 17:55:00 - late 0 early - worked -", Text(days[1]));
        Assert.Equal("present 18:10:00 07:00:00 late 10 early 0 worked 770", Text(days[2]));
    }

    // 08:00 in Jayapura is 06:00 in Jakarta; the eight hours end at 14:00 there.
    [Fact]
    public async Task From_0800_in_Jayapura_to_1530_in_Jakarta_are_nine_hours_and_a_half()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await HoursAsync(agency, """
            {"everybody":{"scheme":"fixed","week":[{"days":["friday"],"start":"08:00","end":"16:00"}]}}
            """);
        await Ok(agency.Api.PutAsync($"/api/v1/agencies/{agency.Id}/geofences/jakarta", """
            {"type":"Feature","properties":{"name":"Jakarta","kind":"office","zone":"Asia/Jakarta"},
             "geometry":{"type":"Polygon","coordinates":[
               [[106.81,-6.24],[106.82,-6.24],[106.82,-6.22],[106.81,-6.22],[106.81,-6.24]]]}}
            """));
        await RecordAsync(agency, "in", "2026-01-02T08:00:00+09:00");
        await Ok(agency.Api.PostAsync("/api/v1/check-ins", agency.CheckIn(
            "jakarta-1",
            captured: "2026-01-02T15:30:00+07:00",
            position: """{"latitude":-6.23,"longitude":106.815,"accuracyMetres":10}""",
            kind: "out")));

        var days = await DaysAsync(agency);

        Assert.Equal("present 08:00:00 15:30:00 late 0 early 0 worked 570", Text(days[2]));
    }

    [Fact]
    public async Task A_correction_names_its_shift_or_a_moment()
    {
        var agency = await ShiftsAsync("00:00", "08:00", "off", "off", "off", "s", "s", "off");
        var evening = await CorrectAsync(agency, "arrival", """ "date":"2026-01-03","time":"23:50" """);
        await CorrectAsync(agency, "leaving", """ "date":"2026-01-03","time":"08:05" """);
        var moment = await CorrectAsync(agency, "arrival", """ "at":"2026-01-03T23:50:00+09:00" """);
        await CorrectAsync(agency, "leaving", """ "at":"2026-01-04T08:05:00+09:00","date":"2026-01-04" """);
        var far = await CorrectAsync(agency, "leaving", """ "at":"2026-01-03T08:05:00+09:00","date":"2026-01-04" """);

        var days = await DaysAsync(agency);

        Assert.Equal((201, 201, "2026-01-04"), (evening.Status, moment.Status, (string?)moment.Json!["date"]));
        Assert.Equal("2026-01-03T14:50:00Z", (string?)moment.Json["at"]);
        Assert.Equal((400, "/at"), (far.Status, far.Pointers.Single()));
        Assert.Equal("present 23:50:00 08:05:00 late 0 early 0 worked 495", Text(days[3]));
        Assert.Equal("present 23:50:00 08:05:00 late 0 early 0 worked 495", Text(days[4]));
    }

    [Fact]
    public async Task A_corrected_leaving_after_midnight_is_no_leaving_before_the_arrival()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await RecordAsync(agency, "in", "2026-01-02T07:30:00+09:00");
        await CorrectAsync(agency, "leaving", """ "date":"2026-01-02","time":"00:30" """);

        Assert.Equal("present 07:30:00 00:30:00 late 0 early 0 worked 930", Text((await DaysAsync(agency))[2]));
    }

    [Theory]
    [InlineData(""" "date":"2026-01-06","time":"07:30" """, "/time")]
    [InlineData(""" "date":"2026-01-05","time":"10:01" """, "/time")]
    [InlineData(""" "at":"2026-01-05T10:00:01+09:00" """, "/at")]
    public async Task What_has_not_come_cannot_be_corrected(string moment, string pointer)
    {
        var agency = await SmallAgency.RegisterAsync(cloud);

        var refused = await CorrectAsync(agency, "leaving", moment);

        Assert.Equal((422, "urn:kinerja:problem:day-not-begun"), (refused.Status, refused.ProblemType));
        Assert.Equal([pointer], refused.Pointers);
    }

    [Fact]
    public async Task Margins_are_the_agencys_and_what_lies_outside_them_is_said()
    {
        var agency = await ShiftsAsync("00:00", "08:00", "off", "off", "off", "s", "off", "off");
        await HoursAsync(agency, Shifts("00:00", "08:00", """ "margins":{"beforeMinutes":5}, """, "off", "off", "off", "s", "off"));
        await RecordAsync(agency, "in", "2026-01-02T23:50:00+09:00");
        var wrong = await agency.Api.PutAsync(
            $"/api/v1/agencies/{agency.Id}/policies/working-time/2025-12-02",
            Shifts("00:00", "08:00", """ "margins":{"beforeMinutes":721,"afterMinutes":-1}, """, "s"));

        var days = await DaysAsync(agency);

        Assert.Equal("needsReview - - late - early - worked -", Text(days[3]));
        Assert.Contains("outsideMargins", Codes(days[3]));
        Assert.Equal(
            ["/everybody/margins/beforeMinutes", "/everybody/margins/afterMinutes"], wrong.Pointers);
    }

    /// <summary>
    /// Noon on the 2nd is twelve hours from both midnights: either shift's, until the superior rejects the record. Then
    /// it counts as never made, and both days are days without a record.
    /// </summary>
    [Fact]
    public async Task A_rejected_arrival_between_two_shifts_leaves_neither_of_them_open()
    {
        string[] cycle = ["off", "off", "s", "s", "off", "off"];
        var agency = await ShiftsAsync("00:00", "08:00", cycle);
        await HoursAsync(agency, Shifts("00:00", "08:00", """ "margins":{"beforeMinutes":720}, """, cycle));
        await Ok(agency.Api.PostAsync("/api/v1/check-ins", agency.CheckIn(
            "siang-001", captured: "2026-01-02T12:00:00+09:00").Replace(
            "\"kind\"", "\"mockLocation\":true,\"kind\"", StringComparison.Ordinal)));
        var open = await DaysAsync(agency);
        Assert.Equal(("present", "needsReview"), ((string?)open[2]["status"], (string?)open[3]["status"]));
        Assert.Contains("shiftUnclear", Codes(open[3]));

        await cloud.SweepAsync(agency.Id);
        var reviews = await agency.Api.GetAsync($"/api/v1/agencies/{agency.Id}/reviews?raterId=head-1&state=open");
        var mocked = reviews.Json!["reviews"]!.AsArray().Single(r => (string?)r!["signal"] == "lowTrust")!;
        await Ok(agency.Api.PostAsync(
            $"/api/v1/agencies/{agency.Id}/reviews/{mocked["id"]}/decision",
            """{"decidedById":"head-1","decision":"rejected","reason":"Lokasi tiruan."}"""));

        var days = await DaysAsync(agency);
        Assert.Equal(("noRecord", "noRecord"), ((string?)days[2]["status"], (string?)days[3]["status"]));
        Assert.DoesNotContain("shiftUnclear", Codes(days[2]).Concat(Codes(days[3])));
        Assert.Contains("rejectedLeftOut", Codes(days[2]));
    }

    /// <summary>One person's turns from 31 December on; the third is that of 2 January.</summary>
    private async Task<SmallAgency> ShiftsAsync(string start, string end, params string[] cycle)
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await HoursAsync(agency, Shifts(start, end, "", cycle));
        return agency;
    }

    private static string Shifts(string start, string end, string margins, params string[] cycle) => $$$"""
        {"everybody":{"scheme":"shift","week":[{"days":["monday"],"start":"07:30","end":"16:00"}],{{{margins}}}
          "shifts":[{"id":"s","start":"{{{start}}}","end":"{{{end}}}"}],
          "rotations":[{"employees":["ani-1"],"from":"2025-12-31","cycle":["{{{string.Join("\",\"", cycle)}}}"]}]}}
        """;

    private static Task HoursAsync(SmallAgency agency, string json) =>
        Ok(agency.Api.PutAsync($"/api/v1/agencies/{agency.Id}/policies/working-time/2025-12-01", json));

    private static Task RecordAsync(SmallAgency agency, string kind, string captured)
    {
        var id = "sif-" + captured[..16].Replace(":", "", StringComparison.Ordinal);
        return Ok(agency.Api.PostAsync("/api/v1/check-ins", agency.CheckIn(id, captured: captured, kind: kind)));
    }

    private static Task<Answer> CorrectAsync(SmallAgency agency, string kind, string moment) => agency.Api.PostAsync(
        "/api/v1/employees/ani-1/corrections",
        $$"""
        {"id":"koreksi-{{Guid.NewGuid():N}}","kind":"{{kind}}",{{moment}},
         "evidence":"Buku jaga.","requestedById":"head-1"}
        """);

    private static IEnumerable<string?> Codes(JsonNode day) =>
        day["reasons"]!.AsArray().Select(r => (string?)r!["code"]);

    /// <summary>By the day of January.</summary>
    private static async Task<Dictionary<int, JsonNode>> DaysAsync(SmallAgency agency) =>
        (await agency.Api.GetAsync("/api/v1/employees/ani-1/attendance/2026-01")).Json!["days"]!.AsArray()
            .Select((day, i) => (Day: i + 1, Text: day!)).ToDictionary(d => d.Day, d => d.Text);

    private static async Task Ok(Task<Answer> call)
    {
        var answer = await call;
        Assert.True(answer.Status is 200 or 201, $"{answer.Status} {answer.Json}");
    }

    private static string Text(JsonNode? day)
    {
        string Of(string member) => day![member] is { } value ? value.ToString() : "-";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Of("status")} {Of("firstIn")} {Of("lastOut")} late {Of("lateMinutes")} early {Of("earlyMinutes")} worked {Of("workedMinutes")}");
    }
}
