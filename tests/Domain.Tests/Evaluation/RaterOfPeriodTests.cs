using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Domain.Tests.Evaluation;

/// <summary>Who owes the rating of 2026-Q2, and who may set a unit's performance.</summary>
public sealed class RaterOfPeriodTests
{
    private static readonly LocalDate Summer = new(2026, 8, 1);

    [Theory]
    [InlineData(null, 2026, 7, 10, "peg-head", "no change")]
    [InlineData("2026-05-01", 2026, 7, 10, "peg-baru", "the rater of the period's last day")]
    [InlineData("2026-07-01", 2026, 7, 10, "peg-head", "a change after the period is none of it")]
    [InlineData("2026-05-20", 2026, 5, 10, "peg-head", "within the period, up to today")]
    [InlineData("2026-05-10", 2026, 5, 10, "peg-baru", "today belongs to it")]
    public void It_is_the_rater_of_the_last_day_that_has_come(
        string? changed, int year, int month, int day, string rater, string why)
    {
        var person = changed is null ? Employment.Always(Some.Employee()) : new(ChangedOn(changed), null, null);
        var rated = RatingRules.Rated(person, Some.Quarter, new(year, month, day), id => Serving(id));
        Assert.True(rated.RaterId == Some.Person(rater), why);
    }

    [Fact]
    public void Who_left_within_the_period_is_rated_by_the_rater_of_the_last_day_in_service()
    {
        var person = new Employment(ChangedOn("2026-06-01"), null, Day("2026-05-15"));
        Assert.Equal(
            Some.Person("peg-head"), RatingRules.Rated(person, Some.Quarter, Summer, id => Serving(id)).RaterId);
    }

    [Theory]
    [InlineData("gone")]
    [InlineData("unknown")]
    public void The_duty_of_a_rater_who_is_gone_moves_to_the_rater_of_today(string state)
    {
        var person = new Employment(ChangedOn("2026-07-15"), null, null);
        Employment? Find(EmployeeId id) => id != Some.Person("peg-head") ? Serving(id)
            : state == "unknown" ? null
            : new(History<Employee>.Always(Some.Employee("peg-head")), null, Day("2026-07-20"));

        Assert.Equal(Some.Person("peg-baru"), RatingRules.Rated(person, Some.Quarter, Summer, Find).RaterId);
        Assert.Equal(
            Some.Person("peg-head"), RatingRules.Rated(person, Some.Quarter, Summer, id => Serving(id)).RaterId);
    }

    [Fact]
    public void Who_never_had_a_rater_has_none() => Assert.Null(RatingRules.Rated(
        Employment.Always(Some.Employee(rater: null)), Some.Quarter, Summer, id => Serving(id)).RaterId);

    // SE MenPANRB 3/2023, step 1: the leader above sets it.
    [Theory]
    [InlineData("peg-head", "peg-atas", RefusalCodes.OwnUnit)]
    [InlineData("peg-head", "", RefusalCodes.OwnUnit)]
    [InlineData("peg-atas", "peg-atas", null)]
    [InlineData("peg-lain", "peg-atas", RefusalCodes.NotAbove)]
    [InlineData("peg-lain", "", null)]
    public void A_units_performance_is_set_by_a_leader_above_and_never_by_its_head(
        string setBy, string above, string? refused)
    {
        var leaders = above.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Some.Person).ToHashSet();
        var refusal = RatingRules.WhyNotSet(Some.Unit(), Some.Person(setBy), leaders);
        Assert.Equal(refused, refusal?.Code);
        Assert.Equal(refused is null ? [] : ["/setById"], (refusal?.Faults ?? []).Select(f => f.Pointer));
    }

    [Theory]
    [InlineData("2026-Q1", false, true)]
    [InlineData("2026", false, true)]
    [InlineData("2026-03", false, false)]
    [InlineData("2026-03", true, true)]
    public void Months_are_evaluated_only_where_the_policy_says_so(string period, bool months, bool evaluated) =>
        Assert.Equal(
            evaluated,
            (EvaluationPolicy.Default with { Months = months }).Evaluates(AppraisalPeriod.Parse(period).Value));

    /// <summary>Rated by peg-head up to the day before, by peg-baru from that day on.</summary>
    private static History<Employee> ChangedOn(string day) =>
        History<Employee>.Always(Some.Employee()).With(Day(day), Some.Employee(rater: "peg-baru"));

    private static Employment Serving(EmployeeId id) => Employment.Always(Some.Employee(id.ToString()));

    private static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
