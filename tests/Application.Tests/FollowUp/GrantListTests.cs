using Kinerja.Application.Events;
using Kinerja.Application.Policies;
using Kinerja.Application.Tests.Fakes;
using Kinerja.Domain;
using Kinerja.Domain.FlexibleWork;
using Kinerja.Domain.FollowUp;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Tests.FollowUp;

public sealed class GrantListTests
{
    [Fact]
    public async Task The_top_share_is_proposed_and_nobody_is_granted_anything_by_it()
    {
        var world = await RatedWorld.FinalAsync();
        await RatedWorld.ProposeAsync(world);
        Assert.Equal([("peg-a", GrantState.Proposed), ("peg-b", GrantState.Proposed)], await LinesAsync(world));
        Assert.Empty(world.Entitlements.Rows);
    }

    [Fact]
    public async Task Whoever_is_ruled_out_is_listed_with_the_reason_and_the_place_goes_to_nobody()
    {
        var world = await RatedWorld.FinalAsync(w => w.Add(
            Some.Employee("peg-a") with { PostId = Some.PostId, Discipline = DisciplineStatus.InProcess }));
        await RatedWorld.ProposeAsync(world);
        Assert.Equal(
            [("peg-a", GrantState.ExcludedFromReward), ("peg-b", GrantState.Proposed)], await LinesAsync(world));
        Assert.Equal([FlexibleReason.DisciplineCase], world.GrantLists.Lines.Values.First().Value.Reasons);
    }

    [Fact]
    public async Task Nothing_is_proposed_before_the_ranking_is_published_or_for_a_day_past()
    {
        var world = await RatedWorld.FinalAsync();
        Refused.Is(RefusalCodes.DayPast, await RatedWorld.ProposeAsync(world, new(2026, 4, 7)));
        world.Runs.Revisions.Clear();
        Refused.Is(RefusalCodes.UnknownRun, await RatedWorld.ProposeAsync(world));
    }

    [Fact]
    public async Task Approved_as_a_whole_every_line_becomes_its_entitlements_and_tells_of_them()
    {
        var world = await RatedWorld.FinalAsync();
        await RatedWorld.ProposeAsync(world);

        var decided = (await RatedWorld.DecideAsync(world, approved: true)).Value;

        Assert.Equal((2, false), (decided.Lines.Count, decided.More));
        Assert.Equal(4, world.Entitlements.Rows.Count);
        Assert.All(world.Entitlements.Rows.Values, e => Assert.Equal("ranking 2026-Q1 r1", e.Value.Source));
        Assert.Equal(4, world.Events.ById.Values.Count(e => e.Type == EventTypes.GrantMade));
        Assert.Empty(world.Outbox.Rows);
    }

    [Fact]
    public async Task The_same_decision_again_grants_nothing_twice_and_makes_up_for_a_crash()
    {
        var world = await RatedWorld.FinalAsync();
        await RatedWorld.ProposeAsync(world);
        await RatedWorld.DecideAsync(world, true, "peg-a");
        var told = world.Events.InOrder.Count;

        Assert.Null((await RatedWorld.DecideAsync(world, true, "peg-a")).Refusal);
        Assert.Equal((2, told), (world.Entitlements.Rows.Count, world.Events.InOrder.Count));

        world.Entitlements.Rows.Clear();
        await RatedWorld.DecideAsync(world, true, "peg-a");
        Assert.Equal(2, world.Entitlements.Rows.Count);
    }

    [Fact]
    public async Task Bug_the_same_decision_on_the_whole_list_makes_up_for_a_crash_too()
    {
        var world = await RatedWorld.FinalAsync();
        await RatedWorld.ProposeAsync(world);
        await RatedWorld.DecideAsync(world, approved: true);
        foreach (var lost in world.Entitlements.Rows.Keys.Where(key => key.Item2 == Some.Person("peg-b")).ToList())
        {
            world.Entitlements.Rows.Remove(lost);
        }

        await RatedWorld.DecideAsync(world, approved: true);
        Assert.Equal(4, world.Entitlements.Rows.Count);
    }

    [Fact]
    public async Task Line_by_line_one_is_approved_and_another_declined()
    {
        var world = await RatedWorld.FinalAsync();
        await RatedWorld.ProposeAsync(world);
        await RatedWorld.DecideAsync(world, true, "peg-a");
        await RatedWorld.DecideAsync(world, false, "peg-b");
        Assert.Equal([("peg-a", GrantState.Approved), ("peg-b", GrantState.Declined)], await LinesAsync(world));
        Assert.All(world.Entitlements.Rows.Keys, key => Assert.Equal(Some.Person("peg-a"), key.Item2));
        Refused.Is(RefusalCodes.GrantDecided, await RatedWorld.DecideAsync(world, true, "peg-b"));
    }

    [Fact]
    public async Task Whoever_is_not_on_the_list_or_unknown_is_refused_and_nothing_is_decided()
    {
        var world = await RatedWorld.FinalAsync();
        Refused.Is(RefusalCodes.UnknownGrantList, await RatedWorld.DecideAsync(world, true));
        await RatedWorld.ProposeAsync(world);
        Refused.Is(RefusalCodes.UnknownEmployee, await RatedWorld.DecideAsync(world, true, "peg-a", "peg-h"));
        Assert.Equal([("peg-a", GrantState.Proposed), ("peg-b", GrantState.Proposed)], await LinesAsync(world));
    }

    [Fact]
    public async Task Bug_a_rival_on_the_list_approves_nobodys_grant()
    {
        var world = await RatedWorld.FinalAsync();
        await RatedWorld.ProposeAsync(world);
        Refused.Is(RefusalCodes.OwnCase, await RatedWorld.DecideByAsync(world, "peg-a", "peg-b"));
        Refused.Is(RefusalCodes.OwnCase, await RatedWorld.DecideByAsync(world, "peg-a"));
        Assert.Empty(world.Entitlements.Rows);
    }

    [Fact]
    public async Task Whoever_is_no_superior_approves_nothing_unless_the_policy_names_the_person()
    {
        var world = await RatedWorld.FinalAsync();
        await RatedWorld.ProposeAsync(world);
        Refused.Is(RefusalCodes.NotTheAuthority, await RatedWorld.DecideByAsync(world, "peg-h", "peg-a"));
        Refused.Is(RefusalCodes.NotTheAuthority, await RatedWorld.DecideByAsync(world, "peg-h"));
        Assert.Empty(world.Entitlements.Rows);

        await world.Policies.AddAsync(
            Some.AgencyId,
            CompleteDocument.Of(
                PolicyKinds.FollowUp, """{"grants":{"daysPerWeek":1,"deciderIds":["peg-h"]}}"""),
            default);
        world.AgencyDirectory.Invalidate(Some.AgencyId);
        Refused.Is(RefusalCodes.NotTheAuthority, await RatedWorld.DecideAsync(world, true));
        Assert.Equal(2, (await RatedWorld.DecideByAsync(world, "peg-h")).Value.Lines.Count);
        Assert.All(
            world.Entitlements.Rows.Values, e => Assert.Equal(Some.Person("peg-h"), e.Value.DecidedBy));
    }

    [Fact]
    public async Task Proposed_again_what_was_decided_stays_and_the_rest_is_looked_at_afresh()
    {
        var world = await RatedWorld.FinalAsync();
        await RatedWorld.ProposeAsync(world);
        await RatedWorld.DecideAsync(world, true, "peg-a");
        foreach (var person in new[] { "peg-a", "peg-b" })
        {
            world.Add(Some.Employee(person) with { PostId = Some.PostId, Discipline = DisciplineStatus.Serving });
        }

        world.AgencyDirectory.Invalidate(Some.AgencyId);
        await RatedWorld.ProposeAsync(world);

        Assert.Equal([("peg-a", GrantState.Approved), ("peg-b", GrantState.NotEligible)], await LinesAsync(world));
        Refused.Is(RefusalCodes.GrantDecided, await RatedWorld.ProposeAsync(world, RatedWorld.GrantsFrom.PlusDays(1)));
    }

    [Fact]
    public async Task Whoever_came_under_discipline_before_the_approval_is_granted_nothing()
    {
        var world = await RatedWorld.FinalAsync();
        await RatedWorld.ProposeAsync(world);
        world.Add(Some.Employee("peg-a") with { PostId = Some.PostId, Discipline = DisciplineStatus.Serving });
        world.AgencyDirectory.Invalidate(Some.AgencyId);

        await RatedWorld.DecideAsync(world, approved: true);

        Assert.Equal([("peg-a", GrantState.NotEligible), ("peg-b", GrantState.Approved)], await LinesAsync(world));
        Assert.DoesNotContain(world.Entitlements.Rows.Keys, key => key.Item2 == Some.Person("peg-a"));
    }

    [Fact]
    public async Task Before_the_result_is_final_a_list_is_a_preview_that_nobody_decides()
    {
        var world = await RatedWorld.PublishedAsync();
        await RatedWorld.ProposeAsync(world);
        Assert.True(
            (await world.ReadGrants.FindAsync(Some.AgencyId, RatedWorld.Period, null, default)).Value.Provisional);
        Refused.Is(RefusalCodes.ResultNotFinal, await RatedWorld.DecideAsync(world, approved: true));
        Assert.Empty(world.Entitlements.Rows);

        world.Clock.MoveTo(Some.At("2026-04-22T17:00:00Z"));
        await world.Finalise.FinaliseDueAsync(default);
        Assert.False(
            (await world.ReadGrants.FindAsync(Some.AgencyId, RatedWorld.Period, null, default)).Value.Provisional);
        Assert.Equal(2, (await RatedWorld.DecideAsync(world, approved: true)).Value.Lines.Count);
    }

    [Fact]
    public async Task Bug_of_two_who_propose_at_once_one_is_told_to_read_again()
    {
        var world = await RatedWorld.PublishedAsync();
        world.GrantLists.FasterWriter = () => RatedWorld.ProposeAsync(world).GetAwaiter().GetResult();

        Refused.Is(RefusalCodes.StaleVersion, await RatedWorld.ProposeAsync(world));

        Assert.Equal([("peg-a", GrantState.Proposed), ("peg-b", GrantState.Proposed)], await LinesAsync(world));
        Assert.Null((await RatedWorld.ProposeAsync(world)).Refusal);
    }

    [Fact]
    public async Task Bug_nothing_is_proposed_for_a_day_that_is_more_than_a_year_away()
    {
        var world = await RatedWorld.PublishedAsync();
        Refused.Is(RefusalCodes.InvalidField, await RatedWorld.ProposeAsync(world, new(2999, 12, 31)));
        Assert.Empty(world.GrantLists.Lists);
    }

    private static async Task<IEnumerable<(string, GrantState)>> LinesAsync(World world) =>
        (await world.ReadGrants.FindAsync(Some.AgencyId, RatedWorld.Period, null, default)).Value.Lines
            .Select(l => ($"{l.EmployeeId}", l.State));
}
