using Kinerja.Application.WorkPlans;
using Kinerja.Domain;
using Kinerja.Domain.WorkPlans;
using NodaTime;
using static Kinerja.Application.Tests.WorkPlans.SomePlan;

namespace Kinerja.Application.Tests.WorkPlans;

public sealed class WorkPlanStepTests
{
    private readonly PlanWorld _world = new(January);

    [Fact]
    public async Task A_plan_grows_by_versions_that_all_stay_readable()
    {
        await PutAsync(Claim());
        await PutAsync(Claim(Content(Result(target: 120)), reason: "Anggaran naik."));
        var versions = (await _world.Read.ListVersionsAsync(Some.AgencyId, Some.Person(), NewYear, default)).Value;
        Assert.Equal([(1, null), (2, "Anggaran naik.")], versions.Select(v => (v.Version, v.Reason)));
        var first = (await _world.Read.FindAsync(Some.AgencyId, Some.Person(), NewYear, 1, default)).Value;
        Assert.Equal(100, first.Content.Results[0].Indicators[0].Target!.Value);
    }

    [Fact]
    public async Task The_same_content_again_is_no_version_whatever_If_Match_says()
    {
        await PutAsync(Claim());
        var again = await PutAsync(Claim(), expected: 0);
        Assert.Equal(1, again.Value.Version);
        Assert.Single(_world.WorkPlans.Versions);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, 1)]
    public async Task A_change_on_another_version_is_stale(int expected, int stored)
    {
        await PutAsync(Claim());
        Refused.Is(
            RefusalCodes.StaleVersion, await PutAsync(Claim(Content(Result(target: 1)), reason: "Lain."), expected));
        Assert.Equal(stored, _world.WorkPlans.Versions.Count);
    }

    [Fact]
    public async Task Of_two_writers_at_once_one_is_told_so()
    {
        _world.WorkPlans.FasterWriter = async () => await PutAsync(Claim(Content(Result(target: 7))));
        Refused.Is(RefusalCodes.StaleVersion, await PutAsync(Claim()));
        Assert.Equal(7, _world.WorkPlans.Latest.Single().Value.Value.Content.Results[0].Indicators[0].Target!.Value);
    }

    [Fact]
    public async Task The_agencys_own_day_and_policy_decide_what_is_in_time()
    {
        // 17:00 UTC on 31 January is 1 February in Jakarta.
        _world.Clock.MoveTo(Some.At("2026-01-31T17:00:00Z"));
        Refused.Is(RefusalCodes.ReasonRequired, await PutAsync(Claim()));
        _world.AddPolicy("""{"lastDay":"02-28"}""");
        Assert.Equal(1, (await PutAsync(Claim())).Value.Version);
    }

    [Fact]
    public async Task What_a_result_serves_must_be_in_the_raters_plan_once_there_is_one()
    {
        Assert.Equal(1, (await PutAsync(Claim(Content(Result(serves: "iku-9"))))).Value.Version);
        await PutAsync(Claim(Content(Result("iku-1")), by: "peg-head"), employee: "peg-head");
        var refusal = Refused.Is(
            RefusalCodes.UnknownResult,
            await PutAsync(Claim(Content(Result("a", "iku-1"), Result("b", "iku-9")), reason: "Peran baru.")));
        Assert.Equal("/plan/results/1/servesId", Assert.Single(refusal.Faults).Pointer);
        Assert.Equal(2, (await PutAsync(Claim(Content(Result("a", "iku-1")), reason: "Peran baru."))).Value.Version);
    }

    [Fact]
    public async Task An_unknown_post_person_or_plan_is_named()
    {
        Refused.Is(RefusalCodes.UnknownPost, await PutAsync(Claim(Content() with { PostId = Some.PostId })));
        Refused.Is(RefusalCodes.UnknownEmployee, await PutAsync(Claim(), employee: "peg-nobody"));
        Refused.Is(RefusalCodes.UnknownWorkPlan, await AgreeAsync(Yes()));
        Refused.Is(
            RefusalCodes.UnknownWorkPlan,
            await _world.Read.FindAsync(Some.AgencyId, Some.Person(), NewYear, null, default));
        Refused.Is(RefusalCodes.UnknownEmployee, await AgreeAsync(Yes(), "peg-nobody"));
        Assert.Empty(_world.WorkPlans.Versions);
    }

    [Fact]
    public async Task The_rater_agrees_to_the_version_that_was_read_and_only_to_that()
    {
        await PutAsync(Claim());
        await PutAsync(Claim(Content(Result(target: 5)), reason: "Lain."));
        Refused.Is(RefusalCodes.StaleVersion, await AgreeAsync(Yes(1)));
        Refused.Is(RefusalCodes.NotTheRater, await AgreeAsync(Yes(2, "peg-0001")));
        Assert.Equal((2, WorkPlanState.Agreed), Stated((await AgreeAsync(Yes(2))).Value));
        Assert.Equal((2, WorkPlanState.Agreed), Stated((await AgreeAsync(Yes(2))).Value));
    }

    [Fact]
    public async Task PP_30_2019_art_1_a_delegate_agrees_while_the_delegation_holds()
    {
        _world.World.Add(Some.Employee("peg-wakil"));
        await _world.World.DelegateRating.PutAsync(Some.Actor, Some.Delegation("peg-wakil"), null, default);
        await PutAsync(Claim());
        _world.Clock.MoveTo(Some.At("2026-01-31T16:59:59Z"));
        Refused.Is(RefusalCodes.NotTheRater, await AgreeAsync(Yes(1, "peg-wakil")));
        _world.Clock.MoveTo(Some.At("2026-01-31T17:00:00Z"));
        Assert.Equal((1, WorkPlanState.Agreed), Stated((await AgreeAsync(Yes(1, "peg-wakil"))).Value));
        _world.Clock.MoveTo(Some.At("2026-03-01T02:00:00Z"));
        Assert.Equal(Some.Person("peg-wakil"), (await AgreeAsync(Yes(1, "peg-wakil"))).Value.Agreement!.By);
        await PutAsync(Claim(Content(Result(target: 5)), reason: "Lain."));
        Refused.Is(RefusalCodes.NotTheRater, await AgreeAsync(Yes(2, "peg-wakil")));
    }

    [Fact]
    public async Task An_agreed_version_counts_until_the_next_one_is_agreed()
    {
        await PutAsync(Claim());
        await AgreeAsync(Yes());
        await PutAsync(Claim(Content(Result(target: 5)), reason: "Lain."));
        Assert.Equal((2, WorkPlanState.Drafted, 1), await YearAsync());
        await AgreeAsync(Yes(2));
        Assert.Equal((2, WorkPlanState.Agreed, 2), await YearAsync());
    }

    [Fact]
    public async Task A_change_of_post_gives_a_second_plan_and_the_shares_add_to_100()
    {
        await PutAsync(Claim());
        await AgreeAsync(Yes());
        _world.Clock.MoveTo(Some.At("2026-05-04T02:00:00Z"));
        await PutAsync(Claim(), from: new(2026, 5, 1));
        Assert.Equal([10_000, null], (await ListAsync()).Select(p => p.ShareHundredths));
        await AgreeAsync(Yes(), from: new(2026, 5, 1));
        // 120 and 245 of 365 days.
        Assert.Equal([3288, 6712], (await ListAsync()).Select(p => p.ShareHundredths));
        Assert.Equal([new(2026, 5, 1), new(2027, 1, 1)], (await ListAsync()).Select(p => p.To));
    }

    private static (int Version, WorkPlanState State) Stated(WorkPlan plan) => (plan.Version, plan.State);

    private async Task<(int, WorkPlanState, int?)> YearAsync() =>
        (await ListAsync()).Select(p => (p.Latest.Version, p.Latest.State, p.AgreedVersion)).Single();

    private async Task<IReadOnlyList<PlanOfYear>> ListAsync() =>
        (await _world.Read.ListAsync(Some.AgencyId, Some.Person(), 2026, default)).Value.Plans;

    private Task<Result<WorkPlan>> PutAsync(
        WorkPlanCommand claim, int? expected = null, string employee = "peg-0001", LocalDate? from = null) =>
        _world.Write.ExecuteAsync(
            Some.Actor, Some.Person(employee), from ?? NewYear, claim, Some.Standing(expected), default);

    private Task<Result<WorkPlan>> AgreeAsync(
        PlanAgreementCommand claim, string employee = "peg-0001", LocalDate? from = null) =>
        _world.Agree.ExecuteAsync(Some.Actor, Some.Person(employee), from ?? NewYear, claim, default);
}
