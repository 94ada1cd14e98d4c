using Kinerja.Application.Events;
using Kinerja.Application.Policies;
using Kinerja.Application.Runs;
using Kinerja.Application.Tests.Fakes;
using Kinerja.Application.Tests.FollowUp;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Runs;

namespace Kinerja.Application.Tests.Runs;

/// <summary>A quarter that is final since 22 April; the head may open it again for 14 days.</summary>
public sealed class ReopenRunTests
{
    [Fact]
    public async Task Opened_again_it_is_put_right_superseded_and_final_again()
    {
        var world = await FinalAsync();
        var opened = (await ReopenAsync(world)).Value;
        Assert.Equal((RunState.Published, new NodaTime.LocalDate(2026, 5, 7)), (opened.State, opened.OpenUntil!.Value));
        Assert.Equal(0, await world.Finalise.FinaliseDueAsync(default));

        Assert.Null((await RateAsync(world)).Refusal);
        await world.DrainAsync();
        var revised = Newest(world);
        Assert.Equal((2, RunState.Published, 1), (revised.Revision, revised.State, revised.Reopenings.Count));
        Assert.Contains(world.Events.ById.Values, e => e.Type == EventTypes.RankingSuperseded);
        world.Clock.MoveTo(Some.At("2026-05-07T17:00:00Z"));
        Assert.Equal(1, await world.Finalise.FinaliseDueAsync(default));
        Assert.Equal((2, RunState.Final), (Newest(world).Revision, Newest(world).State));
        Refused.Is(RefusalCodes.PeriodFrozen, await RateAsync(world, 118));
    }

    [Fact]
    public async Task It_is_told_once_also_where_the_bus_took_it_only_later()
    {
        var world = await FinalAsync();
        world.Events.FailsAfter = 0;
        await Assert.ThrowsAsync<TimeoutException>(() => ReopenAsync(world));
        Assert.DoesNotContain(world.Events.ById.Values, e => e.Type == EventTypes.RunReopened);
        await world.Finalise.FinaliseDueAsync(default);
        var told = Assert.Single(world.Events.InOrder, e => e.Type == EventTypes.RunReopened);
        Assert.Equal("menpanrb_2026-Q1_reopened_1", told.Id);
        await ReopenAsync(world);
        await world.Finalise.FinaliseDueAsync(default);
        Assert.Single(world.Events.InOrder, e => e.Type == EventTypes.RunReopened);
    }

    /// <summary>What held when the result first became final holds for all that is put right later.</summary>
    [Fact]
    public async Task A_policy_that_is_written_after_the_first_finality_changes_nothing_while_it_is_open()
    {
        var world = await FinalAsync();
        await ReopenAsync(world);
        var before = await FactorAsync(world);
        await world.Policies.AddAsync(
            Some.AgencyId,
            CompleteDocument.Of(PolicyKinds.Allowance, """
                {"basis":"Lain","cycle":"quarter","percents":
                 {"veryGood":1,"good":1,"needsImprovement":1,"poor":1,"veryPoor":1}}
                """) with { WrittenAt = world.Clock.Now() },
            default);
        Assert.Equal(before, await FactorAsync(world));
    }

    [Fact]
    public async Task A_period_out_of_reach_stays_final()
    {
        var world = await FinalAsync();
        world.Clock.MoveTo(Some.At("2027-08-01T00:00:00Z"));
        Refused.Is(RefusalCodes.ReopeningTooLate, await ReopenAsync(world));
    }

    private static async Task<World> FinalAsync() => await RatedWorld.FinalAsync(world =>
        world.Policies.AddAsync(
            Some.AgencyId,
            CompleteDocument.Of(PolicyKinds.Objection, """{"reopening":{"deciderIds":["peg-head"]}}"""),
            default));

    private static Task<Result<EvaluationRun>> ReopenAsync(World world) => world.Reopen.ExecuteAsync(
        Some.Actor, Some.Quarter, new ReopeningCommand(Some.Person("peg-head"), "Putusan banding."), default);

    private static Task<Result<Rating>> RateAsync(World world, decimal skp = 119) => world.Rate.RateAsync(
        Some.Actor,
        Some.Rating(skp, person: "peg-c") with { Reason = "Putusan banding." },
        null,
        default);

    private static async Task<decimal?> FactorAsync(World world) => (await world.ReadFollowUp.AllowanceAsync(
        Some.AgencyId, Some.Person("peg-c"), Some.Quarter, default)).Value.Factor.Percent;

    private static EvaluationRun Newest(World world) =>
        world.Runs.Rows[(Some.AgencyId, Some.Quarter)].Value;
}
