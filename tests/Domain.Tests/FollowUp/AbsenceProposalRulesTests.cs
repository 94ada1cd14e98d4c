using Kinerja.Domain.FollowUp;
using Kinerja.Domain.Presence.Attendance;
using NodaTime;

namespace Kinerja.Domain.Tests.FollowUp;

/// <summary>
/// PP 94/2021 art. 9-11: a tier is proposed once a person and year, and lapses with the days that it rested on.
/// </summary>
public sealed class AbsenceProposalRulesTests
{
    [Theory]
    [InlineData(2, null)]
    [InlineData(3, "2026-discipline-peg-0001-t1")]
    [InlineData(4, "2026-discipline-peg-0001-t2")]
    [InlineData(9, "2026-discipline-peg-0001-t3")]
    public void PP_94_2021_art_9_the_heaviest_tier_that_is_reached_is_proposed(int days, string? id) =>
        Assert.Equal(id, Settle(days).SingleOrDefault()?.Id.ToString());

    [Fact]
    public void It_names_tier_article_and_days_and_decides_nothing()
    {
        var proposal = Assert.Single(Settle(3));
        Assert.Equal(
            (ProposalKind.Discipline, ProposalState.Proposed, 1, 3),
            (proposal.Kind, proposal.State, proposal.Basis.Absence!.Tier, proposal.Basis.Absence.Evidence.Count));
        Assert.Equal(((int?)null, "2026"), (proposal.Basis.Revision, proposal.Basis.Period.ToString()));
    }

    [Fact]
    public void Found_again_it_is_the_same_one()
    {
        var proposal = Assert.Single(Settle(3));
        Assert.Same(proposal, Assert.Single(Settle(3, proposal)));
    }

    [Fact]
    public void More_days_make_the_lighter_one_lapse_for_the_heavier()
    {
        var all = Settle(4, Assert.Single(Settle(3)));
        Assert.Equal(
            [
                ("2026-discipline-peg-0001-t1", ProposalState.Withdrawn, WithdrawalReason.HeavierTier),
                ("2026-discipline-peg-0001-t2", ProposalState.Proposed, null)
            ],
            all.Select(p => (p.Id.ToString(), p.State, p.WithdrawnBecause)));
    }

    [Fact]
    public void A_day_that_had_a_reason_after_all_takes_the_proposal_away_and_brings_the_lighter_one_back()
    {
        var four = Settle(4, Assert.Single(Settle(3)));
        var three = Settle(3, [.. four]);
        Assert.Equal((ProposalState.Proposed, null), State(three, "t1"));
        Assert.Equal((ProposalState.Withdrawn, WithdrawalReason.DaysRemoved), State(three, "t2"));
        Assert.All(Settle(2, [.. three]), p => Assert.Equal(ProposalState.Withdrawn, p.State));
    }

    [Fact]
    public void What_was_decided_stays_and_nothing_lighter_is_proposed_beside_it()
    {
        var decided = Assert.Single(Settle(4))
            with
        { Decision = new(Some.Person("peg-boss"), true, "Sesuai.", null, Some.Morning) };
        Assert.Same(decided, Assert.Single(Settle(3, decided)));
        Assert.Same(decided, Assert.Single(Settle(0, decided)));
        Assert.Equal(2, Settle(7, decided).Count);
    }

    [Fact]
    public void Other_days_of_the_same_tier_are_considered_again()
    {
        var five = Settle(5)[0];
        var considered = five with
        {
            Considerations = [new(
                [Some.Person("peg-tim1")], new LocalDate(2026, 8, 20), TeamAdvice.Support, "Ya.",
                Some.Person("peg-tim1"), Some.Morning)],
        };
        Assert.Equal(
            (ProposalState.Proposed, 6),
            (Settle(6, considered)[0].State, Settle(6, considered)[0].Basis.Absence!.Evidence.Count));
    }

    private static (ProposalState, WithdrawalReason?) State(IEnumerable<Proposal> all, string tier) =>
        all.Where(p => p.Id.ToString().EndsWith(tier, StringComparison.Ordinal))
            .Select(p => (p.State, p.WithdrawnBecause)).Single();

    /// <summary>So many absences, every second day of them, so that none are in a row.</summary>
    private static IReadOnlyList<Proposal> Settle(int days, params Proposal[] known)
    {
        var first = new LocalDate(2026, 3, 2);
        var year = AbsenceRules.Count(Some.Person(), 2026, Enumerable.Range(0, 2 * days).Select(i => new AttendanceDay(
            first.PlusDays(i), i % 2 == 0 ? DayStatus.NoRecord : DayStatus.Present, null, null, null, null, null, null,
            0, false, [], "v1")), DisciplineLaw.Shipped);
        return AbsenceProposalRules.Settle(Some.AgencyId, year, known, "follow-up-2026.1", Some.Morning);
    }
}
