using System.Text.Json.Nodes;
using NodaTime;

namespace Kinerja.Host.Tests.Presence.Attendance;

/// <summary>
/// The day's timer over real tables and the bus: what is stored, what the report shows, what a late record does.
/// </summary>
[Collection(nameof(TimerCloud))]
public sealed class DayCloseTests(CloudFixture cloud)
{
    private const string Month = "/api/v1/employees/ani-1/attendance/2026-01";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Tuesday 6 January, 09:00 in Jayapura: Monday is over there.</summary>
    private static readonly DateTimeOffset Tuesday = new(2026, 1, 6, 9, 0, 0, TimeSpan.FromHours(9));

    private static readonly DateTimeOffset February = new(2026, 2, 3, 9, 0, 0, TimeSpan.FromHours(9));

    [Fact]
    public async Task The_timer_closes_the_days_that_are_over_and_a_second_firing_changes_nothing()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await agency.Api.PostAsync(
            "/api/v1/check-ins", agency.CheckIn("close-in-1", captured: "2026-01-05T07:45:30+09:00"));
        await using var later = await LaterApp.OpenAsync(cloud, Tuesday);

        await later.FireTimerAsync("DayTimer");
        var lines = await ReportAsync(
            later.ApiOf(agency.Id), agency.Id, l => l.All(p => (string?)p["through"] == "2026-01-05"));
        await later.FireTimerAsync("DayTimer");
        var again = await ReportAsync(later.ApiOf(agency.Id), agency.Id, _ => true);

        var ani = lines.Single(l => (string?)l["employeeId"] == "ani-1");
        Assert.Equal(4, lines.Count);
        Assert.Equal((1, 15), ((int?)ani["daysByStatus"]!["present"], (int?)ani["lateMinutes"]));
        Assert.False((bool)ani["dirty"]!);
        Assert.Equal(Text(lines), Text(again));
    }

    [Fact]
    public async Task A_correction_decided_later_marks_the_month_and_the_next_timer_folds_it()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await agency.Api.PostAsync("/api/v1/check-ins", agency.CheckIn("close-in-2"));
        await using var later = await LaterApp.OpenAsync(cloud, Tuesday);
        var api = later.ApiOf(agency.Id);
        await later.FireTimerAsync("DayTimer");
        await ReportAsync(api, agency.Id, l => l.All(p => p["through"] is not null));

        var asked = await api.PostAsync("/api/v1/employees/ani-1/corrections", """
            {"id":"koreksi-001","date":"2026-01-05","kind":"leaving","time":"16:05","evidence":"Ponsel rusak.","requestedById":"ani-1"}
            """);
        var inbox = await api.GetAsync($"/api/v1/agencies/{agency.Id}/corrections?raterId=head-1");
        var decided = await DecideAsync(api, "head-1", "approved");
        var otherwise = await DecideAsync(api, "head-1", "declined");
        var dirty = await ReportAsync(api, agency.Id, _ => true);

        Assert.Equal((201, "requested"), (asked.Status, (string?)asked.Json!["state"]));
        Assert.Single(inbox.Json!["corrections"]!.AsArray());
        Assert.Equal((200, "approved"), (decided.Status, (string?)decided.Json!["state"]));
        Assert.Equal((409, "urn:kinerja:problem:correction-decided"), (otherwise.Status, otherwise.ProblemType));
        Assert.Equal(["ani-1"], dirty.Where(l => (bool)l["dirty"]!).Select(l => (string?)l["employeeId"]));
        Assert.Empty(
            (await api.GetAsync(
                $"/api/v1/agencies/{agency.Id}/corrections?raterId=head-1")).Json!["corrections"]!.AsArray());
    }

    [Fact]
    public async Task Nobody_but_the_rater_decides_and_a_superior_may_enter_for_a_person_without_a_phone()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        const string Path = "/api/v1/employees/ani-1/corrections";
        const string Body =
            """{"id":"koreksi-002","date":"2026-01-05","kind":"arrival","time":"07:25","evidence":"Tidak ada sinyal.","requestedById":"ani-1"}""";
        await agency.Api.PostAsync(Path, Body);

        var colleague = await agency.Api.PostAsync(
            Path, Body.Replace("\"ani-1\"", "\"budi\"", StringComparison.Ordinal));
        var self = await agency.Api.PostAsync(
            Path + "/koreksi-002/decision",
            """{"date":"2026-01-05","decidedById":"ani-1","decision":"approved","reason":"Ya."}""");
        var entered = await agency.Api.PostAsync(
            Path,
            Body.Replace("002", "003", StringComparison.Ordinal).Replace(
                "\"ani-1\"", "\"head-1\"", StringComparison.Ordinal));

        Assert.Equal((403, "urn:kinerja:problem:not-the-rater"), (colleague.Status, colleague.ProblemType));
        Assert.Equal((403, "urn:kinerja:problem:not-the-rater"), (self.Status, self.ProblemType));
        Assert.Equal(
            (201, "approved", true),
            (entered.Status, (string?)entered.Json!["state"], (bool?)entered.Json["enteredBySuperior"]));
    }

    [Fact]
    public async Task A_settled_month_read_from_the_store_is_the_one_folded_before()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await agency.Api.PostAsync("/api/v1/check-ins", agency.CheckIn("close-in-4"));
        await agency.Api.PutAsync($"/api/v1/agencies/{agency.Id}/leave", """
            {"leave":[{"employeeId":"ani-1","kind":"sick","from":"2026-01-06","to":"2026-01-08","reference":"SKD/1/2026"}]}
            """);
        await using var later = await LaterApp.OpenAsync(cloud, February);
        var api = later.ApiOf(agency.Id);

        var live = await api.GetAsync(Month);
        await later.CloseMonthAsync(agency.Id, new YearMonth(2026, 1));
        await ReportAsync(api, agency.Id, l => l.All(p => (string?)p["through"] == "2026-01-31"));
        var stored = await api.GetAsync(Month);

        Assert.Equal(31, live.Json!["days"]!.AsArray().Count);
        Assert.Equal(live.Json.ToJsonString(), stored.Json!.ToJsonString());
    }

    private static Task<Answer> DecideAsync(Api api, string by, string decision) => api.PostAsync(
        "/api/v1/employees/ani-1/corrections/koreksi-001/decision",
        $$"""{"date":"2026-01-05","decidedById":"{{by}}","decision":"{{decision}}","reason":"Sesuai catatan pos jaga."}""");

    /// <summary>Every line of the January report, as soon as it shows what is waited for.</summary>
    private static async Task<List<JsonNode>> ReportAsync(Api api, string agency, Func<List<JsonNode>, bool> shows)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var lines = new List<JsonNode>();
            for (string? path = $"/api/v1/agencies/{agency}/attendance/2026-01"; path is not null;)
            {
                var page = await api.GetAsync(path);
                lines.AddRange(page.Json!["lines"]!.AsArray().Select(l => l!));
                path = page.Headers.TryGetValues("Link", out var link) ? link.Single().Split('<', '>')[1] : null;
            }

            if (lines.Count > 0 && shows(lines))
            {
                return lines;
            }

            await Task.Delay(100, patience.Token);
        }
    }

    private static IEnumerable<string> Text(IEnumerable<JsonNode> lines) => lines.Select(l => l.ToJsonString());
}
