using Kinerja.Domain.Objections;
using NodaTime;

namespace Kinerja.Domain.Tests.Objections;

/// <summary>
/// PP 30/2019 art. 59 gives the decision to the rater's superior; silence is told and decides nothing.
/// </summary>
public sealed class ObjectionDeadlinesTests
{
    private static readonly LocalDate HearBy = new(2026, 7, 21);
    private static readonly LocalDate DecideBy = new(2026, 7, 30);

    private static readonly Objection Filed = new(
        new ObjectionCommand(
            Some.Client("keberatan-1"), Some.AgencyId, Some.Quarter, Some.Person(), "Realisasi belum dihitung.", []),
        1, Some.Person("peg-head"), Some.Person("peg-superior"), Some.Morning, DecideBy, "objection-2026.1",
        ObjectionState.Filed)
    { HearBy = HearBy };

    private static readonly Statement Words = new(Some.Person("peg-head"), "Begini.") { At = Some.Morning };

    [Fact]
    public void The_last_day_of_a_term_belongs_to_it()
    {
        Assert.Empty(ObjectionDeadlines.LapsedOn(Filed, HearBy));
        Assert.Equal([ObjectionTerm.Hearing], ObjectionDeadlines.LapsedOn(Filed, HearBy.PlusDays(1)));
        Assert.Equal([ObjectionTerm.Hearing], ObjectionDeadlines.LapsedOn(Filed, DecideBy));
        Assert.Equal(
            [ObjectionTerm.Hearing, ObjectionTerm.Decision], ObjectionDeadlines.LapsedOn(Filed, DecideBy.PlusDays(1)));
    }

    [Fact]
    public void A_term_is_over_once()
    {
        var marked = Mark(Mark(Filed, ObjectionTerm.Hearing), ObjectionTerm.Decision);
        Assert.Empty(ObjectionDeadlines.LapsedOn(marked, DecideBy.PlusDays(100)));
        Assert.Equal((Some.Person("peg-above"), true), (marked.Overdue!.ToId!.Value, marked.IsOpen));
    }

    [Fact]
    public void Once_both_were_heard_there_is_nothing_to_wait_for() =>
        Assert.Equal(
            [ObjectionTerm.Decision],
            ObjectionDeadlines.LapsedOn(Filed with { OfPerson = Words, OfRater = Words }, DecideBy.PlusDays(1)));

    [Theory]
    [InlineData(ObjectionState.Kept)]
    [InlineData(ObjectionState.Changed)]
    [InlineData(ObjectionState.Withdrawn)]
    public void What_is_settled_is_never_overdue(ObjectionState state) =>
        Assert.Empty(ObjectionDeadlines.LapsedOn(Filed with { State = state }, DecideBy.PlusDays(1)));

    [Theory]
    [InlineData("peg-0001")]
    [InlineData("peg-head")]
    public void Nobody_is_told_as_one_above_in_a_case_of_ones_own(string above) =>
        Assert.Null(Mark(Filed, ObjectionTerm.Decision, above).Overdue!.ToId);

    [Fact]
    public void After_the_time_to_be_heard_the_superior_may_decide_without_the_silent_side()
    {
        var lapsed = Mark(Filed with { OfPerson = Words }, ObjectionTerm.Hearing);
        var ruling = new Ruling(Some.Person("peg-superior"), null, "Penilai tidak menjawab.") { At = Some.Morning };
        Assert.Equal(
            RefusalCodes.NotHeard,
            ObjectionRules.Decide(Filed with { OfPerson = Words }, ruling, Some.Rating(), default, DecideBy)
                .Refusal!.Code);
        Assert.Equal(
            ObjectionState.Kept, ObjectionRules.Decide(lapsed, ruling, Some.Rating(), default, DecideBy).Value.State);
        Assert.Equal(Words, ObjectionRules.Hear(lapsed, Words).Value.OfRater);
    }

    [Fact]
    public void Each_term_has_its_own_last_day()
    {
        Assert.Equal(HearBy, ObjectionDeadlines.LastDayOf(Filed, ObjectionTerm.Hearing));
        Assert.Equal(DecideBy, ObjectionDeadlines.LastDayOf(Filed, ObjectionTerm.Decision));
        Assert.Null(ObjectionDeadlines.LastDayOf(Filed with { HearBy = null }, ObjectionTerm.Hearing));
    }

    /// <summary>Filed on 20 December 2027; nothing covers 2028 and 2030.</summary>
    [Theory]
    [InlineData(null, "2027-12-31", null, "")]
    [InlineData("2027-12-30", "2027-12-31", "2028-01-04", "2028")]
    [InlineData("2028-01-03", "2027-12-31", null, "2028")]
    [InlineData("2028-01-03", "2028-01-10", "2030-01-02", "2028 2030")]
    public void The_years_without_a_calendar_are_those_of_all_its_terms_in_order(
        string? hearBy, string decideBy, string? passesOn, string years)
    {
        var filed = Filed with { HearBy = Day(hearBy), DecideBy = Day(decideBy)!.Value, PassesOn = Day(passesOn) };
        Assert.Equal(years, string.Join(' ', ObjectionDeadlines.UncoveredYears(
            filed, new(2027, 12, 20), ObjectionPolicy.Default, day => day.Year is 2027 or 2029)));
    }

    private static LocalDate? Day(string? text) =>
        text is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;

    private static Objection Mark(Objection known, ObjectionTerm term, string above = "peg-above") =>
        ObjectionDeadlines.Mark(known, term, Some.Person(above), Some.Morning);
}
