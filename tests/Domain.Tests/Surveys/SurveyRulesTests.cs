using Kinerja.Domain.Surveys;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Domain.Tests.Surveys;

public sealed class SurveyRulesTests
{
    private static readonly LocalDate Opens = new(2022, 10, 17);
    private static readonly LocalDate LastDay = new(2022, 10, 31);

    /// <summary>The ministry's survey on flexible work, announced as extended on 27 October 2022 (seed 002).</summary>
    [Fact]
    public void The_survey_of_2022_is_extended_to_7_November_and_says_so()
    {
        var extended = SurveyRules.Extend(Survey(), Extension(new(2022, 11, 7)), new(2022, 10, 27)).Value;
        Assert.True(extended.IsOpenOn(new(2022, 11, 7)));
        Assert.False(extended.IsOpenOn(new(2022, 11, 8)));
        var history = Assert.Single(extended.Extensions);
        Assert.Equal((LastDay, new LocalDate(2022, 11, 7)), (history.From, history.To));
        Assert.Equal(LastDay, extended.FirstLastDay);
    }

    [Fact]
    public void An_extension_sent_again_is_the_same_extension()
    {
        var extended = SurveyRules.Extend(Survey(), Extension(new(2022, 11, 7)), new(2022, 10, 27)).Value;
        Assert.Same(extended, SurveyRules.Extend(extended, Extension(new(2022, 11, 7)), new(2022, 11, 9)).Value);
    }

    [Fact]
    public void A_window_is_never_made_shorter()
    {
        Assert.Equal("/lastDay", SurveyRules.Extend(Survey(), Extension(LastDay), Opens).Refusal!.Faults[0].Pointer);
        Assert.Equal(
            "/lastDay",
            SurveyRules.Extend(Survey(), Extension(LastDay.PlusDays(2)), LastDay.PlusDays(3)).Refusal!.Faults[0]
                .Pointer);
        Assert.Equal(
            RefusalCodes.SurveyOpen,
            SurveyRules.Put(Survey() with { FirstLastDay = LastDay.PlusDays(-1) }, Survey(), Opens).Refusal?.Code);
    }

    [Fact]
    public void A_closed_one_opens_again_with_its_history_and_is_told_only_with_enough_new_answers()
    {
        var late = Extension(LastDay.PlusDays(10)) with
        {
            At = LastDay.PlusDays(3).AtStartOfDayInZone(Some.Wib).ToInstant(),
        };
        var again = SurveyRules.Extend(Survey(), late, LastDay.PlusDays(3)).Value;

        Assert.Equal((LastDay, LastDay.PlusDays(10)), (Assert.Single(again.Extensions).From, again.LastDay));
        Assert.True(again.IsOpenOn(LastDay.PlusDays(3)));
        Assert.Equal(late.At, again.ReopenedAt(Some.Wib));
        Assert.Null(Survey().ReopenedAt(Some.Wib));
        Assert.Null(SurveyRules.WhyTooFew(0));
        Assert.Equal(RefusalCodes.TooFewAnswers, SurveyRules.WhyTooFew(1)!.Code);
        Assert.Equal(RefusalCodes.TooFewAnswers, SurveyRules.WhyTooFew(9)!.Code);
        Assert.Null(SurveyRules.WhyTooFew(10));
    }

    [Fact]
    public void Questions_change_until_it_opens_and_not_afterwards()
    {
        var other = Survey() with { Questions = [new("lain", QuestionKind.Text, "Lainnya?", [])] };
        Assert.Equal("lain", SurveyRules.Put(other, Survey(), Opens.PlusDays(-1)).Value.Questions[0].Id);
        Assert.Equal(RefusalCodes.SurveyOpen, SurveyRules.Put(other, Survey(), Opens).Refusal?.Code);
        Assert.NotNull(SurveyRules.Put(Survey(), Survey(), Opens).Value);
    }

    [Fact]
    public void Bug_a_window_moved_before_it_opens_is_not_held_to_an_earlier_extension()
    {
        var before = Opens.PlusDays(-1);
        var extended = SurveyRules.Extend(Survey(), Extension(new(2022, 11, 7)), before).Value;
        var later = Survey() with { OpensOn = new(2022, 12, 1), FirstLastDay = new(2022, 12, 15) };
        var moved = SurveyRules.Put(later, extended, before).Value;
        Assert.True(moved.IsOpenOn(new(2022, 12, 15)));
        Assert.Empty(moved.Extensions);
        Assert.Same(extended, SurveyRules.Put(Survey(), extended, before).Value);
    }

    [Fact]
    public void It_is_answered_from_the_first_to_the_last_day()
    {
        Assert.Equal(RefusalCodes.SurveyNotOpen, Answer(Opens.PlusDays(-1))?.Code);
        Assert.Null(Answer(Opens));
        Assert.Null(Answer(LastDay));
        Assert.Equal(RefusalCodes.SurveyNotOpen, Answer(LastDay.PlusDays(1))?.Code);
    }

    [Fact]
    public void Only_those_who_are_asked_answer()
    {
        var ofUnit = Survey() with { Units = [UnitId.Parse("lain").Value] };
        var ofPost = Survey() with { Posts = [PostId.Parse("analis").Value] };
        var ofOthers = Survey() with { Agencies = [AgencyId.Parse("bkn").Value] };
        Assert.Equal(
            RefusalCodes.NotAsked,
            SurveyRules.Answer(ofOthers, Some.AgencyId, Some.Employee(), Response(), Opens).Refusal?.Code);
        Assert.False(ofUnit.Asks(Some.Employee()));
        Assert.False(ofPost.Asks(Some.Employee()));
        Assert.False(Survey().Asks(Some.Employee() with { Active = false }));
        Assert.Equal(
            RefusalCodes.NotAsked,
            SurveyRules.Answer(ofUnit, Some.AgencyId, Some.Employee(), Response(), Opens).Refusal?.Code);
    }

    /// <summary>Whoever is shown one may answer it, and nobody else: units, agencies, service and each day.</summary>
    [Fact]
    public void It_is_open_to_just_those_whose_answer_is_taken()
    {
        bool[] both = [false, true];
        var every =
            from unit in both
            from agency in both
            from active in both
            from extended in both
            from day in Enumerable.Range(-2, 24)
            select (Day: Opens.PlusDays(day), Person: Some.Employee() with { Active = active }, Survey: Survey() with
            {
                Units = unit ? [] : [UnitId.Parse("lain").Value],
                Agencies = agency ? [] : [AgencyId.Parse("bkn").Value],
                Extensions = extended ? [Extension(LastDay.PlusDays(3))] : [],
            });
        Assert.All(every, one => Assert.Equal(
            SurveyRules.Answer(one.Survey, Some.AgencyId, one.Person, Response(), one.Day).Refusal is null,
            one.Survey.IsOpenTo(Some.AgencyId, one.Person, one.Day)));
    }

    [Fact]
    public void Each_answer_is_of_its_questions_kind()
    {
        Assert.Equal("/answers/0", Pointer(new SurveyAnswer("puas", 6, null, null)));
        Assert.Equal("/answers/0", Pointer(new SurveyAnswer("puas", null, "WFA", null)));
        Assert.Equal("/answers/0", Pointer(new SurveyAnswer("pilihan", null, "Bulan", null)));
        Assert.Equal("/answers/0", Pointer(new SurveyAnswer("saran", null, null, "")));
        Assert.Equal("/answers/0/question", Pointer(new SurveyAnswer("tidak-ada", 1, null, null)));
        Assert.Equal("/answers/1/question", Pointer(new("puas", 1, null, null), new("puas", 2, null, null)));
    }

    [Fact]
    public void Results_wait_until_no_answer_can_change_any_more()
    {
        Assert.Equal(RefusalCodes.SurveyOpen, SurveyRules.WhyNoResults(Survey(), LastDay)?.Code);
        Assert.Null(SurveyRules.WhyNoResults(Survey(), LastDay.PlusDays(1)));
    }

    [Fact]
    public void A_mean_has_two_decimals_and_goes_with_the_counts()
    {
        Assert.Equal(2.33m, new AnswerCounts(3, [1, 1, 0, 1, 0]).MeanStep);
        Assert.Null(new AnswerCounts(3, null).MeanStep);
    }

    private static Refusal? Answer(LocalDate today) =>
        SurveyRules.Answer(Survey(), Some.AgencyId, Some.Employee(), Response(), today).Refusal;

    private static string? Pointer(params SurveyAnswer[] answers) =>
        SurveyRules.Answer(
            Survey(), Some.AgencyId, Some.Employee(), Response() with { Answers = answers }, Opens)
            .Refusal?.Faults[0].Pointer;

    private static SurveyExtension Extension(LocalDate to) => new(default, to, "Permintaan daerah.", Some.Morning);

    private static SurveyResponse Response() =>
        new(
            Some.Person(),
            Some.UnitId,
            EmploymentKind.Pns,
            GovernmentLevel.Central,
            [new("puas", 4, null, null)],
            Some.Morning);

    private static Survey Survey() => new(
        SurveyId.Parse("fwa-2022").Value,
        "Survei fleksibilitas bekerja",
        Opens,
        LastDay,
        SurveyBreakdown.Level,
        [
            new("puas", QuestionKind.Scale, "Seberapa puas Anda bekerja dari rumah?", []),
            new("pilihan", QuestionKind.Choice, "Pola mana yang Anda pilih?", ["WFO", "WFA", "Hibrida"]),
            new("saran", QuestionKind.Text, "Saran Anda?", []),
        ],
        [],
        []);
}
