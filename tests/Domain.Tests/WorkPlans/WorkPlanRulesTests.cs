using Kinerja.Domain.WorkPlans;
using NodaTime;
using static Kinerja.Domain.Tests.WorkPlans.Planned;

namespace Kinerja.Domain.Tests.WorkPlans;

public sealed class WorkPlanRulesTests
{
    private static readonly WorkPlan Asked = Plan(MainResult("a", Counted("n", 1)));

    [Theory]
    [InlineData("2025-12-31", false)]
    [InlineData("2026-01-01", true)]
    [InlineData("2026-01-31", true)]
    [InlineData("2026-02-01", false)]
    public void PermenPANRB_6_2022_sets_the_plan_of_a_year_in_January(string today, bool inTime) =>
        Assert.Equal(inTime ? null : RefusalCodes.ReasonRequired, Write(Asked, Day(today)).Refusal?.Code);

    [Theory]
    [InlineData("2026-07-15", false)]
    [InlineData("2026-07-16", true)]
    [InlineData("2026-08-15", true)]
    [InlineData("2026-08-16", false)]
    public void A_plan_after_a_change_of_post_has_31_days(string today, bool inTime) => Assert.Equal(
        inTime ? null : RefusalCodes.ReasonRequired,
        Write(PlanFrom(new(2026, 7, 16), MainResult("a", Counted("n", 1))), Day(today)).Refusal?.Code);

    [Fact]
    public void A_late_plan_is_not_refused_once_it_says_why() =>
        Assert.Equal(
            1, Write(Asked with { Reason = "Baru kembali dari tugas belajar." }, new(2026, 5, 4)).Value.Version);

    [Fact]
    public void An_agency_may_do_without_the_reason() => Assert.Null(WorkPlanRules.Write(
        Asked, null, Some.Employee(), WorkPlanPolicy.Default with { ReasonOutsideTime = false },
        new(2026, 5, 4)).Refusal);

    [Fact]
    public void Every_later_version_takes_a_reason_also_in_January()
    {
        Assert.Equal(
            RefusalCodes.ReasonRequired,
            Write(Asked, new(2026, 1, 10), current: Asked with { Version = 3 }).Refusal?.Code);
        Assert.Equal(
            4,
            Write(Asked with { Reason = "Target diubah." }, new(
                2026, 1, 10), current: Asked with { Version = 3 }).Value.Version);
    }

    [Theory]
    [InlineData("peg-0001", true)]
    [InlineData("peg-head", true)]
    [InlineData("peg-0002", false)]
    public void The_person_or_the_rater_of_record_writes(string by, bool may) => Assert.Equal(
        may ? null : RefusalCodes.NotTheRater,
        Write(Asked with { WrittenBy = Some.Person(by) }, new(2026, 1, 10)).Refusal?.Code);

    [Fact]
    public void The_version_keeps_whose_results_it_serves() =>
        Assert.Equal(Some.Person("peg-head"), Write(Asked with { RaterId = null }, new(2026, 1, 10)).Value.RaterId);

    [Fact]
    public void A_plan_that_would_not_fit_is_refused_as_too_large()
    {
        var long1 = MainResult("a", Counted("n", 1)) with { Words = new string('a', PlanContentRules.MostCharacters) };
        Assert.Equal(RefusalKind.TooLarge, Write(Plan(long1), new(2026, 1, 10)).Refusal?.Kind);
    }

    [Theory]
    [InlineData("peg-head", null)]
    [InlineData("peg-0001", RefusalCodes.NotTheRater)]
    [InlineData("peg-0002", RefusalCodes.NotTheRater)]
    public void Only_the_rater_agrees(string by, string? code) =>
        Assert.Equal(
            code, Agree(Asked, new PlanAgreement(Some.Person(by), Some.Morning, null), Some.Employee()).Refusal?.Code);

    [Fact]
    public void Nobody_agrees_to_a_plan_of_his_own() => Assert.Equal(RefusalCodes.NotTheRater, Agree(
        Asked, new PlanAgreement(Some.Person(), Some.Morning, null), Some.Employee(rater: "peg-0001")).Refusal?.Code);

    [Fact]
    public void Agreeing_again_keeps_the_first_agreement()
    {
        var first = new PlanAgreement(Some.Person("peg-head"), Some.Morning, "Sepakat.");
        var agreed = Agree(Asked, first, Some.Employee()).Value;
        Assert.Equal((WorkPlanState.Drafted, WorkPlanState.Agreed), (Asked.State, agreed.State));
        Assert.Same(
            agreed, Agree(agreed, first with { At = Some.Morning + Duration.FromHours(1) }, Some.Employee()).Value);
    }

    [Fact]
    public void Content_that_contradicts_itself_is_told_with_its_place()
    {
        Fault("/results", Additional("a", Words()));
        Fault("/results", Weighing("a", 60, Words()), Weighing("b", 39.99m, Words()));
        Fault("/results", Weighing("a", 100, Words()), MainResult("b", Words()));
        Fault("/results", MainResult("a", Words()), Additional("b", Words()) with { WeightHundredths = 1 });
        Fault("/results", MainResult("a", Words()), Additional("a", Words()));
        Fault("/results/1/indicators", MainResult("a", Words()), MainResult("b", Words("n"), Words("n")));
        Assert.Empty(
            PlanContentRules.FaultsOf(
                Content(Weighing("a", 33.34m, Words()), Weighing("b", 66.66m, Words()), Additional("c", Words()))));
    }

    [Theory]
    [InlineData(0, TargetCounting.Latest, null)]
    [InlineData(10, TargetCounting.AddsUp, "1:4 2:5")]
    [InlineData(10, TargetCounting.Latest, "1:4 1:5")]
    [InlineData(10, TargetCounting.Latest, "5:4")]
    [InlineData(10, TargetCounting.Latest, "1:0")]
    public void A_target_that_cannot_be_measured_against_is_refused(
        decimal value, TargetCounting counting, string? quarters) =>
        Assert.NotNull(PlanContentRules.FaultOf(Target(value, counting, quarters)));

    [Theory]
    [InlineData(10, TargetCounting.AddsUp, "1:4 2:6")]
    [InlineData(10, TargetCounting.Latest, "1:4 2:5")]
    [InlineData(0.0001, TargetCounting.AddsUp, null)]
    public void A_target_that_can_be_measured_against_is_taken(
        decimal value, TargetCounting counting, string? quarters) =>
        Assert.Null(PlanContentRules.FaultOf(Target(value, counting, quarters)));

    private static IndicatorTarget Target(decimal value, TargetCounting counting, string? quarters) => new(
        value, "berkas", TargetDirection.MoreIsBetter, counting,
        [.. (quarters?.Split(' ') ?? []).Select(q => new QuarterTarget(q[0] - '0', q[2] - '0'))]);

    private static void Fault(string pointer, params PlannedResult[] results) =>
        Assert.Equal(pointer, Assert.Single(PlanContentRules.FaultsOf(Content(results))).Pointer);

    private static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;

    private static Result<WorkPlan> Write(WorkPlan asked, LocalDate today, WorkPlan? current = null) =>
        WorkPlanRules.Write(asked, current, Some.Employee(), WorkPlanPolicy.Default, today);

    private static Result<WorkPlan> Agree(WorkPlan plan, PlanAgreement agreement, Domain.Workforce.Employee person) =>
        WorkPlanRules.Agree(plan, agreement, person, [], new LocalDate(2026, 1, 5));
}
