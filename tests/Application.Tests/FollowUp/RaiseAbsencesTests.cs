using Kinerja.Application.FollowUp;
using Kinerja.Application.Policies;
using Kinerja.Application.Tests.Fakes;
using Kinerja.Domain;
using Kinerja.Domain.FollowUp;
using NodaTime;

namespace Kinerja.Application.Tests.FollowUp;

/// <summary>
/// The day's close raises what PP 94/2021 has people consider, where the agency says that its presence counts.
/// </summary>
public sealed class RaiseAbsencesTests
{
    /// <summary>Monday to Wednesday of the week are over, and nobody came.</summary>
    private static readonly Instant Thursday = Some.At("2026-02-05T00:00:00Z");

    private readonly World _world = new();

    [Fact]
    public async Task Without_a_day_from_which_presence_counts_nobody_is_held_against_it()
    {
        await CloseAtAsync(Thursday);
        Assert.Empty(_world.Proposals.Rows);
    }

    [Fact]
    public async Task Three_days_without_a_word_are_proposed_once_with_their_evidence()
    {
        await AdoptAsync("2026-02-02");
        await CloseAtAsync(Thursday);
        await CloseAtAsync(Thursday + Duration.FromMinutes(15));

        var proposal = Stored("t1");
        Assert.Equal((ProposalState.Proposed, 1), (proposal.State, proposal.Version));
        Assert.Equal(
            [new LocalDate(2026, 2, 2), new LocalDate(2026, 2, 3), new LocalDate(2026, 2, 4)],
            proposal.Basis.Absence!.Evidence);
        Assert.Equal(2, _world.Proposals.Rows.Count);
    }

    [Fact]
    public async Task Days_before_it_count_nothing_and_neither_do_people_of_another_kind()
    {
        await AdoptAsync("2026-02-03");
        await CloseAtAsync(Thursday);
        Assert.Empty(_world.Proposals.Rows);

        _world.Add(Some.Employee() with { Kind = Domain.Workforce.EmploymentKind.Pppk });
        _world.AgencyDirectory.Invalidate(Some.AgencyId);
        await CloseAtAsync(Thursday + Duration.FromDays(1));
        Assert.Equal("menpanrb_2026-discipline-peg-head-t1", Assert.Single(_world.Proposals.Rows.Keys));
    }

    [Fact]
    public async Task The_next_day_it_is_the_heavier_tier_and_the_lighter_lapses()
    {
        await AdoptAsync("2026-02-02");
        await CloseAtAsync(Thursday);
        await CloseAtAsync(Thursday + Duration.FromDays(1));
        Assert.Equal(
            (ProposalState.Withdrawn, WithdrawalReason.HeavierTier),
            (Stored("t1").State, Stored("t1").WithdrawnBecause));
        Assert.Equal(ProposalState.Proposed, Stored("t2").State);
    }

    [Fact]
    public async Task A_late_check_in_takes_its_day_and_so_the_proposal_away()
    {
        await AdoptAsync("2026-02-02");
        await CloseAtAsync(Thursday);
        _world.Clock.MoveTo(Thursday);
        Assert.Null(
            (await _world.RecordCheckIn.ExecuteAsync(
                Some.Actor, Some.Claim() with { SentAt = Thursday }, default)).Refusal);
        await CloseAtAsync(Thursday + Duration.FromMinutes(15));

        Assert.Equal(
            (ProposalState.Withdrawn, WithdrawalReason.DaysRemoved),
            (Stored("t1").State, Stored("t1").WithdrawnBecause));
    }

    /// <summary>Their kind alone is no rule.</summary>
    [Fact]
    public async Task Pppk_whose_absences_count_have_no_proposal_without_a_ladder()
    {
        await _world.Policies.AddAsync(
            Some.AgencyId,
            CompleteDocument.Of(
                PolicyKinds.FollowUp, """{"proposals":{"absences":{"from":"2026-02-02","kinds":["pns","pppk"]} } }"""),
            default);
        _world.Add(Some.Employee() with { Kind = Domain.Workforce.EmploymentKind.Pppk });
        await CloseAtAsync(Thursday);
        Assert.Equal("menpanrb_2026-discipline-peg-head-t1", Assert.Single(_world.Proposals.Rows.Keys));
    }

    [Fact]
    public async Task Raising_proposals_from_the_years_result_leaves_them_alone()
    {
        await AdoptAsync("2026-02-02");
        await CloseAtAsync(Thursday);
        var run = Some.Run(Domain.Runs.RunState.Published) with { Period = AppraisalPeriod.OfYear(2026) };
        await _world.Runs.AddAsync(run, default);
        Assert.Equal(0, (await _world.RaiseProposals.ExecuteAsync(Some.Actor, run.Period, default)).Value.Withdrawn);
        Assert.Equal(ProposalState.Proposed, Stored("t1").State);
    }

    /// <summary>It rests on no result: whether the year is final is of no account.</summary>
    [Fact]
    public async Task It_is_considered_then_decided_then_carried_out_by_people()
    {
        await AdoptAsync("2026-02-02");
        await CloseAtAsync(Thursday);
        var (consider, decide, id) = (_world.ConsiderProposal, _world.DecideProposal, Stored("t1").Id);
        var verdict = new ProposalVerdict(Some.Person("peg-head"), true, "Sesuai.", null);
        Refused.Is(RefusalCodes.NotConsidered, await decide.ExecuteAsync(Some.Actor, id, null, verdict, default));
        string[] team = ["peg-tim1", "peg-tim2", "peg-tim3"];
        _world.Add([.. team.Select(member => Some.Employee(member, null))]);
        _world.AgencyDirectory.Invalidate(Some.AgencyId);
        var small = new ConsiderationCommand(
            [Some.Person("peg-tim1"), Some.Person("peg-tim2")], new LocalDate(2026, 2, 5), TeamAdvice.Support, "Ya.",
            Some.Person("peg-tim1"));
        Refused.Is(RefusalCodes.TeamTooSmall, await consider.ExecuteAsync(Some.Actor, id, null, small, default));
        var meeting = new ConsiderationCommand(
            [.. team.Select(member => Some.Person(member))], new LocalDate(2026, 2, 5), TeamAdvice.Support, "Ya.",
            Some.Person("peg-head"));
        await consider.ExecuteAsync(Some.Actor, id, null, meeting, default);
        Assert.Equal(
            ProposalState.Decided, (await decide.ExecuteAsync(Some.Actor, id, null, verdict, default)).Value.State);
        var done = new OutcomeCommand(
            FollowUpOutcome.CarriedOut, new LocalDate(2026, 2, 9), "Teguran disampaikan.", Some.Person("peg-head"));
        Assert.Equal(
            ProposalState.Closed,
            (await _world.ConcludeProposal.ExecuteAsync(Some.Actor, id, null, done, default)).Value.State);
    }

    private Proposal Stored(string tier) => _world.Proposals.Rows[$"menpanrb_2026-discipline-peg-0001-{tier}"].Value;

    private Task AdoptAsync(string from) => _world.Policies.AddAsync(
        Some.AgencyId,
        CompleteDocument.Of(PolicyKinds.FollowUp, $$"""{"proposals":{"absences":{"from":"{{from}}"} } }"""),
        default);

    private async Task CloseAtAsync(Instant at)
    {
        _world.Clock.MoveTo(at);
        await _world.CloseDaysAsync();
    }
}
