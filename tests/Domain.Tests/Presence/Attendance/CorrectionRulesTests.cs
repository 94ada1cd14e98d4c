using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Domain.Tests.Presence.Attendance;

public sealed class CorrectionRulesTests
{
    private static readonly LocalDate Day = new(2026, 4, 1);
    private static readonly Instant Now = Some.Morning;

    private static readonly CorrectionCommand Claim = new(
        Some.Client("koreksi-0001"), Some.AgencyId, Some.Person(), Day, CorrectionKind.Arrival, new LocalTime(7, 25),
        "Ponsel rusak.", null, Some.Person());

    private static readonly CorrectionMoment Moment =
        CorrectionMoment.Of(Claim, Some.Timeline(Some.Employee()), Some.Rules()).Value;

    private static readonly DayDecision Yes = new(Some.Person("peg-head"), true, "Benar.");

    [Fact]
    public void What_a_person_asks_for_waits()
    {
        var asked = Asked();
        Assert.Equal(CorrectionState.Requested, asked.State);
        Assert.Equal(
            [new CorrectionStep(CorrectionState.Requested, Some.Person(), Now, null) { Actor = Some.Actor }],
            asked.Trail);
        Assert.Null(asked.DecidedBy);
        Assert.False(new CorrectionRecord(asked, null).EnteredBySuperior);
    }

    // Bekasi and Kemenko Infrastruktur 10/2025 art. 22: a manual record when phone or network failed.
    [Fact]
    public void What_the_rater_enters_is_approved_with_it_and_marked_as_such()
    {
        var entered = CorrectionRules.Request(
            Claim with { RequestedBy = Some.Person("peg-head") }, Moment, Some.Actor, Raters(Some.Employee()), Now)
            .Value;
        Assert.Equal(CorrectionState.Approved, entered.State);
        Assert.Equal(Some.Person("peg-head"), entered.DecidedBy);
        Assert.True(new CorrectionRecord(entered, null).EnteredBySuperior);
    }

    [Fact]
    public void Nobody_else_may_ask()
    {
        var refused = CorrectionRules.Request(
            Claim with { RequestedBy = Some.Person("peg-lain") }, Moment, Some.Actor, Raters(Some.Employee()), Now);
        Assert.Equal((RefusalKind.NotAllowed, RefusalCodes.NotTheRater), (refused.Refusal!.Kind, refused.Refusal.Code));
        Assert.Equal("/requestedById", Assert.Single(refused.Refusal.Faults).Pointer);
    }

    [Fact]
    public void A_moment_to_come_cannot_be_corrected_and_this_one_can()
    {
        var request = (Instant now) => CorrectionRules.Request(Claim, Moment, Some.Actor, Raters(Some.Employee()), now);
        Assert.Null(request(Moment.At).Refusal);
        var refused = request(Moment.At - Duration.Epsilon).Refusal!;
        Assert.Equal((RefusalKind.Unprocessable, RefusalCodes.DayNotBegun), (refused.Kind, refused.Code));
    }

    [Fact]
    public void The_field_that_names_the_moment_is_the_one_at_fault()
    {
        var before = Moment.At - Duration.Epsilon;
        var (byClock, byMoment) = (Claim, Claim with { Time = null, At = Moment.At });
        foreach (var (claim, pointer) in new[] { (byClock, "/time"), (byMoment, "/at") })
        {
            var refused = CorrectionRules.Request(claim, Moment, Some.Actor, Raters(Some.Employee()), before).Refusal!;
            Assert.Equal(pointer, Assert.Single(refused.Faults).Pointer);
        }
    }

    [Fact]
    public void A_moment_that_was_asked_for_is_kept_and_is_part_of_what_was_asked()
    {
        var claim = Claim with { Time = null, At = Moment.At };
        var asked = CorrectionRules.Request(claim, Moment, Some.Actor, Raters(Some.Employee()), Now).Value;
        Assert.Equal((Moment.At, Moment.Time), (asked.At, asked.Time));
        Assert.True(CorrectionRules.IsOf(asked, claim, Moment));
        Assert.False(CorrectionRules.IsOf(asked, Claim, Moment));
    }

    [Theory]
    [InlineData(true, CorrectionState.Approved)]
    [InlineData(false, CorrectionState.Declined)]
    public void The_rater_decides_and_every_step_is_kept(bool approved, CorrectionState state)
    {
        var decided = Decide(Asked(), Yes with { Approved = approved }).Value;
        Assert.Equal(state, decided.State);
        Assert.Equal([CorrectionState.Requested, state], decided.Trail.Select(s => s.State));
        Assert.Equal(
            new CorrectionStep(state, Some.Person("peg-head"), Now, "Benar.") { Actor = Some.Actor }, decided.Trail[1]);
        Assert.Equal(Some.Person("peg-head"), decided.DecidedBy);
    }

    [Theory]
    [InlineData("peg-0001")]
    [InlineData("peg-colleague")]
    public void Nobody_but_the_rater_decides_not_even_on_oneself(string by) =>
        Assert.Equal(RefusalCodes.NotTheRater, Decide(Asked(), Yes with { DecidedBy = Some.Person(by) }).Refusal!.Code);

    [Fact]
    public void A_person_without_a_rater_waits_until_there_is_one() =>
        Assert.Equal(
            RefusalCodes.NotTheRater,
            CorrectionRules.Decide(Asked(), Yes, Some.Actor, Raters(Some.Employee(rater: null)), Now).Refusal!.Code);

    [Fact]
    public void The_same_decision_again_changes_nothing_and_another_one_is_refused()
    {
        var decided = Decide(Asked(), Yes).Value;
        Assert.Same(
            decided,
            CorrectionRules.Decide(decided, Yes, Some.Actor, Raters(Some.Employee()), Now + Duration.FromHours(1))
                .Value);
        var otherwise = Decide(decided, Yes with { Approved = false }).Refusal!;
        Assert.Equal((RefusalKind.Conflict, RefusalCodes.CorrectionDecided), (otherwise.Kind, otherwise.Code));
    }

    [Fact]
    public void A_resend_is_known_whatever_became_of_it_and_other_content_is_not()
    {
        var decided = Decide(Asked(), Yes).Value;
        Assert.True(CorrectionRules.IsOf(decided, Claim, Moment));
        Assert.False(CorrectionRules.IsOf(decided, Claim, Moment with { Time = new LocalTime(7, 24) }));
        Assert.False(CorrectionRules.IsOf(decided, Claim with { Evidence = "Lain." }, Moment));
    }

    /// <summary>PP 30/2019 art. 1: the direct superior or a delegate; no longer than the delegation says.</summary>
    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(13, true)]
    [InlineData(14, false)]
    public void A_delegate_enters_and_decides_on_the_days_of_the_delegation(int days, bool may)
    {
        var raters = new RatersOnDay(Some.Employee(), [Some.Delegation("peg-far")], Some.Today.PlusDays(days));
        var entered = CorrectionRules.Request(
            Claim with { RequestedBy = Some.Person("peg-far") }, Moment, Some.Actor, raters, Now);
        var decided = CorrectionRules.Decide(
            Asked(), Yes with { DecidedBy = Some.Person("peg-far") }, Some.Actor, raters, Now);
        Assert.Equal(
            may ? (null, null) : (RefusalCodes.NotTheRater, RefusalCodes.NotTheRater),
            (entered.Refusal?.Code, decided.Refusal?.Code));
    }

    private static RatersOnDay Raters(Employee person) => new(person, [], Some.Today);

    private static Correction Asked() =>
        CorrectionRules.Request(Claim, Moment, Some.Actor, Raters(Some.Employee()), Now).Value;

    private static Result<Correction> Decide(Correction known, DayDecision decision) =>
        CorrectionRules.Decide(known, decision, Some.Actor, Raters(Some.Employee()), Now);
}
