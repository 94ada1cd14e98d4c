using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Objections;
using Kinerja.Domain.Runs;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Domain.Tests.Objections;

public sealed class ObjectionRulesTests
{
    private static readonly EmployeeId Superior = Some.Person("peg-superior");

    private static readonly ObjectionCommand Claim = new(
        Some.Client("keberatan-1"), Some.AgencyId, Some.Quarter, Some.Person(), "Realisasi triwulan belum dihitung.",
        []);

    private static readonly Employee Rater = Some.Employee("peg-head", rater: "peg-superior");

    private static readonly RevisedRating Better =
        new(ExpectationLevel.Above, ExpectationLevel.Meets, Some.Score(110), Some.Score(90));

    // Delivered on 9 July 08:00 in Jakarta; the fourteenth day after ends there at 17:00 UTC on the 23rd.
    [Theory]
    [InlineData("2026-07-09T01:00:00Z", true)]
    [InlineData("2026-07-23T16:59:59Z", true)]
    [InlineData("2026-07-23T17:00:00Z", false)]
    public void The_last_day_ends_at_midnight_where_the_agency_is(string at, bool taken) =>
        Assert.Equal(taken, File(at: at).Refusal?.Code != RefusalCodes.ObjectionTooLate);

    [Fact]
    public void It_goes_to_the_raters_superior_with_a_day_to_decide_by()
    {
        var objection = File().Value;
        Assert.Equal((Superior, Some.Person("peg-head")), (objection.SuperiorId, objection.RaterId));
        // Fourteen working days after 10 July.
        Assert.Equal(new LocalDate(2026, 7, 30), objection.DecideBy);
        Assert.False(objection.IsOverdueOn(new LocalDate(2026, 7, 30)));
        Assert.True(objection.IsOverdueOn(new LocalDate(2026, 7, 31)));
    }

    [Fact]
    public void Without_a_result_there_is_nothing_to_object_to() =>
        Assert.Equal(RefusalCodes.NothingToObject, File(takenIn: false).Refusal!.Code);

    [Fact]
    public void The_same_claim_says_the_same_and_any_other_word_or_link_does_not()
    {
        Assert.True(Claim.Says(Claim with { Evidence = [.. Claim.Evidence] }));
        Assert.False(Claim.Says(Claim with { Reason = "Lain." }));
        Assert.False(Claim.Says(Claim with { EmployeeId = Superior }));
        Assert.False(Claim.Says(Claim with { Evidence = ["https://arsip.example.go.id/1"] }));
    }

    [Fact]
    public void A_final_result_stands() => Assert.Equal(RefusalCodes.ObjectionTooLate, File(final: true).Refusal!.Code);

    [Theory]
    [InlineData(null)]
    [InlineData("peg-0001")]
    public void Somebody_above_the_rater_is_needed(string? above) =>
        Assert.Equal(RefusalCodes.NoSuperior, File(rater: Some.Employee("peg-head", rater: above)).Refusal!.Code);

    [Fact]
    public void Only_the_two_sides_are_heard()
    {
        var refusal = ObjectionRules.Hear(File().Value, Says("peg-other")).Refusal!;
        Assert.Equal((RefusalKind.NotAllowed, RefusalCodes.NotASide), (refusal.Kind, refusal.Code));
        Assert.Equal("/byId", Assert.Single(refusal.Faults).Pointer);
    }

    [Fact]
    public void The_first_words_of_a_side_stand()
    {
        var heard = ObjectionRules.Hear(File().Value, Says("peg-head")).Value;
        Assert.Equal(heard, ObjectionRules.Hear(heard, Says("peg-head") with { At = Some.Morning }).Value);
        Assert.Equal(
            RefusalCodes.ObjectionDecided,
            ObjectionRules.Hear(heard, Says("peg-head", "Lain lagi.")).Refusal!.Code);
    }

    [Theory]
    [InlineData("peg-0001")]
    [InlineData("peg-head")]
    public void Nothing_is_decided_before_both_are_heard(string only)
    {
        var heard = ObjectionRules.Hear(File().Value, Says(only)).Value;
        Assert.Equal(RefusalCodes.NotHeard, Decide(heard, Better).Refusal!.Code);
    }

    [Fact]
    public void Only_the_raters_superior_decides()
    {
        var refusal = Decide(Heard(), Better, by: "peg-head").Refusal!;
        Assert.Equal((RefusalKind.NotAllowed, RefusalCodes.NotTheSuperior), (refusal.Kind, refusal.Code));
        Assert.Equal("/decidedById", Assert.Single(refusal.Faults).Pointer);
        Assert.Contains("from the day after 2026-08-10 the next one up too", refusal.Detail, StringComparison.Ordinal);
        var late = ObjectionRules.Decide(
            Heard(), new(Some.Person("peg-head"), Better, "Bukti diterima.") { At = Some.Morning }, Some.Rating(),
            new(Superior, null), new(2026, 8, 11)).Refusal!;
        Assert.DoesNotContain("from the day after", late.Detail, StringComparison.Ordinal);
    }

    // The superior of the day of filing, and whom the register has above the rater by now; never the person.
    [Theory]
    [InlineData("peg-superior", "peg-superior", true)]
    [InlineData("peg-superior", "peg-baru", true)]
    [InlineData("peg-superior", null, true)]
    [InlineData("peg-baru", "peg-baru", true)]
    [InlineData("peg-baru", "peg-superior", false)]
    [InlineData("peg-0001", "peg-0001", false)]
    public void PP_30_2019_art_59_the_raters_superior_then_or_now_decides(string by, string? now, bool taken)
    {
        var ruling = new Ruling(Some.Person(by), Better, "Bukti diterima.") { At = Some.Morning };
        var refusal = ObjectionRules.Decide(
            Heard(), ruling, Some.Rating(), new(now is null ? null : Some.Person(now), null),
            Heard().PassesOn!.Value).Refusal;
        Assert.Equal(taken ? null : RefusalCodes.NotTheSuperior, refusal?.Code);
    }

    // 24 July to decide on; 7 working days later is 4 August. Never the person, and never the rater.
    [Theory]
    [InlineData("peg-atasan", 0, false)]
    [InlineData("peg-atasan", 1, true)]
    [InlineData("peg-atasan", 90, true)]
    [InlineData("peg-superior", 1, true)]
    [InlineData("peg-lain", 90, false)]
    [InlineData("peg-0001", 90, false)]
    [InlineData("peg-head", 90, false)]
    public void The_next_superior_up_decides_too_once_the_term_to_pass_on_is_over(string by, int days, bool taken)
    {
        var (known, next) = (Heard(), by is "peg-0001" or "peg-head" ? by : "peg-atasan");
        Assert.Equal(
            Deadline.LastDay(known.DecideBy, new(7, DayCount.Working), Some.Calendar.IsWorkingDay), known.PassesOn);
        var ruling = new Ruling(Some.Person(by), null, "Atasan penilai diam.") { At = Some.Morning };
        var refusal = ObjectionRules.Decide(
            known, ruling, Some.Rating(), new(Superior, Some.Person(next)), known.PassesOn!.Value.PlusDays(days))
            .Refusal;
        Assert.Equal(taken ? null : RefusalCodes.NotTheSuperior, refusal?.Code);
    }

    [Fact]
    public void A_decision_is_final_and_may_be_said_again()
    {
        var decided = Decide(Heard(), Better).Value;
        Assert.Equal(decided, Decide(decided, Better, at: "2026-07-25T01:00:00Z").Value);
        Assert.Equal(RefusalCodes.ObjectionDecided, Decide(decided, null).Refusal!.Code);
        Assert.Equal(RefusalCodes.ObjectionDecided, ObjectionRules.Withdraw(decided, Some.Actor).Refusal!.Code);
    }

    [Fact]
    public void A_kept_result_is_settled_and_a_changed_one_waits_for_its_revision()
    {
        Assert.False(Decide(Heard(), null).Value.IsOpen);
        var changed = Decide(Heard(), Better).Value;
        Assert.True(changed.IsOpen);
        Assert.False((changed with { AppliedIn = 2 }).IsOpen);
    }

    [Fact]
    public void A_change_changes_something()
    {
        var same = new RevisedRating(ExpectationLevel.Meets, ExpectationLevel.Meets, Some.Score(100), Some.Score(90));
        Assert.Equal("/revised", Assert.Single(Decide(Heard(), same).Refusal!.Faults).Pointer);
    }

    [Fact]
    public void The_superiors_rating_takes_the_raters_place()
    {
        var rating = ObjectionRules.Apply(Decide(Heard(), Better).Value, Some.Rating());
        Assert.Equal(
            (Superior, ExpectationLevel.Above, Some.Score(110), 2),
            (rating.RaterId, rating.Result, rating.Skp, rating.Version));
        Assert.Equal(("Bukti diterima.", Some.At("2026-07-20T01:00:00Z")), (rating.Reason, rating.RatedAt));
    }

    [Fact]
    public void PP_30_2019_art_41_the_superior_may_acknowledge_a_new_idea_and_else_the_raters_flag_stays()
    {
        NewIdea flagged = new(
            "Antrean.", "https://arsip.example.go.id/1"), acknowledged = new("Loket.", "https://arsip.example.go.id/2");
        var same = new RevisedRating(ExpectationLevel.Meets, ExpectationLevel.Meets, Some.Score(100), Some.Score(90));
        var decided = Decide(Heard(), same with { NewIdea = acknowledged }).Value;
        Assert.Equal(acknowledged, ObjectionRules.Apply(decided, Some.Rating()).NewIdea);
        Assert.Equal(acknowledged, ObjectionRules.Apply(decided, Some.Rating() with { NewIdea = flagged }).NewIdea);
        Assert.Equal(
            flagged,
            ObjectionRules.Apply(Decide(Heard(), Better).Value, Some.Rating() with { NewIdea = flagged }).NewIdea);
        Assert.False((same with { NewIdea = flagged }).Changes(Some.Rating() with { NewIdea = flagged }));
        Assert.True(Better.Changes(Some.Rating() with { NewIdea = flagged }));
        Assert.False(same.Changes(Some.Rating() with { NewIdea = flagged }));
        Assert.True((same with { NewIdea = acknowledged }).Changes(Some.Rating() with { NewIdea = flagged }));
    }

    [Fact]
    public void What_is_withdrawn_is_open_no_more_and_not_decided()
    {
        var withdrawn = ObjectionRules.Withdraw(Heard(), Some.Actor).Value;
        Assert.False(withdrawn.IsOpen);
        Assert.Equal(RefusalCodes.ObjectionDecided, Decide(withdrawn, Better).Refusal!.Code);
        Assert.Equal(
            RefusalCodes.ObjectionDecided,
            ObjectionRules.Hear(
                File().Value with { State = ObjectionState.Withdrawn }, Says("peg-head")).Refusal!.Code);
    }

    private static Result<Objection> File(
        string at = "2026-07-10T02:00:00Z", bool takenIn = true, bool final = false, Employee? rater = null) =>
        ObjectionRules.File(
            Claim,
            rater ?? Rater,
            new(
                DeliveryTests.Published(1) with { State = final ? RunState.Final : RunState.Published },
                takenIn ? new(1, default, new(2026, 7, 9), new(2026, 7, 23)) : null),
            Some.Wib,
            ObjectionPolicy.Default,
            Some.Calendar.IsWorkingDay,
            Some.At(at));

    private static Objection Heard() =>
        ObjectionRules.Hear(ObjectionRules.Hear(File().Value, Says("peg-head")).Value, Says("peg-0001")).Value;

    private static Statement Says(string by, string words = "Sudah dibahas pada dialog kinerja.") =>
        new(Some.Person(by), words) { At = Some.At("2026-07-12T02:00:00Z") };

    private static Result<Objection> Decide(
        Objection known, RevisedRating? revised, string by = "peg-superior", string at = "2026-07-20T01:00:00Z") =>
        ObjectionRules.Decide(
            known, new Ruling(Some.Person(by), revised, "Bukti diterima.") { At = Some.At(at) }, Some.Rating(),
            new(Superior, null), known.DecideBy);
}
