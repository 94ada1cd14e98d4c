using System.Text.Json.Nodes;

namespace Kinerja.Host.Tests.WorkedExample;

/// <summary>
/// What <c>functions/Domain/Evaluation/SecondYear.md</c> works out by hand, through the whole application: a late
/// rating, the person whom it displaces, a reopened quarter, a reward of leave, and a closed payroll month.
/// </summary>
public sealed class SecondYearTests(SecondYear year) : IClassFixture<SecondYear>
{
    [Fact]
    public async Task The_second_year_comes_out_as_worked_out_by_hand()
    {
        await RankedAsync();
        await LateAndDisplacedAsync();
        await ReopenedAsync();
        await RewardedAsync();
        await ClosedAsync();
    }

    private async Task RankedAsync()
    {
        year.MoveTo("2027-03-31T15:00:00");
        await year.RateAsync("peg-1", "above", "above", 110, 110);
        await year.RateAsync("peg-2", "meets", "meets", 100, 90);
        await year.RateAsync("peg-3", "meets", "meets", 94, 104);
        await year.RateAsync("peg-4", "below", "meets", 80, 90);
        year.MoveTo("2027-04-08T00:00:00");
        await year.FireQuarterTimerAsync();
        await year.FoundAsync("2027-Q1");
        await year.ReachedAsync("2027-Q1", "published");
        Assert.Equal(
            [
                "peg-1: 1 veryGood 110.00 in", "peg-3: 2 good 97.00 out", "peg-2: 3 good 97.00 out",
                "peg-4: 4 needsImprovement 83.00 out",
            ],
            await year.RankingAsync());
    }

    private async Task LateAndDisplacedAsync()
    {
        year.MoveTo("2027-04-10T09:00:00");
        await year.RateAsync("peg-5", "above", "above", 119, 115, "Penilai sakit.");
        await year.ReachedAsync("2027-Q1", "published", revision: 2);
        Assert.Equal(
            [
                "peg-5: 1 veryGood 117.80 in", "peg-1: 2 veryGood 110.00 out", "peg-3: 3 good 97.00 out",
                "peg-2: 4 good 97.00 out", "peg-4: 5 needsImprovement 83.00 out",
            ],
            await year.RankingAsync());

        year.MoveTo("2027-04-23T09:00:00");
        Assert.Equal((422, "urn:kinerja:problem:objection-too-late"), await ObjectAsync("peg-2"));
        Assert.Equal((201, null), await ObjectAsync("peg-1"));
        var objection = "/api/v1/employees/peg-1/objections/2027-Q1";
        foreach (var side in new[] { "peg-1", "kepala" })
        {
            await year.Api.PostAsync($"{objection}/statements", $$"""{"byId":"{{side}}","words":"Sudah."}""");
        }

        var decided = await year.Api.PostAsync(
            $"{objection}/decision", """{"decidedById":"sekda","reason":"Urutan sudah benar."}""");
        Assert.Equal((200, null), (decided.Status, (int?)decided.Json!["appliedInRevision"]));
        await StateOnAsync("2027-04-24T23:59:59", "published");
        await StateOnAsync("2027-04-25T00:00:00", "final");
    }

    private async Task ReopenedAsync()
    {
        year.MoveTo("2027-05-03T09:00:00");
        var opened = await year.Api.PostAsync(
            $"{year.Root}/runs/2027-Q1/reopenings", """{"reopenedById":"sekda","reason":"Hasil pemeriksaan."}""");
        Assert.Equal(
            ("published", "2027-05-17"),
            ((string?)opened.Json!["state"], (string?)opened.Json["reopenings"]![0]!["openUntil"]));
        year.MoveTo("2027-05-05T09:00:00");
        await year.RateAsync("peg-4", "meets", "meets", 90, 90, "Hasil pemeriksaan.");
        await year.ReachedAsync("2027-Q1", "published", revision: 3);
        Assert.Equal("peg-4: 5 good 90.00 out", (await year.RankingAsync()).Last());
        Assert.Equal("2027-05-19", (string?)(await year.GetAsync("/runs/2027-Q1"))["objectionsUntil"]);
        await StateOnAsync("2027-05-19T23:59:59", "published");
        await StateOnAsync("2027-05-20T00:00:00", "final");
    }

    private async Task RewardedAsync()
    {
        year.MoveTo("2027-05-21T09:00:00");
        var proposed = await year.Api.PostAsync(
            $"{year.Root}/grant-lists", """{"period":"2027-Q1","from":"2027-06-01","proposedById":"kepala"}""");
        Assert.Equal(
            ["peg-5: proposed"],
            proposed.Json!["lines"]!.AsArray().Select(line => $"{line!["employeeId"]}: {line["state"]}"));
        var granted = await year.Api.PostAsync(
            $"{year.Root}/grant-lists/2027-Q1/decisions",
            """{"decidedById":"kepala","approved":true,"reason":"Peringkat satu."}""");
        Assert.Equal(200, granted.Status);
        var reward = Assert.Single(
            (await year.Api.GetAsync("/api/v1/employees/peg-5/entitlements")).Json!["entitlements"]!.AsArray())!;
        Assert.Equal(
            ("dayOff", "2027-06-01", "2027-09-01", 2),
            ((string?)reward["kind"], (string?)reward["from"], (string?)reward["to"], (int?)reward["daysOff"]));
        Assert.Equal((201, null), await LeaveAsync("2027-06-03", "2027-06-04", "LIBUR-1"));
        Assert.Equal(
            (422, "urn:kinerja:problem:no-reward-left"), await LeaveAsync("2027-06-07", "2027-06-09", "LIBUR-2"));
    }

    private async Task ClosedAsync()
    {
        year.MoveTo("2027-07-01T09:00:00");
        foreach (var month in Enumerable.Range(1, 6))
        {
            await year.PutAsync($"/payroll-months/2027-{month:D2}", """{"closedById":"kepala"}""");
        }

        Assert.Equal((84m, 80m), (await PercentAsync("peg-1"), await PercentAsync("peg-5")));
        year.MoveTo("2027-07-05T09:00:00");
        Assert.Equal((201, null), await LeaveAsync("2027-06-04", "2027-06-05", "LIBUR-3"));
        Assert.Equal(80m, await PercentAsync("peg-5"));
        var difference = Assert.Single(
            (await year.GetAsync("/payroll-months/2027-07/differences"))["differences"]!.AsArray())!;
        Assert.Equal(
            ("peg-5", "2027-06", -4m, """["leave"]"""),
            ((string?)difference["employeeId"], (string?)difference["month"], (decimal?)difference["percentOfMonth"],
                difference["causes"]!.ToJsonString()));
    }

    private async Task<(int, string?)> ObjectAsync(string person)
    {
        var answer = await year.Api.PostAsync(
            $"/api/v1/employees/{person}/objections/2027-Q1",
            $$"""{"id":"keberatan-{{person}}","reason":"Belum dihitung.","evidence":[]}""");
        return (answer.Status, answer.ProblemType);
    }

    private async Task<(int?, string?)> LeaveAsync(string from, string to, string reference)
    {
        var answer = await year.Api.PutAsync($"{year.Root}/leave", $$"""
            {"leave":[{"employeeId":"peg-5","kind":"reward","from":"{{from}}","to":"{{to}}",
              "reference":"{{reference}}"}]}
            """);
        var item = answer.Json!["items"]![0]!;
        return ((int?)item["status"], (string?)item["problem"]?["type"]);
    }

    private async Task<decimal> PercentAsync(string person) =>
        (decimal)(await year.Api.GetAsync($"/api/v1/employees/{person}/attendance/2027-06/deductions"))
            .Json!["percentOfMonth"]!;

    private async Task StateOnAsync(string localTime, string state)
    {
        year.MoveTo(localTime);
        await year.Finalise.FinaliseDueAsync(default);
        Assert.Equal(state, (string?)(await year.GetAsync("/runs/2027-Q1"))["state"]);
    }
}
