using Kinerja.Application.Events;
using Kinerja.Application.FollowUp;
using Kinerja.Application.Policies;
using Kinerja.Application.Tests.Fakes;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.FollowUp;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Tests.FollowUp;

public sealed class ProposalFlowTests
{
    [Fact]
    public async Task Low_predicates_raise_proposals_once_and_touch_nobody()
    {
        var world = await RatedWorld.FinalAsync();

        var raised = (await RaiseAsync(world)).Value;

        Assert.Equal((3, 0, 0), (raised.Written, raised.Standing, raised.Withdrawn));
        Assert.Equal(
            ["2026-Q1-improvement-peg-i", "2026-Q1-improvement-peg-j", "2026-Q1-sanction-peg-j"],
            world.Proposals.Rows.Values.Select(p => $"{p.Value.Id}"));
        Assert.Equal((0, 3, 0), await CountsAsync(world));
        Assert.DoesNotContain(world.Events.ById.Values, e => e.Type == EventTypes.ProposalDecided);
    }

    /// <summary>PP 30/2019 is of PNS.</summary>
    [Fact]
    public async Task Of_pppk_nothing_is_proposed_but_by_the_agencys_own_rule()
    {
        static void Pppk(World world)
        {
            world.Add(Some.Employee("peg-i") with { Kind = EmploymentKind.Pppk });
            world.Add(Some.Employee("peg-j") with { Kind = EmploymentKind.Pppk });
        }

        var world = await RatedWorld.FinalAsync(Pppk);
        var without = (await RaiseAsync(world)).Value;
        await world.Policies.AddAsync(
            Some.AgencyId,
            CompleteDocument.Of(PolicyKinds.FollowUp, """
                {"proposals":{"pppk":{"improvementFor":["poor"],"sanctionFor":[],"improvementMonths":2,"testMonths":1}}}
                """),
            default);
        world.AgencyDirectory.Invalidate(Some.AgencyId);
        var with = (await RaiseAsync(world)).Value;
        await ConsiderAsync(world);
        var decided = (await DecideAsync(world)).Value;

        Assert.Equal((0, 2), (without.Written, without.PppkWithoutRule));
        Assert.Equal((1, 0), (with.Written, with.PppkWithoutRule));
        Assert.Equal(2, Period.Between(decided.Decision!.From!.Value, decided.Until!.Value, PeriodUnits.Months).Months);
    }

    [Fact]
    public async Task A_period_that_was_not_published_raises_nothing()
    {
        var world = await RatedWorld.FinalAsync();
        world.Runs.Revisions.Clear();
        Refused.Is(RefusalCodes.UnknownRun, await RaiseAsync(world));
    }

    [Fact]
    public async Task A_better_result_of_a_later_revision_withdraws_what_nobody_decided()
    {
        var world = await RatedWorld.FinalAsync();
        await RaiseAsync(world);
        var found = world.Runs.Rows[(Some.AgencyId, RatedWorld.Period)];
        var second = found.Value with { Revision = 2 };
        var evaluations = await world.Results.ListEvaluationsAsync(found.Value, HashRange.All, default).ToListAsync();
        await world.Results.PutEvaluationsAsync(
            second, [.. evaluations.Select(e => e.EmployeeId == Some.Person("peg-i") ? Better(e) : e)], default);
        await world.Runs.AddAsync(second, default);

        Assert.Equal((2, 0, 1), await CountsAsync(world));
        Assert.Equal(ProposalState.Withdrawn, world.Proposals.Rows["menpanrb_2026-Q1-improvement-peg-i"].Value.State);
    }

    [Fact]
    public async Task It_is_considered_then_decided_then_concluded_and_the_decision_is_told_once()
    {
        var world = await RatedWorld.FinalAsync();
        await RaiseAsync(world);
        Refused.Is(RefusalCodes.NotConsidered, await DecideAsync(world));
        await ConsiderAsync(world);

        var decided = (await DecideAsync(world)).Value;
        await DecideAsync(world);

        Assert.Equal((ProposalState.Decided, new LocalDate(2026, 11, 1)), (decided.State, decided.DueOn));
        var told = Assert.Single(world.Events.InOrder, e => e.Type == EventTypes.ProposalDecided);
        Assert.Equal("menpanrb_proposal_2026-Q1-improvement-peg-i_decided", told.Id);
        Assert.Empty(world.Outbox.Rows);

        var outcome = new OutcomeCommand(
            FollowUpOutcome.Improved, new LocalDate(2026, 8, 1), "Target tercapai.", Some.Person("peg-head"));
        Assert.Equal(
            ProposalState.Closed,
            (await world.ConcludeProposal.ExecuteAsync(Some.Actor, Id, null, outcome, default)).Value.State);
    }

    [Fact]
    public async Task The_team_may_meet_before_the_result_is_final_and_nobody_decides_before()
    {
        var world = await RatedWorld.PublishedAsync();
        await RaiseAsync(world);
        await ConsiderAsync(world);
        Refused.Is(RefusalCodes.ResultNotFinal, await DecideAsync(world));

        world.Clock.MoveTo(Some.At("2026-04-22T17:00:00Z"));
        await world.Finalise.FinaliseDueAsync(default);
        Assert.Equal(ProposalState.Decided, (await DecideAsync(world)).Value.State);
    }

    /// <summary>
    /// Another person's objection made the revision; this one's predicate is what it was, and so is the team's advice.
    /// </summary>
    [Fact]
    public async Task On_a_later_revision_it_is_raised_again_before_anybody_decides()
    {
        var world = await RatedWorld.FinalAsync();
        await RaiseAsync(world);
        await ConsiderAsync(world);
        var first = world.Runs.Rows[(Some.AgencyId, RatedWorld.Period)].Value;
        var evaluations = await world.Results.ListEvaluationsAsync(first, HashRange.All, default).ToListAsync();
        await world.Results.PutEvaluationsAsync(first with { Revision = 2 }, evaluations, default);
        await world.Runs.AddAsync(first with { Revision = 2 }, default);

        Refused.Is(RefusalCodes.BasisSuperseded, await DecideAsync(world));
        await RaiseAsync(world);
        var decided = (await DecideAsync(world)).Value;
        Assert.Equal(
            (ProposalState.Decided, 2, 1), (decided.State, decided.Basis.Revision, decided.Considerations.Count));
    }

    /// <summary>An objection made a revision in which one of two low predicates is better.</summary>
    [Fact]
    public async Task When_the_result_becomes_final_its_proposals_follow_the_last_revision()
    {
        var world = await RatedWorld.PublishedAsync();
        await RaiseAsync(world);
        var first = world.Runs.Rows[(Some.AgencyId, RatedWorld.Period)].Value;
        var evaluations = await world.Results.ListEvaluationsAsync(first, HashRange.All, default).ToListAsync();
        var inputs = await world.Results.ListInputsAsync(first, HashRange.All, default).ToListAsync();
        var second = first with { Revision = 2 };
        await world.Results.FreezeInputsAsync(second, inputs, default);
        await world.Results.PutEvaluationsAsync(
            second, [.. evaluations.Select(e => e.EmployeeId == Some.Person("peg-i") ? Better(e) : e)], default);
        await world.Rankings.PutPageAsync(
            second, (await world.Rankings.FindPageAsync(first, 0, default))!, default);
        await world.Runs.AddAsync(second, default);

        world.Clock.MoveTo(Some.At("2026-04-22T17:00:00Z"));
        await world.Finalise.FinaliseDueAsync(default);

        Assert.Equal(ProposalState.Withdrawn, world.Proposals.Rows[$"menpanrb_{Id}"].Value.State);
        Assert.Equal(WithdrawalReason.ResultRevised, world.Proposals.Rows[$"menpanrb_{Id}"].Value.WithdrawnBecause);
        Assert.Equal(2, world.Proposals.Rows["menpanrb_2026-Q1-sanction-peg-j"].Value.Basis.Revision);
    }

    [Fact]
    public async Task Becoming_final_raises_nothing_that_nobody_had_raised() =>
        Assert.Empty((await RatedWorld.FinalAsync()).Proposals.Rows);

    [Fact]
    public async Task A_step_on_an_older_version_is_refused_and_a_repeat_is_not()
    {
        var world = await RatedWorld.FinalAsync();
        await RaiseAsync(world);
        Assert.Equal(2, (await ConsiderAsync(world, expected: 1)).Value.Version);
        Assert.Equal(2, (await ConsiderAsync(world, expected: 1)).Value.Version);
        Refused.Is(RefusalCodes.StaleVersion, await DecideAsync(world, expected: 1));
        Assert.Null((await DecideAsync(world, expected: 2)).Refusal);
    }

    [Fact]
    public async Task People_whom_the_register_does_not_know_take_no_part()
    {
        var world = await RatedWorld.FinalAsync();
        await RaiseAsync(world);
        var refusal = Refused.Is(
            RefusalCodes.UnknownEmployee, await ConsiderAsync(world, members: ["peg-a", "peg-0404"]));
        Assert.Equal("/memberIds/1", Assert.Single(refusal.Faults).Pointer);
    }

    [Fact]
    public async Task They_are_listed_by_state()
    {
        var world = await RatedWorld.FinalAsync();
        await RaiseAsync(world);
        await ConsiderAsync(world);
        var considered =
            (await world.ReadProposals.ListAsync(Some.AgencyId, ProposalState.Considered, null, default)).Value;
        Assert.Equal(Id, Assert.Single(considered.Proposals).Id);
        Assert.Equal(
            3, (await world.ReadProposals.ListAsync(Some.AgencyId, null, null, default)).Value.Proposals.Count);
    }

    private static ProposalId Id => ProposalId.Of(ProposalKind.Improvement, RatedWorld.Period, Some.Person("peg-i"));

    private static EmployeeEvaluation Better(EmployeeEvaluation low) =>
        low with { Outcome = low.Assessment!.Value with { Predicate = Predicate.Good } };

    private static Task<Result<ProposalsRaised>> RaiseAsync(World world) =>
        world.RaiseProposals.ExecuteAsync(Some.Actor, RatedWorld.Period, default);

    private static async Task<(int, int, int)> CountsAsync(World world)
    {
        var raised = (await RaiseAsync(world)).Value;
        return (raised.Written, raised.Standing, raised.Withdrawn);
    }

    private static Task<Result<Proposal>> ConsiderAsync(World world, int? expected = null, string[]? members = null) =>
        world.ConsiderProposal.ExecuteAsync(
            Some.Actor,
            Id,
            Some.Standing(expected),
            new ConsiderationCommand(
                [.. (members ?? ["peg-a", "peg-b", "peg-c"]).Select(m => Some.Person(m))], new LocalDate(2026, 4, 7),
                TeamAdvice.Support, "Perlu pembinaan.", Some.Person("peg-a")),
            default);

    private static Task<Result<Proposal>> DecideAsync(World world, int? expected = null) =>
        world.DecideProposal.ExecuteAsync(
        Some.Actor,
        Id,
        Some.Standing(expected),
        new ProposalVerdict(Some.Person("peg-head"), true, "Sesuai pertimbangan tim.", new LocalDate(2026, 5, 1)),
        default);
}
