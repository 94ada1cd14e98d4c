using Kinerja.Domain.WorkPlans;
using NodaTime;
using NodaTime.Text;
using static Kinerja.Domain.Tests.WorkPlans.Planned;

namespace Kinerja.Domain.Tests.WorkPlans;

public sealed class RealisationRulesTests
{
    private static readonly PlanSpan FromMay = new(new LocalDate(2026, 5, 1), new LocalDate(2026, 10, 1));

    [Theory]
    [InlineData(2, "2026-03-31", RefusalCodes.PeriodNotStarted)]
    [InlineData(2, "2026-04-01", null)]
    [InlineData(2, "2027-01-31", null)]
    [InlineData(3, "2026-07-01", null)]
    [InlineData(1, "2026-07-01", RefusalCodes.InvalidField)]
    [InlineData(4, "2026-12-01", RefusalCodes.InvalidField)]
    public void A_quarter_is_reported_from_its_first_day_where_the_plan_holds_in_it(
        int quarter, string today, string? code) =>
        Assert.Equal(
            code, RealisationRules.FaultOf(Q(quarter), FromMay, LocalDatePattern.Iso.Parse(today).Value)?.Code);

    [Fact]
    public void What_is_reported_is_in_the_plan_and_what_is_counted_has_a_target()
    {
        var plan = Plan(MainResult("a", Counted("n", 100), Words()));
        Assert.Null(RealisationRules.FaultsIn(plan, Realised(1, ("a/n", 1)).Results));
        var refusal = RealisationRules.FaultsIn(
            plan, [.. Realised(1, ("a/kata", 1)).Results, .. Realised(1, ("b/n", 1)).Results])!;
        Assert.Equal(RefusalCodes.UnknownResult, refusal.Code);
        Assert.Equal(
            ["/results/0/figures/0/indicatorId", "/results/1/resultId"], refusal.Faults.Select(f => f.Pointer));
    }

    [Fact]
    public void A_result_and_a_figure_stand_once_and_texts_fit()
    {
        var (one, twice) = (Realised(1, ("a/n", 1)).Results[0], Realised(1, ("a/n", 1), ("a/n", 2)).Results[0]);
        Assert.Empty(RealisationRules.FaultsOf([one]));
        Assert.Equal("/results", Assert.Single(RealisationRules.FaultsOf([one, one])).Pointer);
        Assert.Equal("/results/0/figures", Assert.Single(RealisationRules.FaultsOf([twice])).Pointer);
        var most = one with { Words = new string('a', RealisationRules.MostCharacters) };
        Assert.Empty(RealisationRules.FaultsOf([most]));
        Assert.Single(RealisationRules.FaultsOf([most with { Evidence = [new EvidenceLink(null, "N", null)] }]));
    }

    // PermenPANRB 6/2022: an expectation for a BerAKHLAK value; the work result is none of the seven.
    [Theory]
    [InlineData(true, FeedbackSubject.Loyal, FeedbackSubject.Adaptive)]
    [InlineData(false, FeedbackSubject.Loyal, FeedbackSubject.Loyal)]
    [InlineData(false, FeedbackSubject.Result)]
    public void Each_of_the_seven_values_is_expected_of_at_most_once(bool good, params FeedbackSubject[] values)
    {
        var content = Content(MainResult("a", Words()))
            with
        { Behaviour = [.. values.Select(v => new BehaviourExpectation(v, "Ramah."))] };
        Assert.Equal(good ? [] : ["/behaviour"], PlanContentRules.FaultsOf(content).Select(f => f.Pointer));
    }
}
