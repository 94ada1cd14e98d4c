using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kinerja.Host.Tests.WorkedExample;

/// <summary>
/// The forty people of <c>functions/Domain/Evaluation/README.md</c> through the whole application: posted over HTTP,
/// run by the timer, four quarters and the year, each made final. What must come out stands in the file.
/// </summary>
public sealed class WorkedExampleYearTests(ExampleYear year) : IClassFixture<ExampleYear>
{
    private const string Pp30 = """{"predicateRule":"pp30"}""";

    [Fact]
    public async Task Four_quarters_and_the_year_come_out_as_worked_out_and_become_final()
    {
        await QuarterAsync("2026-Q1", "2026-03-31", due: "2026-04-08", until: "2026-04-22", over: "2026-04-23");
        await QuarterAsync("2026-Q2", "2026-06-30", due: "2026-07-08", until: "2026-07-22", over: "2026-07-23");
        await QuarterAsync("2026-Q3", "2026-09-30", due: "2026-10-08", until: "2026-10-22", over: "2026-10-23");

        // Started by hand before the year's own policies are written: both hold on 31 December.
        year.MoveTo("2026-12-31T15:00:00");
        await year.PostAsync("2026-Q4");
        await year.PostAsync("2026");
        year.MoveTo("2027-01-02T09:00:00");
        Assert.Equal(202, (await year.Api.PostAsync($"{year.Root}/runs", """{"period":"2026-Q4"}""")).Status);
        await year.ReachedAsync("2026-Q4", "published");
        await CompareAsync("2026-Q4");
        await year.PutAsync("/policies/evaluation/2026-12-31", Pp30);
        await year.PutAsync("/policies/distribution/2026-12-31", """{"pattern":"pp-30-2019"}""");

        await RunAsync("2026", due: "2027-01-08");
        await CompareAsync("2026");
        await EndAsync("2026", until: "2027-01-22", over: "2027-01-23");
        await year.ReachedAsync("2026-Q4", "final");
        await ToldAsync();
    }

    private async Task QuarterAsync(string period, string lastDay, string due, string until, string over)
    {
        year.MoveTo($"{lastDay}T15:00:00");
        await year.PostAsync(period);
        await RunAsync(period, due);
        await CompareAsync(period);
        await EndAsync(period, until, over);
    }

    /// <summary>Seven days of grace, in the agency's zone: not a second before, and then by the timer.</summary>
    private async Task RunAsync(string period, string due)
    {
        year.MoveTo($"{LocalDayBefore(due)}T23:59:59");
        Assert.Equal(0, await year.Plan.PlanDueAsync(default));
        Assert.Equal(404, (await year.Api.GetAsync($"{year.Root}/runs/{period}")).Status);
        year.MoveTo($"{due}T00:00:00");
        await year.FireQuarterTimerAsync();
        await year.FoundAsync(period);
        await year.ReachedAsync(period, "published");
    }

    /// <summary>
    /// The last day to object belongs to it; then nothing changes any more, and grants can be decided.
    /// </summary>
    private async Task EndAsync(string period, string until, string over)
    {
        Assert.Equal(until, (string?)(await year.GetAsync($"/runs/{period}"))["objectionsUntil"]);
        var decision = """{"decidedById":"peg-01","approved":true,"reason":"Sesuai peringkat."}""";
        Assert.Equal("urn:kinerja:problem:result-not-final", (await GrantAsync(period, decision)).ProblemType);

        year.MoveTo($"{until}T23:59:59");
        await year.Finalise.FinaliseDueAsync(default);
        Assert.Equal("published", (string?)(await year.GetAsync($"/runs/{period}"))["state"]);
        year.MoveTo($"{over}T00:00:00");
        await year.FireQuarterTimerAsync();
        await year.ReachedAsync(period, "final");
        var late = await year.Api.PostAsync(
            $"/api/v1/employees/peg-03/objections/{period}",
            """{"id":"keberatan-01","reason":"Terlambat.","evidence":[]}""");
        Assert.Equal((422, "urn:kinerja:problem:objection-too-late"), (late.Status, late.ProblemType));

        var rival = decision.Replace("peg-01", WithShare(period, "in").First(), StringComparison.Ordinal);
        Assert.Equal("urn:kinerja:problem:own-case", (await GrantAsync(period, rival)).ProblemType);
        var granted = await GrantAsync(period, decision);
        Assert.Equal(200, granted.Status);
        Assert.Equal(WithShare(period, "in").Order(), Names(granted.Json!["lines"]!).Order());
        Assert.All(granted.Json["lines"]!.AsArray(), line => Assert.Equal("approved", (string?)line!["state"]));
    }

    private async Task CompareAsync(string period)
    {
        var expected = year.Data.Expected(period);
        var lines = (await year.GetAsync($"/runs/{period}/ranking"))["lines"]!.AsArray();
        Assert.Equal(year.Data.Lines(period), lines.Select(l => FormattableString.Invariant(
            $"{l!["employeeId"]}: {l["place"]} {l["predicate"]} {(decimal)l["score"]!:F2} {l["topShare"]}")));
        // SQL's percent rank: (place - 1) / (assessed - 1).
        Assert.All(
            lines, l => Assert.Equal(((int)l!["place"]! - 1) / (lines.Count - 1d), (double)l["percentRank"]!, 12));

        var manifest = await year.GetAsync($"/runs/{period}/ranking/manifest");
        Assert.All(
            new[] { "assessed", "cap", "inTopShare", "tiedAtCap" },
            n => Assert.Equal(expected.GetProperty(n).GetInt32(), (int)manifest[n]!));
        var leftOut = (await year.GetAsync($"/runs/{period}/ranking/left-out"))["people"]!.AsArray();
        Assert.Equal(
            [.. Pairs(expected, "excluded"), .. Pairs(expected, "notAssessed")],
            leftOut.Select(
                p => $"{p!["employeeId"]}: {p["notAssessed"] ?? p["excludedFromReward"]!.AsArray().Single()}"));
        await CompareUnitsAsync(period, expected);
        await CompareGrantsAsync(period);
    }

    /// <summary>Whether each unit keeps its pattern, by the counts of its predicates.</summary>
    private async Task CompareUnitsAsync(string period, JsonElement expected)
    {
        var units = (await year.GetAsync($"/runs/{period}/calibration"))["units"]!.AsArray().Select(u =>
        {
            var found = u!["found"]!;
            var counts = string.Join(
                ' ', new[] { "veryGood", "good", "needsImprovement", "poor", "veryPoor" }.Select(p => (int)found[p]!));
            return $"{u["unitId"] ?? "agency"}: {counts}, {u["standing"]}";
        });
        Assert.Equal(
            Pairs(expected, "units").Select(u => u.Split(": ") is [var unit, var rest, ..] ? $"{unit}: {rest}" : u),
            units);
    }

    private async Task CompareGrantsAsync(string period)
    {
        var from = FirstGrantDay(period);
        var proposed = await year.Api.PostAsync(
            $"{year.Root}/grant-lists", $$"""{"period":"{{period}}","from":"{{from}}","proposedById":"peg-01"}""");
        Assert.Equal((200, true), (proposed.Status, (bool?)proposed.Json!["provisional"]));
        var states = proposed.Json["lines"]!.AsArray().ToLookup(
            l => (string)l!["state"]!, l => (string)l!["employeeId"]!);
        Assert.Equal(WithShare(period, "in").Order(), states["proposed"].Order());
        Assert.Equal(WithShare(period, "excludedFromReward").Order(), states["excludedFromReward"].Order());
        Assert.Equal(WithShare(period, "tiedAtCap").Order(), states["tiedAtCap"].Order());
    }

    /// <summary>Everybody's final predicate of each period was told, and every grant.</summary>
    private async Task ToldAsync()
    {
        var told = await year.ToldAsync();
        string[] periods = ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4", "2026"];
        Assert.Equal(
            periods.Select(p => $"{year.Data.Agency}_{p}_r1_predicates_00001").Order(),
            told["id.go.kinerja.predicate.finalised.v1"].Distinct().Order());
        Assert.NotEmpty(told["id.go.kinerja.grant.made.v1"]);
    }

    private Task<Answer> GrantAsync(string period, string decision) =>
        year.Api.PostAsync($"{year.Root}/grant-lists/{period}/decisions", decision);

    private IEnumerable<string> WithShare(string period, string share) =>
        year.Data.Lines(period).Where(l => l.EndsWith($" {share}", StringComparison.Ordinal))
            .Select(l => l.Split(':')[0]);

    private static IEnumerable<string> Names(JsonNode lines) => lines.AsArray().Select(l => (string)l!["employeeId"]!);

    private static IEnumerable<string> Pairs(JsonElement expected, string list) =>
        expected.GetProperty(list).EnumerateObject().Select(p => $"{p.Name}: {p.Value.GetString()}");

    private static string LocalDayBefore(string day) =>
        DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture).AddDays(-1).ToString(
            "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string FirstGrantDay(string period) => period switch
    {
        "2026-Q1" => "2026-05-01",
        "2026-Q2" => "2026-08-01",
        "2026-Q3" => "2026-11-01",
        _ => "2027-02-01",
    };
}
