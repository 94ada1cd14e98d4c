using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Domain.Tests.Presence.Attendance;

/// <summary>Who may rule, what the person may say, and what is final.</summary>
public sealed class RulingRulesTests
{
    private static readonly LocalDate Date = new(2026, 4, 1);
    private static readonly RulingPolicy Policy = RulingPolicy.Default;
    private static readonly Instant Now = Some.At("2026-04-03T02:00:00Z");
    private static readonly Superiors Line = new(Some.Person("peg-head"), Some.Person("peg-boss"));

    private static readonly DayRuling None = DayRuling.Unwritten(Some.AgencyId, Some.Person(), Date);

    private static readonly AttendanceDay Beach = Some.Fold(
        new(2026, 4), [Some.CheckIn("checkin-in", Date + new LocalTime(7, 30), placement: Placement.Outside)]).Days[0];

    [Theory]
    [InlineData("peg-head", false, "peg-head")]
    [InlineData("peg-plh", false, "peg-head")]
    [InlineData("peg-boss", false, null)]
    [InlineData("peg-boss", true, "peg-boss")]
    [InlineData("peg-0001", true, null)]
    [InlineData("peg-else", true, null)]
    public void Only_the_superior_or_a_delegate_rules_and_after_the_term_the_next_one(
        string by, bool overdue, string? inNameOf)
    {
        var right = Line.RightOf(
            Some.Person(by), Some.Employee(), [Some.Delegation("peg-plh")], Some.Today, overdue);

        Assert.Equal(inNameOf, right?.ToString());
    }

    [Fact]
    public void Nobody_rules_on_a_day_of_his_own_even_as_his_own_superior_or_delegate()
    {
        var own = new Superiors(Some.Person(), Some.Person());

        Assert.Null(own.RightOf(Some.Person(), Some.Employee(), [Some.Delegation("peg-0001")], Some.Today, true));
    }

    [Fact]
    public void The_same_ruling_again_is_no_new_step_and_another_one_stands_from_then_on()
    {
        var first = Rule(None, RulingOutcome.Absent).Value;
        var again = Rule(first, RulingOutcome.Absent).Value;
        var other = Rule(first, RulingOutcome.PresentField).Value;

        Assert.Same(first, again);
        Assert.Equal((2, RulingOutcome.PresentField), (other.Version, other.Standing!.Outcome));
    }

    [Fact]
    public void A_ruling_from_an_old_version_or_on_a_day_that_leaves_nothing_open_is_refused()
    {
        var first = Rule(None, RulingOutcome.Absent).Value;
        var whole = Some.Fold(
            new(2026, 4),
            [
                Some.CheckIn("checkin-in", Date + new LocalTime(7, 30)),
                Some.CheckIn("checkin-out", Date + new LocalTime(16, 0), Domain.Presence.CheckIns.CheckInKind.Out),
            ]).Days[0];

        Assert.Equal(RefusalCodes.StaleVersion, Rule(first, RulingOutcome.HalfDay, version: 0).Refusal!.Code);
        Assert.Equal(RefusalCodes.NoRulingNeeded, Rule(None, RulingOutcome.Absent, whole).Refusal!.Code);
    }

    [Fact]
    public void An_objection_is_possible_once_within_the_term_and_stops_the_ruler()
    {
        var ruled = Rule(None, RulingOutcome.Absent).Value;
        var objected = Object(ruled, "Saya di kantor.", Now).Value;

        Assert.Same(objected, Object(objected, "Saya di kantor.", Now).Value);
        Assert.Equal(RefusalCodes.ObjectionFiled, Object(objected, "Lain.", Now).Refusal!.Code);
        Assert.Equal(RefusalCodes.NothingToObject, Object(None, "Saya di kantor.", Now).Refusal!.Code);
        Assert.Equal(RefusalCodes.RulingFinal, Rule(objected, RulingOutcome.HalfDay).Refusal!.Code);
        Assert.NotNull(Object(ruled, "Saya di kantor.", Now + Duration.FromDays(14)).Value);
        Assert.Equal(
            RefusalCodes.ObjectionTooLate, Object(ruled, "?", Now + Duration.FromDays(15)).Refusal!.Code);
        Assert.Equal(
            RefusalCodes.NoSuperior,
            RulingRules.Object(ruled, "?", null, Policy, Some.Wib, Some.Actor, Now).Refusal!.Code);
    }

    [Fact]
    public void The_decision_on_an_objection_is_the_rulers_superiors_and_final()
    {
        var objected = Object(Rule(None, RulingOutcome.Absent).Value, "Saya di kantor.", Now).Value;
        Result<DayRuling> Decide(DayRuling known, string by, RulingOutcome outcome) => RulingRules.Decide(
            known, new(Some.Person(by), outcome, "Buku tamu.", null), Some.Person("peg-boss"), Some.Actor, Now);
        var decided = Decide(objected, "peg-boss", RulingOutcome.PresentOffice).Value;

        Assert.Equal((true, RulingOutcome.PresentOffice), (decided.IsFinal, decided.Standing!.Outcome));
        Assert.Same(decided, Decide(decided, "peg-boss", RulingOutcome.PresentOffice).Value);
        Assert.Equal(
            RefusalCodes.ObjectionDecided, Decide(decided, "peg-boss", RulingOutcome.Absent).Refusal!.Code);
        Assert.Equal(
            RefusalCodes.NotTheSuperior, Decide(objected, "peg-head", RulingOutcome.Absent).Refusal!.Code);
        Assert.Equal(
            RefusalCodes.UnknownObjection, Decide(None, "peg-boss", RulingOutcome.Absent).Refusal!.Code);
        Assert.Equal(RefusalCodes.RulingFinal, Rule(decided, RulingOutcome.Absent).Refusal!.Code);
    }

    [Theory]
    [InlineData(7, false)]
    [InlineData(8, true)]
    public void A_term_that_is_over_passes_the_day_on_once_and_decides_nothing(int daysAfter, bool passes)
    {
        var today = Date.PlusDays(daysAfter);
        var passed = RulingRules.Pass(None, Beach, Line.Next, Policy, today, Now);

        Assert.Equal(passes, passed is not null);
        Assert.Null(passed?.Standing);
        Assert.Null(RulingRules.Pass(passed ?? None, Beach, passes ? Line.Next : null, Policy, today, Now));
        Assert.Null(RulingRules.Pass(
            Rule(None, RulingOutcome.PresentField).Value, Beach, Line.Next, Policy, today, Now));
    }

    [Fact]
    public void A_person_answers_before_and_after_a_ruling_up_to_ten_times()
    {
        Result<DayRuling> Answer(DayRuling known, string words) =>
            RulingRules.Answer(known, Beach, words, Some.Actor, Now);
        var ten = Enumerable.Range(0, RulingRules.MostAnswers).Aggregate(
            None, (known, n) => Answer(known, $"Pandangan {n}.").Value);

        Assert.Same(ten, Answer(ten, "Pandangan 3.").Value);
        Assert.Equal(RefusalCodes.RulingFinal, Answer(ten, "Satu lagi.").Refusal!.Code);
        Assert.Equal(RulingOutcome.Absent, Rule(ten, RulingOutcome.Absent).Value.Standing!.Outcome);
    }

    [Fact]
    public void Every_step_says_who_did_it_in_whose_name_and_through_which_client()
    {
        var answered = RulingRules.Answer(None, Beach, "Saya di kantor.", Some.Actor, Now).Value;
        var ruled = Rule(answered, RulingOutcome.Absent).Value;
        var objected = Object(ruled, "Saya di kantor.", Now).Value;
        var decided = RulingRules.Decide(
            objected, new(Some.Person("peg-boss"), RulingOutcome.Absent, "Tetap.", null), Some.Person("peg-boss"),
            Some.Actor, Now).Value;

        Assert.Equal(
            [
                new(RulingStepKind.Answered, Some.Person(), Now, "Saya di kantor.") { Actor = Some.Actor },
                new(RulingStepKind.Ruled, Some.Person("peg-head"), Now, "Sudah diperiksa.", RulingOutcome.Absent)
                {
                    Actor = Some.Actor,
                    InNameOf = Some.Person("peg-head"),
                },
                new(RulingStepKind.Objected, Some.Person(), Now, "Saya di kantor.") { Actor = Some.Actor },
                new(RulingStepKind.Decided, Some.Person("peg-boss"), Now, "Tetap.", RulingOutcome.Absent)
                {
                    Actor = Some.Actor,
                },
            ],
            decided.Steps);
    }

    [Fact]
    public void Whoever_may_not_rule_or_decide_is_told_at_which_field()
    {
        var objected = Object(Rule(None, RulingOutcome.Absent).Value, "Saya di kantor.", Now).Value;
        var ruler = RulingRules.Rule(
            None, Beach, new(Some.Person("peg-else"), RulingOutcome.Absent, "?", null), null, Some.Actor, Now);
        var decider = RulingRules.Decide(
            objected, new(Some.Person("peg-head"), RulingOutcome.Absent, "?", null), Some.Person("peg-boss"),
            Some.Actor, Now);

        Assert.Equal(
            (RefusalCodes.NotTheRater, "/ruledById"),
            (ruler.Refusal!.Code, Assert.Single(ruler.Refusal.Faults).Pointer));
        Assert.Equal("/decidedById", Assert.Single(decider.Refusal!.Faults).Pointer);
    }

    [Fact]
    public void A_person_answers_about_a_day_that_is_open_or_was_ruled_and_about_no_other()
    {
        var whole = Some.Fold(
            new(2026, 4),
            [
                Some.CheckIn("checkin-in", Date + new LocalTime(7, 30)),
                Some.CheckIn("checkin-out", Date + new LocalTime(16, 0), Domain.Presence.CheckIns.CheckInKind.Out),
            ]).Days[0];
        var ruled = Rule(None, RulingOutcome.Absent).Value;

        Assert.Equal(
            RefusalCodes.NoRulingNeeded, RulingRules.Answer(None, whole, "?", Some.Actor, Now).Refusal!.Code);
        Assert.Equal(2, RulingRules.Answer(ruled, whole, "?", Some.Actor, Now).Value.Version);
    }

    private static Result<DayRuling> Rule(
        DayRuling known, RulingOutcome outcome, AttendanceDay? day = null, int? version = null) => RulingRules.Rule(
            known, day ?? Beach, new(Some.Person("peg-head"), outcome, "Sudah diperiksa.", version),
            Some.Person("peg-head"), Some.Actor, Now);

    private static Result<DayRuling> Object(DayRuling known, string words, Instant now) =>
        RulingRules.Object(known, words, Some.Person("peg-boss"), Policy, Some.Wib, Some.Actor, now);
}
