using Kinerja.Domain.Evaluation;
using Kinerja.Domain.FollowUp;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Domain.Tests.FollowUp;

public sealed class ProposalRulesTests
{
    private static readonly ProposalTerms Terms = FollowUpPolicy.Default.Proposals;
    private static readonly LocalDate First = new(2026, 8, 31);

    [Theory]
    [InlineData(Predicate.VeryGood)]
    [InlineData(Predicate.Good)]
    [InlineData(Predicate.NeedsImprovement, ProposalKind.Improvement)]
    [InlineData(Predicate.Poor, ProposalKind.Improvement)]
    [InlineData(Predicate.VeryPoor, ProposalKind.Improvement, ProposalKind.Sanction)]
    public void PP_30_2019_art_56_low_predicates_raise_what_the_policy_says(
        Predicate predicate, params ProposalKind[] kinds) =>
        Assert.Equal(kinds, ProposalRules.KindsFor(predicate, Terms));

    [Fact]
    public void Whoever_was_not_assessed_raises_nothing() => Assert.Empty(ProposalRules.KindsFor(null, Terms));

    [Fact]
    public void Seed_000_no_decision_before_the_teams_consideration() =>
        Assert.Equal(RefusalCodes.NotConsidered, Decide(Raised(), Accept(), Terms).Refusal!.Code);

    [Fact]
    public void A_proposal_goes_from_proposed_to_considered_to_decided_to_closed()
    {
        var considered = Considered();
        var decided = Decide(considered, Accept(), Terms).Value;
        var closed = Conclude(decided, Outcome(FollowUpOutcome.Improved, First.PlusMonths(3))).Value;
        Assert.Equal(
            [ProposalState.Proposed, ProposalState.Considered, ProposalState.Decided, ProposalState.Closed],
            new[] { Raised(), considered, decided, closed }.Select(p => p.State));
        Assert.Equal([1, 2, 3, 4], new[] { Raised(), considered, decided, closed }.Select(p => p.Version));
    }

    [Fact]
    public void A_declined_proposal_is_closed()
    {
        var declined = Decide(Considered(), Accept() with { Accepted = false, From = null }, Terms).Value;
        Assert.Equal((ProposalState.Closed, null), (declined.State, declined.DueOn));
    }

    // The six months end in a month without a 31st: on its last day.
    [Fact]
    public void PP_30_2019_art_56_improvement_runs_for_six_months()
    {
        var decided = Decide(Considered(), Accept(), Terms).Value;
        Assert.Equal(new LocalDate(2027, 2, 28), decided.Until);
        Assert.Equal(decided.Until, decided.DueOn);
    }

    [Fact]
    public void PP_30_2019_art_57_no_improvement_is_said_only_when_the_time_is_over_and_leads_to_a_test()
    {
        var decided = Decide(Considered(), Accept(), Terms).Value;
        var until = decided.Until!.Value;
        Assert.Equal(
            RefusalCodes.OutcomeNotDue,
            Conclude(decided, Outcome(FollowUpOutcome.NotImproved, until.PlusDays(-1))).Refusal!.Code);

        var failed = Conclude(decided, Outcome(FollowUpOutcome.NotImproved, until)).Value;

        Assert.True(failed.TestDue);
        Assert.Equal(ProposalState.Decided, failed.State);
        Assert.Equal(ProposalState.Closed, Conclude(failed, Outcome(FollowUpOutcome.TestFailed, until)).Value.State);
    }

    [Theory]
    [InlineData(FollowUpOutcome.TestPassed)]
    [InlineData(FollowUpOutcome.TestFailed)]
    [InlineData(FollowUpOutcome.CarriedOut)]
    public void An_improvement_that_runs_takes_no_other_outcome(FollowUpOutcome outcome)
    {
        var decided = Decide(Considered(), Accept(), Terms).Value;
        Assert.Equal(RefusalCodes.OutcomeNotDue, Conclude(decided, Outcome(outcome, First)).Refusal!.Code);
    }

    [Fact]
    public void A_sanction_is_closed_when_it_was_carried_out()
    {
        var decided = Decide(Considered(ProposalKind.Sanction), Accept() with { From = null }, Terms).Value;
        Assert.Equal((ProposalState.Decided, null), (decided.State, decided.Until));
        Assert.Equal(ProposalState.Closed, Conclude(decided, Outcome(FollowUpOutcome.CarriedOut, First)).Value.State);
    }

    [Fact]
    public void A_first_day_belongs_to_an_accepted_improvement_only()
    {
        Assert.Equal(
            RefusalCodes.InvalidField, Decide(Considered(), Accept() with { From = null }, Terms).Refusal!.Code);
        Assert.Equal(
            RefusalCodes.InvalidField, Decide(Considered(ProposalKind.Sanction), Accept(), Terms).Refusal!.Code);
    }

    [Fact]
    public void The_authority_that_the_policy_names_decides_and_nobody_else()
    {
        var named = Terms with { Deciders = new HashSet<EmployeeId> { Some.Person("peg-ppk") } };
        Assert.Equal(RefusalCodes.NotTheAuthority, Decide(Considered(), Accept(), named).Refusal!.Code);
        Assert.Null(Decide(Considered(), Accept() with { DecidedBy = Some.Person("peg-ppk") }, named).Refusal);
    }

    [Fact]
    public void Nobody_takes_part_in_a_case_of_ones_own()
    {
        var own = Some.Person();
        Assert.Equal(
            RefusalCodes.OwnCase, Consider(Raised(), Meeting() with { Members = [own] }).Refusal!.Code);
        Assert.Equal(
            RefusalCodes.OwnCase, Consider(Raised(), Meeting() with { RecordedBy = own }).Refusal!.Code);
        Assert.Equal(
            RefusalCodes.OwnCase, Decide(Considered(), Accept() with { DecidedBy = own }, Terms).Refusal!.Code);
        var running = Decide(Considered(), Accept(), Terms).Value;
        Assert.Equal(
            RefusalCodes.OwnCase,
            Conclude(running, Outcome(FollowUpOutcome.Improved, First) with { RecordedBy = own }).Refusal!.Code);
    }

    [Fact]
    public void Every_step_repeated_is_the_stored_one()
    {
        var later = Some.At("2026-12-01T00:00:00Z");
        var considered = Considered();
        Assert.Same(considered, Consider(considered, Meeting() with { At = later }).Value);
        var decided = Decide(considered, Accept(), Terms).Value;
        Assert.Same(decided, Decide(decided, Accept() with { At = later }, Terms).Value);
        var outcome = Outcome(FollowUpOutcome.Improved, First);
        var closed = Conclude(decided, outcome).Value;
        Assert.Same(closed, Conclude(closed, outcome with { At = later }).Value);
    }

    [Fact]
    public void What_was_decided_is_not_decided_or_considered_otherwise()
    {
        var decided = Decide(Considered(), Accept(), Terms).Value;
        Assert.Equal(
            RefusalCodes.ProposalSettled, Decide(decided, Accept() with { Reason = "Lain." }, Terms).Refusal!.Code);
        Assert.Equal(
            RefusalCodes.ProposalSettled,
            Consider(decided, Meeting() with { Words = "Lain." }).Refusal!.Code);
    }

    [Fact]
    public void A_team_may_meet_again_before_the_decision_and_the_last_advice_stands()
    {
        var again = Consider(Considered(), Meeting() with { Advice = TeamAdvice.Oppose }).Value;
        Assert.Equal([TeamAdvice.Support, TeamAdvice.Oppose], again.Considerations.Select(c => c.Advice));
    }

    [Fact]
    public void Raised_again_it_is_the_same_and_on_a_new_basis_the_team_considers_it_anew()
    {
        var considered = Considered();
        Assert.Same(considered, Raise(considered, Basis));
        var moved = Raise(considered, Basis with { Revision = 2, Predicate = Predicate.Poor });
        Assert.Equal((ProposalState.Proposed, 2), (moved.State, moved.Basis.Revision));
    }

    [Fact]
    public void A_decided_one_stays_on_its_basis_whatever_is_raised_or_withdrawn_later()
    {
        var decided = Decide(Considered(), Accept(), Terms).Value;
        Assert.Same(decided, Raise(decided, Basis with { Revision = 2 }));
        Assert.Same(decided, ProposalRules.Withdraw(decided, WithdrawalReason.ResultRevised, Some.Morning));
    }

    [Fact]
    public void An_undecided_one_is_withdrawn_and_may_be_raised_again()
    {
        var withdrawn = ProposalRules.Withdraw(Considered(), WithdrawalReason.ResultRevised, Some.Morning);
        Assert.Equal(ProposalState.Withdrawn, withdrawn.State);
        Assert.Equal(RefusalCodes.ProposalSettled, Decide(withdrawn, Accept(), Terms).Refusal!.Code);
        Assert.Equal(ProposalState.Proposed, Raise(withdrawn, Basis with { Revision = 3 }).State);
        Assert.Equal(ProposalState.Proposed, Raise(withdrawn, Basis).State);
    }

    [Fact]
    public void Once_no_improvement_was_said_only_the_test_follows_and_of_a_sanction_neither()
    {
        var decided = Decide(Considered(), Accept(), Terms).Value;
        var failed = Conclude(decided, Outcome(FollowUpOutcome.NotImproved, decided.Until!.Value)).Value;
        Assert.Equal(
            RefusalCodes.OutcomeNotDue,
            Conclude(failed, Outcome(FollowUpOutcome.Improved, decided.Until.Value.PlusDays(1))).Refusal!.Code);
        var sanction = Decide(Considered(ProposalKind.Sanction), Accept() with { From = null }, Terms).Value;
        Assert.Equal(
            RefusalCodes.OutcomeNotDue, Conclude(sanction, Outcome(FollowUpOutcome.Improved, First)).Refusal!.Code);
    }

    [Theory]
    [InlineData(ProposalGround.Provisional, RefusalCodes.ResultNotFinal)]
    [InlineData(ProposalGround.Superseded, RefusalCodes.BasisSuperseded)]
    public void PP_30_2019_art_59_nothing_is_decided_on_a_result_that_may_change(ProposalGround ground, string code)
    {
        Assert.Equal(code, Decide(Considered(), Accept(), Terms, ground).Refusal!.Code);
        var decided = Decide(Considered(), Accept(), Terms).Value;
        Assert.Same(decided, Decide(decided, Accept(), Terms, ground).Value);
    }

    [Fact]
    public void On_a_later_revision_with_the_same_predicate_the_teams_advice_stands() =>
        Assert.Equal(ProposalState.Considered, Raise(Considered(), Basis with { Revision = 2 }).State);

    [Theory]
    [InlineData(-1, RefusalCodes.DayPast)]
    [InlineData(0, null)]
    [InlineData(366, null)]
    [InlineData(367, RefusalCodes.InvalidField)]
    public void Bug_the_time_to_improve_begins_today_or_later_and_within_a_year(int days, string? refused)
    {
        var decision = Accept() with { From = First.PlusDays(days) };
        Assert.Equal(refused, Decide(Considered(), decision, Terms).Refusal?.Code);
    }

    [Fact]
    public void Bug_that_somebody_did_not_improve_is_not_said_ahead_of_the_day()
    {
        var decided = Decide(Considered(), Accept(), Terms).Value;
        var ahead = Outcome(FollowUpOutcome.NotImproved, decided.Until!.Value);
        Assert.Equal(
            RefusalCodes.OutcomeNotDue, ProposalRules.Conclude(decided, ahead, Terms, First.PlusDays(1)).Refusal!.Code);
        Assert.Null(ProposalRules.Conclude(decided, ahead, Terms, ahead.On).Refusal);
    }

    [Theory]
    [InlineData("2026-03-31", false)]
    [InlineData("2026-04-01", true)]
    [InlineData("2026-08-20", true)]
    [InlineData("2026-08-21", false)]
    public void A_team_met_in_the_period_or_after_it_and_by_today(string heldOn, bool taken)
    {
        var asked = Meeting() with { HeldOn = LocalDatePattern.Iso.Parse(heldOn).Value };
        var refusal = Consider(Raised(), asked).Refusal;
        Assert.Equal(taken ? null : "/heldOn", refusal?.Faults.Single().Pointer);
    }

    private static ProposalBasis Basis => new(Some.Quarter, 1, Predicate.NeedsImprovement, "follow-up-2026.1");

    private static Proposal Raise(Proposal? known, ProposalBasis basis, ProposalKind kind = ProposalKind.Improvement) =>
        ProposalRules.Raise(Some.AgencyId, kind, Some.Person(), basis, known, Some.Morning);

    private static Proposal Raised(ProposalKind kind = ProposalKind.Improvement) => Raise(null, Basis, kind);

    private static Proposal Considered(ProposalKind kind = ProposalKind.Improvement) =>
        Consider(Raised(kind), Meeting()).Value;

    private static Result<Proposal> Consider(Proposal known, Consideration asked) =>
        ProposalRules.Consider(
            known, asked, Terms, [Some.Person("peg-head")], new LocalDate(2026, 8, 20));

    private static Consideration Meeting() => new(
        [Some.Person("peg-tim1"), Some.Person("peg-tim2"), Some.Person("peg-tim3")], new LocalDate(2026, 8, 20),
        TeamAdvice.Support, "Perlu pembinaan.", Some.Person("peg-tim1"), Some.Morning);

    private static ProposalDecision Accept() =>
        new(Some.Person("peg-boss"), true, "Sesuai pertimbangan tim.", First, Some.Morning);

    private static Result<Proposal> Decide(
        Proposal known, ProposalDecision asked, ProposalTerms terms, ProposalGround ground = ProposalGround.Firm) =>
        ProposalRules.Decide(known, asked, terms, ground, First);

    private static Result<Proposal> Conclude(Proposal known, ProposalOutcome asked) =>
        ProposalRules.Conclude(known, asked, Terms, asked.On);

    private static ProposalOutcome Outcome(FollowUpOutcome outcome, LocalDate on) =>
        new(outcome, on, "Tercatat.", Some.Person("peg-boss"), Some.Morning);
}
