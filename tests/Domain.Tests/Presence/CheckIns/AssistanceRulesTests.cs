using Kinerja.Domain.Presence.CheckIns;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Domain.Tests.Presence.CheckIns;

public sealed class AssistanceRulesTests
{
    private static readonly LocalDate Day = new(2026, 3, 2);

    [Theory]
    [InlineData("peg-helper", true, -1, 1, true)]
    [InlineData("peg-helper", true, 5, 9, true)]
    [InlineData("peg-helper", false, 0, 1, true)]
    [InlineData("peg-helper", false, -3, 0, false)]
    [InlineData("peg-helper", false, 1, 2, false)]
    [InlineData("peg-other", false, -1, 1, false)]
    [InlineData("peg-self", true, -1, 1, false)]
    public void Somebody_above_or_a_delegate_of_that_day_helps(
        string helper, bool isAbove, int from, int to, bool may)
    {
        var person = Some.Employee() with { Id = Some.Person("peg-self"), RaterId = Some.Person("peg-rater") };
        var named = new Delegation(
            person.RaterId.Value, Some.Person("peg-helper"), Day.PlusDays(from), Day.PlusDays(to),
            person.RaterId.Value, "cuti", Some.Morning, 1);
        var refusal = AssistanceRules.WhyNot(Some.Person(helper), person, isAbove, [named], Day);
        Assert.Equal(may ? null : RefusalCodes.NotAbove, refusal?.Code);
        Assert.Equal(may ? null : "/assistedById", refusal?.Faults[0].Pointer);
    }
}
