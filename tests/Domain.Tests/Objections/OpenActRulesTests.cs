using Kinerja.Domain.Objections;
using NodaTime;

namespace Kinerja.Domain.Tests.Objections;

/// <summary>Of peg-0001, whom peg-head rates; peg-superior decides by 24 July, and peg-atasan after 4 August.</summary>
public sealed class OpenActRulesTests
{
    private static readonly LocalDate HearBy = new(2026, 7, 21);
    private static readonly LocalDate DecideBy = new(2026, 7, 24);
    private static readonly LocalDate PassesOn = new(2026, 8, 4);
    private static readonly DecidingLine Line = new(Some.Person("peg-superior"), Some.Person("peg-atasan"));

    [Theory]
    [InlineData("peg-0001", "", "2026-07-10", "BeHeard 2026-07-21, Withdraw")]
    [InlineData("peg-0001", "peg-0001", "2026-07-10", "Withdraw")]
    [InlineData("peg-0001", "", "2026-07-21", "BeHeard 2026-07-21, Withdraw")]
    [InlineData("peg-0001", "", "2026-07-22", "BeHeard, Withdraw")]
    [InlineData("peg-head", "", "2026-07-10", "BeHeard 2026-07-21")]
    [InlineData("peg-head", "peg-head", "2026-07-10", "")]
    [InlineData("peg-superior", "peg-head", "2026-07-10", "")]
    [InlineData("peg-superior", "peg-0001 peg-head", "2026-07-10", "Decide 2026-07-24")]
    [InlineData("peg-superior", "peg-0001 peg-head", "2026-08-20", "Decide")]
    [InlineData("peg-atasan", "peg-0001 peg-head", "2026-08-04", "")]
    [InlineData("peg-atasan", "peg-0001 peg-head", "2026-08-05", "Decide")]
    [InlineData("peg-lain", "peg-0001 peg-head", "2026-08-05", "")]
    public void An_objection_opens_to_each_what_its_rules_would_take(string who, string heard, string day, string acts)
    {
        var known = heard.Split(' ', StringSplitOptions.RemoveEmptyEntries).Aggregate(
            Filed, (one, side) => ObjectionRules.Hear(
                one, new(Some.Person(side), "Sudah.") { At = Some.Morning }).Value);
        var today = NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value;
        Assert.Equal(acts, string.Join(", ", OpenActRules.Of(known, Some.Person(who), Line, today).Select(
            act => act.Until is { } until ? $"{act.Kind} {until:uuuu-MM-dd}" : $"{act.Kind}")));
    }

    [Theory]
    [InlineData("peg-0001", null)]
    [InlineData("peg-head", "peg-0001")]
    public void Whose_objection_it_is_stands_there_for_others_than_the_person(string who, string? whose)
    {
        var act = OpenActRules.Of(Filed, Some.Person(who), Line, HearBy).First();
        Assert.Equal((whose, Filed.Claim.Id), (act.EmployeeId?.ToString(), act.ObjectionId!.Value));
    }

    [Theory]
    [InlineData(ObjectionState.Kept)]
    [InlineData(ObjectionState.Changed)]
    [InlineData(ObjectionState.Withdrawn)]
    public void What_is_settled_opens_nothing(ObjectionState state) => Assert.Empty(
        OpenActRules.Of(Filed with { State = state }, Some.Person(), Line, HearBy));

    private static Objection Filed => new(
        new ObjectionCommand(
            ClientId.Parse("keberatan-1").Value, Some.AgencyId, Some.Quarter, Some.Person(), "Belum.", []),
        1, Some.Person("peg-head"), Some.Person("peg-superior"), Some.Morning, DecideBy, "objection-2026.1",
        ObjectionState.Filed)
    {
        HearBy = HearBy,
        PassesOn = PassesOn,
    };
}
