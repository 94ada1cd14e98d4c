using System.Text.Json.Nodes;
using NodaTime;

namespace Kinerja.Host.Tests.Presence.Attendance;

/// <summary>
/// Days that the records leave open are somebody's decision: the queue, rulings, answers, objections.
/// </summary>
[Collection(nameof(LaterCloud))]
public sealed class RulingTests(CloudFixture cloud)
{
    private const string Beach = """{"latitude":-2.6000,"longitude":140.8000,"accuracyMetres":8}""";

    /// <summary>Tuesday 20 January, 09:00 in Jayapura: ten working days have passed since the fifth.</summary>
    private static readonly DateTimeOffset AfterTenDays = new(2026, 1, 20, 9, 0, 0, TimeSpan.FromHours(9));

    [Fact]
    public async Task Ten_days_from_a_beach_stand_in_the_superiors_queue_and_count_as_they_are_ruled()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await using var later = await LaterApp.OpenAsync(cloud, AfterTenDays);
        var api = later.ApiOf(agency.Id);
        var days = await FromTheBeachAsync(api, agency);
        await SweepAnHourLaterAsync(agency);

        var queue = await QueueAsync(api, agency, "head-1");
        var openMonth = await StatusesAsync(api, days);
        var openYear = await api.GetAsync("/api/v1/employees/ani-1/absences/2026");
        var reviews = await api.GetAsync($"/api/v1/agencies/{agency.Id}/reviews?raterId=head-1");
        var absent = await RuleAsync(api, agency, "head-1", days, "absent");
        var absentYear = await api.GetAsync("/api/v1/employees/ani-1/absences/2026");
        var present = await RuleAsync(api, agency, "head-1", days, "presentField");
        var presentYear = await api.GetAsync("/api/v1/employees/ani-1/absences/2026");
        var month = await api.GetAsync("/api/v1/employees/ani-1/attendance/2026-01");

        Assert.Equal(days, queue.Select(d => (string?)d["date"]));
        Assert.All(queue, d => Assert.Equal("outside", (string?)d["need"]));
        Assert.Equal(8, (double?)queue[0]["checkIns"]![0]!["position"]!["accuracyMetres"]);
        Assert.All(openMonth, status => Assert.Equal("needsReview", status));
        Assert.Equal(["2026-01-02"], openYear.Json!["absentDays"]!.AsArray().Select(d => (string?)d));
        var review = Assert.Single(
            reviews.Json!["reviews"]!.AsArray(), r => (string?)r!["signal"] == "repeatedOpenDays");
        Assert.Equal(10, review!["evidence"]!.AsArray().Count);
        Assert.All(absent.Json!["items"]!.AsArray(), i => Assert.Equal(200, (int?)i!["status"]));
        Assert.Equal(
            days.Prepend("2026-01-02"), absentYear.Json!["absentDays"]!.AsArray().Select(d => (string?)d));
        Assert.Equal("noRuleForPppk", (string?)absentYear.Json["noProposal"]);
        Assert.All(present.Json!["items"]!.AsArray(), i => Assert.Equal(200, (int?)i!["status"]));
        Assert.Equal(["2026-01-02"], presentYear.Json!["absentDays"]!.AsArray().Select(d => (string?)d));
        var monday = month.Json!["days"]![4]!;
        Assert.Equal(("present", "field"), ((string?)monday["status"], (string?)monday["workMode"]));
        Assert.Contains(monday["reasons"]!.AsArray(), r => (string?)r!["code"] == "ruledPresentField");
        Assert.Empty(await QueueAsync(api, agency, "head-1"));
    }

    [Fact]
    public async Task After_the_term_the_next_superior_sees_the_day_and_may_rule_and_nobody_else()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await using var later = await LaterApp.OpenAsync(cloud, AfterTenDays);
        var api = later.ApiOf(agency.Id);
        var days = await FromTheBeachAsync(api, agency);
        await SweepAnHourLaterAsync(agency);

        var chiefs = await QueueAsync(api, agency, "chief");
        var colleague = await RuleAsync(api, agency, "budi", days[..1], "absent");
        var own = await RuleAsync(api, agency, "ani-1", days[..1], "presentOffice");
        var early = await RuleAsync(api, agency, "chief", days[^1..], "absent");
        var passed = await RuleAsync(api, agency, "chief", days[..1], "presentDuty");

        Assert.Equal(days[..6], chiefs.Select(d => (string?)d["date"]));
        Assert.All(chiefs, d => Assert.Equal("passed", (string?)d["ruling"]!["steps"]![0]!["kind"]));
        Assert.Equal([403, 403, 403, 200], new[] { colleague, own, early, passed }.Select(
            a => (int?)a.Json!["items"]![0]!["status"]));
    }

    [Fact]
    public async Task The_person_sees_answers_and_objects_once_and_the_rulers_superior_decides_for_good()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await using var later = await LaterApp.OpenAsync(cloud, AfterTenDays);
        var api = later.ApiOf(agency.Id);
        var days = await FromTheBeachAsync(api, agency);
        var at = $"/api/v1/employees/ani-1/rulings/{days[0]}";

        var tooSoon = await api.PostAsync(at + "/objection", """{"words":"Belum diputus."}""");
        var answer = await api.PostAsync(at + "/answers", """{"words":"Survei pantai, surat tugas 17."}""");
        await RuleAsync(api, agency, "head-1", days[..1], "absent");
        var mine = await api.GetAsync("/api/v1/employees/ani-1/rulings?month=2026-01");
        var objected = await api.PostAsync(at + "/objection", """{"words":"Surat tugas terlampir."}""");
        var twice = await api.PostAsync(at + "/objection", """{"words":"Sekali lagi."}""");
        var ruled = await RuleAsync(api, agency, "head-1", days[..1], "presentDuty");
        var waiting = await QueueAsync(api, agency, "chief", "&state=objected");
        var self = await DecideAsync(api, at, "head-1");
        var decided = await DecideAsync(api, at, "chief");
        var again = await DecideAsync(api, at, "chief");
        var after = await api.GetAsync("/api/v1/employees/ani-1/attendance/2026-01");
        var told = await api.GetAsync("/api/v1/employees/ani-1/inbox");
        var asked = await api.GetAsync("/api/v1/employees/chief/inbox");

        Assert.Equal((422, "urn:kinerja:problem:nothing-to-object"), (tooSoon.Status, tooSoon.ProblemType));
        Assert.Equal(200, answer.Status);
        var first = mine.Json!["days"]![0]!;
        Assert.Equal(("absent", 2), ((string?)first["ruling"]!["outcome"], (int?)first["ruling"]!["version"]));
        Assert.Null(first["checkIns"]![0]!["position"]);
        Assert.Equal((200, true), (objected.Status, (bool?)objected.Json!["objected"]));
        Assert.Equal((409, "urn:kinerja:problem:objection-filed"), (twice.Status, twice.ProblemType));
        Assert.Equal(409, (int?)ruled.Json!["items"]![0]!["status"]);
        Assert.Equal(days[0], (string?)Assert.Single(waiting)["date"]);
        Assert.Equal((403, "urn:kinerja:problem:not-the-superior"), (self.Status, self.ProblemType));
        Assert.Equal((200, true), (decided.Status, (bool?)decided.Json!["final"]));
        Assert.Equal(decided.Json.ToJsonString(), again.Json!.ToJsonString());
        Assert.Equal("present", (string?)after.Json!["days"]![4]!["status"]);
        Assert.Equal(["rulingDecided", "rulingMade"], Codes(told));
        Assert.Equal(["rulingObjected"], Codes(asked));
    }

    [Fact]
    public async Task A_leaving_without_a_position_waits_for_a_ruling_and_is_shown_as_evidence()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await using var later = await LaterApp.OpenAsync(cloud, AfterTenDays.AddDays(-14));
        var api = later.ApiOf(agency.Id);
        await api.PutAsync(
            $"/api/v1/agencies/{agency.Id}/policies/deduction/2026-01-01",
            """{"shipped":"deduction-pertanian-68-2012"}""");
        await agency.Api.PostAsync("/api/v1/check-ins", agency.CheckIn("masuk-01"));
        await api.PostAsync("/api/v1/check-ins", Late(agency, "pulang-01", "out", "2026-01-05T15:09:00+09:00", "null",
            "2026-01-06T09:00:00+09:00"));

        var day = Assert.Single(await QueueAsync(api, agency, "head-1", "&need=noLeaving"));
        var deductions = await api.GetAsync("/api/v1/employees/ani-1/attendance/2026-01/deductions");

        Assert.Contains(day["reasons"]!.AsArray(), r => (string?)r!["code"] == "leavingNotPlaced"
            && (string?)r["reference"] == "pulang-01");
        Assert.Equal(["inside", "unknown"], day["checkIns"]!.AsArray().Select(c => (string?)c!["placement"]));
        Assert.DoesNotContain(deductions.Json!["lines"]!.AsArray(), l => (string?)l!["event"] == "noLeaving");
        Assert.Contains(deductions.Json["openDays"]!.AsArray(), d => (string?)d == "2026-01-05");
    }

    [Fact]
    public async Task Who_rules_sees_no_position_in_the_persons_home()
    {
        const string AtHome = """{"latitude":-2.5350,"longitude":140.9010,"accuracyMetres":10}""";
        var agency = await SmallAgency.RegisterAsync(cloud);
        await using var later = await LaterApp.OpenAsync(cloud, AfterTenDays.AddDays(-14));
        var api = later.ApiOf(agency.Id);
        await api.PutAsync($"/api/v1/agencies/{agency.Id}/geofences/rumah", """
            {"type":"Feature","properties":{"name":"Rumah","kind":"home","zone":"Asia/Jayapura","employees":["ani-1"]},
             "geometry":{"type":"Polygon","coordinates":[
               [[140.900,-2.536],[140.902,-2.536],[140.902,-2.534],[140.900,-2.534],[140.900,-2.536]]]}}
            """);
        await agency.Api.PostAsync("/api/v1/check-ins", agency.CheckIn("rumah-01", position: AtHome));
        await api.PostAsync("/api/v1/check-ins", Late(agency, "pulang-02", "out", "2026-01-05T15:09:00+09:00",
            Beach, "2026-01-06T09:00:00+09:00"));

        var received = Assert.Single(await QueueAsync(api, agency, "head-1"))["checkIns"]!.AsArray();

        Assert.Equal(["inside", "outside"], received.Select(c => (string?)c!["placement"]));
        Assert.Null(received[0]!["position"]);
        Assert.Equal(140.8, (double?)received[1]!["position"]!["longitude"]);
        Assert.Null(received[0]!["signedDistanceMetres"]);
    }

    [Fact]
    public async Task Wrong_queries_and_bodies_are_refused_by_name()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var root = $"/api/v1/agencies/{agency.Id}/rulings";

        var nobody = await agency.Api.GetAsync(root + "?superiorId=nobody");
        var need = await agency.Api.GetAsync(root + "?superiorId=head-1&need=late");
        var span = await agency.Api.GetAsync(root + "?superiorId=head-1&from=2026-01-01&to=2026-12-31");
        var nothing = await agency.Api.PostAsync(root, """{"ruledById":"head-1","rulings":[{"employeeId":"ani-1"}]}""");
        var today = await RuleAsync(agency.Api, agency, "head-1", ["2026-01-05"], "absent");

        Assert.Equal([404, 400, 400, 400], new[] { nobody, need, span, nothing }.Select(a => a.Status));
        Assert.Equal(
            ["/rulings/0/date", "/rulings/0/outcome", "/rulings/0/reason"], nothing.Pointers.Order());
        Assert.Equal(
            "urn:kinerja:problem:no-ruling-needed", (string?)today.Json!["items"]![0]!["problem"]!["type"]);
    }

    /// <summary>Arrivals of the ten working days from 5 January (the 16th is a holiday), sent at once later.</summary>
    private static async Task<List<string>> FromTheBeachAsync(Api api, SmallAgency agency)
    {
        var put = await api.PutAsync(
            $"/api/v1/agencies/{agency.Id}/policies/check-in/2026-01-01", """{"mostAgeDays":31}""");
        Assert.Equal(200, put.Status);
        var days = Enumerable.Range(5, 15).Where(n => n is not (10 or 11 or 16 or 17 or 18))
            .Select(n => $"2026-01-{n:D2}").ToList();
        foreach (var day in days)
        {
            var answer = await api.PostAsync("/api/v1/check-ins", Late(
                agency, $"pantai-in-{day}", "in", $"{day}T07:30:00+09:00", Beach, "2026-01-20T09:00:00+09:00"));
            Assert.Equal((201, "outside"), (answer.Status, (string?)answer.Json!["placement"]));
        }

        return days;
    }

    /// <summary>
    /// Closes the month and looks for patterns and terms, twice, when the marks of the check-ins are old.
    /// </summary>
    private async Task SweepAnHourLaterAsync(SmallAgency agency)
    {
        await using var later = await LaterApp.OpenAsync(cloud, AfterTenDays.AddHours(1));
        await later.CloseMonthAsync(agency.Id, new YearMonth(2026, 1));
        await later.SweepAsync(agency.Id);
        await later.SweepAsync(agency.Id);
    }

    private static string Late(
        SmallAgency agency, string id, string kind, string captured, string position, string sent) =>
        agency.CheckIn(id, captured: captured, position: position == "null" ? null : position, kind: kind)
            .Replace("2026-01-05T10:00:00+09:00", sent, StringComparison.Ordinal);

    private static async Task<List<JsonNode>> QueueAsync(
        Api api, SmallAgency agency, string superior, string filters = "")
    {
        var answer = await api.GetAsync($"/api/v1/agencies/{agency.Id}/rulings?superiorId={superior}{filters}");
        return [.. answer.Json!["days"]!.AsArray().Select(d => d!)];
    }

    private static async Task<IEnumerable<string?>> StatusesAsync(Api api, List<string> days)
    {
        var month = await api.GetAsync("/api/v1/employees/ani-1/attendance/2026-01");
        return month.Json!["days"]!.AsArray().Where(d => days.Contains((string)d!["date"]!))
            .Select(d => (string?)d!["status"]);
    }

    private static Task<Answer> RuleAsync(
        Api api, SmallAgency agency, string by, IEnumerable<string> days, string outcome)
    {
        var rulings = days.Select(day =>
            $$"""{"employeeId":"ani-1","date":"{{day}}","outcome":"{{outcome}}","reason":"Sudah diperiksa."}""");
        return api.PostAsync(
            $"/api/v1/agencies/{agency.Id}/rulings",
            $$"""{"ruledById":"{{by}}","rulings":[{{string.Join(',', rulings)}}]}""");
    }

    private static IEnumerable<string?> Codes(Answer inbox) =>
        inbox.Json!["items"]!.AsArray().Select(i => (string?)i!["code"]).Order();

    private static Task<Answer> DecideAsync(Api api, string at, string by) => api.PostAsync(
        at + "/objection/decision",
        $$"""{"decidedById":"{{by}}","outcome":"presentDuty","reason":"Surat tugas ada."}""");
}
