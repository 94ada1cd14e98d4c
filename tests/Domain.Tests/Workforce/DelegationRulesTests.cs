using Kinerja.Domain.Workforce;

namespace Kinerja.Domain.Tests.Workforce;

public sealed class DelegationRulesTests
{
    private static readonly Employee Person = Some.Employee();

    [Fact]
    public void The_rater_of_record_acts_also_while_a_delegate_does() =>
        Assert.True(
            DelegationRules.ActsAsRater(Person, Some.Person("peg-head"), [Some.Delegation("peg-far")], Some.Today));

    [Fact]
    public void Another_raters_delegate_does_not_act() => Assert.False(DelegationRules.ActsAsRater(
        Person, Some.Person("peg-far"), [Some.Delegation("peg-far", rater: "peg-other")], Some.Today));

    [Fact]
    public void Nobody_rates_himself_also_not_as_his_raters_delegate() =>
        Assert.False(DelegationRules.ActsAsRater(Person, Person.Id, [Some.Delegation("peg-0001")], Some.Today));

    [Fact]
    public void Without_a_rater_of_record_nobody_acts() => Assert.False(DelegationRules.ActsAsRater(
        Some.Employee(rater: null), Some.Person("peg-far"), [Some.Delegation("peg-far")], Some.Today));

    [Theory]
    [InlineData(0, "/to")]
    [InlineData(1, null)]
    [InlineData(366, null)]
    [InlineData(367, "/to")]
    public void A_span_lasts_from_a_day_to_a_year(int days, string? fault) => Assert.Equal(
        fault,
        DelegationRules.Accept(
            Some.Delegation("peg-far") with { To = Some.Today.PlusDays(days) }).Refusal?.Faults[0].Pointer);

    [Fact]
    public void A_rater_does_not_delegate_to_himself() =>
        Assert.Equal("/delegateId", DelegationRules.Accept(Some.Delegation("peg-head")).Refusal!.Faults[0].Pointer);

    [Fact]
    public void Bug_nobody_makes_himself_a_raters_delegate() => Assert.Equal(
        "/grantedById",
        DelegationRules.Accept(
            Some.Delegation("peg-far") with { GrantedById = Some.Person("peg-far") }).Refusal!.Faults[0].Pointer);

    [Theory]
    [InlineData("peg-0001", false)]
    [InlineData("peg-head", true)]
    [InlineData(null, true)]
    public void Bug_a_delegate_does_not_act_over_his_own_rater(string? rater, bool may) =>
        Assert.Equal(may, DelegationRules.MayActFor(Person, Some.Employee("peg-far", rater: rater)));

    [Fact]
    public void Bug_a_delegate_who_has_left_service_does_not_act() =>
        Assert.False(DelegationRules.MayActFor(Person, Some.Employee("peg-far", rater: null) with { Active = false }));
}
