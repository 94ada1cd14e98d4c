using System.Text.Json;
using Kinerja.Application.Files.Exports;
using Kinerja.Application.Policies;
using Kinerja.Application.Tests.FollowUp;
using Kinerja.Domain;

namespace Kinerja.Application.Tests.Files;

/// <summary>Ten rated people and their head, who is not rated; one more came after the run.</summary>
public sealed class ExportResultsTests
{
    [Fact]
    public async Task Everybody_has_a_row_with_the_result_or_why_there_is_none()
    {
        var world = await RatedWorld.PublishedAsync();
        world.Add(Some.Employee("peg-baru"));

        var rows = await SheetRows.OfAsync(
            (await Export(world).ResultsAsync(Some.AgencyId, RatedWorld.Period, null, default)).Value);

        var states = rows.ToDictionary(r => r["employeeId"].Text!, r => r["state"].Text);
        Assert.Equal(12, states.Count);
        Assert.Equal(
            ("noRating", "notInRun", "assessed"), (states["peg-head"], states["peg-baru"], states["peg-a"]));
        var first = rows.Single(r => r["employeeId"].Text == "peg-a");
        var own = (await world.ReadRun.ExplainAsync(
            Some.AgencyId, RatedWorld.Period, null, Some.Person("peg-a"), default)).Value.Evaluation.Assessment!.Value;
        Assert.Equal(
            (own.Score.Hundredths / 100m, "good", "biro-sdm", "Biro SDM"),
            (first["score"].Number, first["predicate"].Text, first["unitId"].Text, first["unitName"].Text));
        Assert.Null(rows.Single(r => r["employeeId"].Text == "peg-head")["score"].Number);
    }

    [Fact]
    public async Task Every_factor_is_the_persons_own_and_without_a_table_there_is_the_word()
    {
        var world = await RatedWorld.PublishedAsync();
        world.Add(Some.Employee("peg-baru"));
        var without = await FactorsAsync(world);
        var table = JsonDocument.Parse("""{"shipped":"allowance-luar-negeri-3-2025"}""").RootElement;
        await world.PublishPolicy.ExecuteAsync(
            Some.Actor, PolicyKinds.Allowance, new(2026, 1, 1), null, table, default);

        var with = await FactorsAsync(world);

        Assert.All(without.Values, row => Assert.Equal(("noPolicy", null), row));
        Assert.Equal(
            (("noRating", null), ("notInRun", null)), (with["peg-head"], with["peg-baru"]));
        foreach (var person in "abcdefghij".Select(letter => $"peg-{letter}"))
        {
            var own = await world.ReadFollowUp.AllowanceAsync(
                Some.AgencyId, Some.Person(person), RatedWorld.Period, default);
            Assert.Equal(("complete", own.Value.Factor.Percent), with[person]);
            Assert.NotNull(with[person].Percent);
        }
    }

    [Fact]
    public async Task The_ranking_stands_in_its_order_and_who_has_no_place_stands_last()
    {
        var world = await RatedWorld.PublishedAsync(world =>
            world.Add(Some.Employee("peg-a") with { Discipline = Domain.Workforce.DisciplineStatus.Serving }));

        var rows = await SheetRows.OfAsync(
            (await new ExportRanking(world.ReadRun, world.Rankings).ExecuteAsync(
                Some.AgencyId, RatedWorld.Period, null, default)).Value);

        Assert.Equal(11, rows.Count);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, null], rows.Select(r => (int?)r["place"].Number));
        Assert.Equal(("noRating", "peg-head"), (rows[^1]["state"].Text, rows[^1]["employeeId"].Text));
        Assert.Equal(
            ("excludedFromReward", "disciplineServing", "ranked"),
            (rows[0]["topShare"].Text, rows[0]["excludedFromReward"].Text, rows[0]["state"].Text));
        foreach (var row in rows[..^1])
        {
            var own = (await world.Rankings.FindPlaceAsync(
                (await world.ReadRun.FindAsync(Some.AgencyId, RatedWorld.Period, null, default)).Value.Run,
                Some.Person(row["employeeId"].Text!), default))!.Value;
            Assert.Equal(
                (own.Place, own.Score.Hundredths / 100m, (decimal)own.PercentRank),
                (row["place"].Number, row["score"].Number, row["percentRank"].Number));
        }
    }

    [Fact]
    public async Task What_has_not_been_published_gives_no_file()
    {
        var world = new World();

        Refused.Is(
            RefusalCodes.UnknownRun, await Export(world).ResultsAsync(Some.AgencyId, RatedWorld.Period, null, default));
        Refused.Is(
            RefusalCodes.UnknownRun,
            await Export(world).AllowanceFactorsAsync(Some.AgencyId, RatedWorld.Period, default));
    }

    private static ExportResults Export(World world) => new(
        world.AgencyDirectory, world.Workforce, world.Runs, world.Results, world.ReadRun, world.PinnedPolicies);

    private static async Task<Dictionary<string, (string? State, decimal? Percent)>> FactorsAsync(World world) =>
        (await SheetRows.OfAsync(
            (await Export(world).AllowanceFactorsAsync(Some.AgencyId, RatedWorld.Period, default)).Value))
        .ToDictionary(r => r["employeeId"].Text!, r => (r["state"].Text, r["percent"].Number));
}
