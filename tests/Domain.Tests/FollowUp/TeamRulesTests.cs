using Kinerja.Domain.Evaluation;
using Kinerja.Domain.FollowUp;
using NodaTime;

namespace Kinerja.Domain.Tests.FollowUp;

public sealed class TeamRulesTests
{
    private static readonly ProposalTerms Terms =
        new(new HashSet<Predicate>(), new HashSet<Predicate>(), 6, new HashSet<EmployeeId>()) { TestMonths = 1 };

    // The case is of peg-0001, whom peg-head rates; who records it need not be a member.
    [Theory]
    [InlineData("peg-a peg-b peg-c", 3, null)]
    [InlineData("peg-a peg-b", 3, "team-too-small")]
    [InlineData("peg-a peg-b peg-b", 3, "team-too-small")]
    [InlineData("peg-a peg-b", 2, null)]
    [InlineData("peg-a peg-b peg-c peg-d", 5, "team-too-small")]
    [InlineData("peg-a peg-b peg-0001", 3, "own-case")]
    [InlineData("peg-a peg-b peg-c peg-head", 3, "own-case")]
    public void A_team_has_enough_members_and_none_is_a_side(string members, int least, string? refused)
    {
        var refusal = TeamRules.FaultOf(
            Some.Person(), Meeting(members), Terms with { TeamMembers = least }, [Some.Person("peg-head")]);
        Assert.Equal(refused, refusal?.Code);
        Assert.All(refusal?.Faults ?? [], fault => Assert.Equal("/memberIds", fault.Pointer));
    }

    [Theory]
    [InlineData("peg-ppk", "peg-ppk", false)]
    [InlineData("peg-ppk peg-a", "peg-ppk", true)]
    [InlineData("peg-a", "peg-ppk", true)]
    public void The_decider_is_never_the_only_one_who_considered(string members, string decider, bool others) =>
        Assert.Equal(
            others,
            TeamRules.IsConsideredByOthers(Case with { Considerations = [Meeting(members)] }, Some.Person(decider)));

    [Theory]
    [InlineData(TeamAdvice.Support, true, false)]
    [InlineData(TeamAdvice.Support, false, true)]
    [InlineData(TeamAdvice.Oppose, true, true)]
    [InlineData(TeamAdvice.Oppose, false, false)]
    [InlineData(TeamAdvice.Amend, true, false)]
    [InlineData(TeamAdvice.Amend, false, false)]
    public void A_decision_says_whether_it_is_against_the_last_advice(TeamAdvice advice, bool accepted, bool against)
    {
        var decided = Case with
        {
            Considerations =
            [
                Meeting("peg-a peg-b") with { Advice = TeamAdvice.Amend },
                Meeting("peg-a peg-b") with { Advice = advice },
            ],
            Decision = new(Some.Person("peg-ppk"), accepted, "Alasan.", null, Some.Morning),
        };
        Assert.Equal(against, decided.IsAgainstAdvice);
    }

    private static Proposal Case => new(
        Some.AgencyId, ProposalId.Of(ProposalKind.Sanction, Some.Quarter, Some.Person()), ProposalKind.Sanction,
        Some.Person(), new ProposalBasis(Some.Quarter, 1, Predicate.VeryPoor, "follow-up-2026.1"), Some.Morning);

    private static Consideration Meeting(string members) => new(
        [.. members.Split(' ').Select(Some.Person)], new LocalDate(2026, 8, 20), TeamAdvice.Support, "Ya.",
        Some.Person("peg-sekretaris"), Some.Morning);
}
