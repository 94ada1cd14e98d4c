using System.Text.Json.Nodes;
using Kinerja.Host.Tests.Refusals;
using Kinerja.Host.Tests.Runs;
using NodaTime;

namespace Kinerja.Host.Tests.Objections;

/// <summary>
/// What is over by the calendar, on the real tables: the timer lists it, and people go on from there.
/// </summary>
[Collection(nameof(TimerCloud))]
public sealed class DeadlineTests(CloudFixture cloud)
{
    private const string Objection = "/api/v1/employees/ani-1/objections/2026-Q1";
    private const string OfBudi = "/api/v1/employees/budi/objections/2026-Q1";
    private const string ByBoss = """{"decidedById":"boss-1","reason":"Atasan penilai diam."}""";

    private static readonly DateTimeOffset InMay = new(2026, 5, 20, 9, 0, 0, TimeSpan.FromHours(9));
    private static readonly DateTimeOffset Friday = new(2026, 1, 9, 9, 0, 0, TimeSpan.FromHours(9));
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task An_overdue_objection_is_listed_holds_the_period_open_and_can_still_be_decided()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await agency.RateAsync("ani-1", "head-1", "meets", "meets", 80, 80);
        await agency.RateAsync("budi", "head-1", "meets", "meets", 80, 80);
        var above = await agency.Api.PutAsync($"/api/v1/agencies/{agency.Id}/employees", """
            {"employees":[{"id":"boss-1","unitId":"tu","kind":"pns"},
              {"id":"chief","unitId":"tu","kind":"pns","raterId":"boss-1"}]}
            """);
        Assert.Equal(200, above.Status);
        await using (var quarter = await PastQuarter.OpenAsync(cloud))
        {
            await quarter.StartRunAsync(agency.Id);
            await quarter.PublishedAsync(agency.Id);
        }

        // Within the term that either app has set: this one stands in January.
        Assert.Equal(
            201,
            (await agency.Api.PostAsync(
                Objection, """{"id":"keberatan-lama","reason":"Belum dihitung.","evidence":[]}""")).Status);
        Assert.Equal(201, (await agency.Api.PostAsync(
            OfBudi, """{"id":"keberatan-budi","reason":"Belum dihitung.","evidence":[]}""")).Status);
        await Refused.PostAsync(
            agency.Api, $"{OfBudi}/decision", ByBoss, 403, "not-the-superior", "/decidedById");
        Assert.Empty(await OverdueAsync(agency.Api, agency.Id));
        Assert.Contains("objectionFiled", await ToldAsync(agency.Api, "chief"));
        Assert.Contains("objectionFiled", await ToldAsync(agency.Api, "head-1"));
        await using var later = await LaterApp.OpenAsync(cloud, InMay);
        await later.FireTimerAsync("DeadlineTimer");
        var api = later.ApiOf(agency.Id);
        var listed = (await UntilBothAsync(() => OverdueAsync(api, agency.Id)))[0]!;

        Assert.Equal(
            ("ani-1", "decision", "chief"),
            ((string?)listed["employeeId"], (string?)listed["term"], (string?)listed["superiorId"]));
        await UntilToldAsync(api, "ani-1", "objectionOverdue");
        Assert.Contains("objectionOverdue", await ToldAsync(api, "chief"));
        Assert.Equal("published", await FinalisedAsync(later, agency.Id));
        var decided = await api.PostAsync(
            $"{Objection}/decision", """{"decidedById":"chief","reason":"Kedua pihak tidak menjawab."}""");
        Assert.Equal((200, "kept"), (decided.Status, (string?)decided.Json!["state"]));
        Assert.Equal("published", await FinalisedAsync(later, agency.Id));

        // Budi's superior is silent: the next one up finds the objection and decides.
        await UntilToldAsync(api, "boss-1", "objectionOverdue");
        var waiting = await api.GetAsync(
            $"/api/v1/agencies/{agency.Id}/objections/2026-Q1?superiorId=boss-1");
        Assert.Equal("budi", (string?)waiting.Json!["objections"]!.AsArray().Single()!["employeeId"]);
        var passed = await api.PostAsync($"{OfBudi}/decision", ByBoss);
        Assert.Equal(
            (200, "kept", "boss-1"),
            (passed.Status, (string?)passed.Json!["state"], (string?)passed.Json["ruling"]!["decidedById"]));
        Assert.Empty(await OverdueAsync(api, agency.Id));
        Assert.Equal("objectionDecided", (await ToldAsync(api, "ani-1")).First());
        Assert.Contains("objectionDecided", await ToldAsync(api, "head-1"));
        Assert.Equal("final", await FinalisedAsync(later, agency.Id));
    }

    /// <summary>
    /// PP 94/2021 art. 9: four days without a word come to a written warning, which people consider; nothing happens by
    /// it.
    /// </summary>
    [Fact]
    public async Task Four_days_without_a_word_are_proposed_by_the_days_close_where_presence_counts()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var policy = await agency.Api.PutAsync(
            $"/api/v1/agencies/{agency.Id}/policies/follow-up/2026-01-01",
            """{"proposals":{"absences":{"from":"2026-01-05"}}}""");
        Assert.True(policy.Status is 200 or 201, $"{policy.Json}");
        await using var later = await LaterApp.OpenAsync(cloud, Friday);
        await later.CloseMonthAsync(agency.Id, new YearMonth(2026, 1));
        var listed = await later.ApiOf(agency.Id).GetAsync($"/api/v1/agencies/{agency.Id}/proposals?state=proposed");
        var raised = listed.Json!["proposals"]!.AsArray();

        var proposal = raised.Single(p => (string?)p!["employeeId"] == "budi")!;
        Assert.Equal(("2026-discipline-budi-t2", "discipline"), ((string?)proposal["id"], (string?)proposal["kind"]));
        Assert.Equal("writtenWarning", (string?)proposal["absence"]!["measure"]);
        Assert.Equal(
            ["2026-01-05", "2026-01-06", "2026-01-07", "2026-01-08"],
            proposal["absence"]!["evidence"]!.AsArray().Select(d => (string?)d));
        // PPPK follow the agency's own rules.
        Assert.DoesNotContain(raised, p => (string?)p!["employeeId"] == "ani-1");
    }

    /// <summary>The timer marks first and tells then.</summary>
    private static async Task UntilToldAsync(Api api, string person, string code)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!(await ToldAsync(api, person)).Contains(code))
        {
            await Task.Delay(50, patience.Token);
        }
    }

    /// <summary>The codes in a person's inbox, the newest first.</summary>
    private static async Task<IEnumerable<string?>> ToldAsync(Api api, string person) =>
        (await api.GetAsync($"/api/v1/employees/{person}/inbox")).Json!["items"]!.AsArray()
            .Select(item => (string?)item!["code"]);

    private static async Task<JsonArray> OverdueAsync(Api api, string agency) =>
        (await api.GetAsync($"/api/v1/agencies/{agency}/overdue")).Json!["objections"]!.AsArray();

    private static async Task<JsonArray> UntilBothAsync(Func<Task<JsonArray>> read)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            if (await read() is { Count: 2 } found)
            {
                return found;
            }

            await Task.Delay(50, patience.Token);
        }
    }

    private static async Task<string?> FinalisedAsync(LaterApp app, string agency)
    {
        await app.FinaliseAsync();
        return (string?)(await app.ApiOf(agency).GetAsync($"/api/v1/agencies/{agency}/runs/2026-Q1")).Json!["state"];
    }
}
