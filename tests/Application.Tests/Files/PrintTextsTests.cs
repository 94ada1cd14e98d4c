using System.Text.RegularExpressions;
using Kinerja.Application.Files.Prints;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.FlexibleWork;
using Kinerja.Domain.Objections;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Ranking;
using Kinerja.Domain.Runs;
using Kinerja.Domain.WorkPlans;
using NodaTime;

namespace Kinerja.Application.Tests.Files;

/// <summary>Words of papers, in both languages.</summary>
public sealed partial class PrintTextsTests
{
    [Theory]
    [InlineData("2026-Q4", "Quarter IV 2026", "Triwulan IV 2026")]
    [InlineData("2026-05", "May 2026", "Mei 2026")]
    [InlineData("2026", "Year 2026", "Tahun 2026")]
    public void A_period_is_called_as_people_call_it(string period, string english, string indonesian) => Assert.Equal(
        new Words(english, indonesian), PrintTexts.Of(AppraisalPeriod.Parse(period).Value));

    [Fact]
    public void A_day_and_a_time_are_written_as_each_language_writes_them()
    {
        Assert.Equal(new Words("17 August 2026", "17 Agustus 2026"), PrintTexts.Of(new LocalDate(2026, 8, 17)));
        Assert.Equal(new Words("Mon", "Sen"), PrintTexts.Weekday(new LocalDate(2026, 8, 17)));
        Assert.Equal(new Words("Sun", "Min"), PrintTexts.Weekday(new LocalDate(2026, 8, 16)));
        Assert.Equal(new Words("07:05", "07.05"), PrintTexts.Of(new LocalTime(7, 5, 59)));
    }

    [Fact]
    public void Every_value_has_words_of_its_own_in_both_languages()
    {
        Differ<Predicate>(PrintTexts.Of);
        Differ<ExpectationLevel>(PrintTexts.Of);
        Differ<OrganisationLevel>(PrintTexts.Of);
        Differ<TopShare>(PrintTexts.Of);
        Differ<NotAssessedReason>(PrintTexts.Of);
        Differ<WorkPlanState>(PrintTexts.Of);
        Differ<ResultKind>(PrintTexts.Of);
        Differ<IndicatorAspect>(PrintTexts.Of);
        Differ<FeedbackSubject>(PrintTexts.Of);
        Differ<DayStatus>(PrintTexts.Of);
        Differ<ObjectionState>(PrintTexts.Of);
        Differ<EntitlementKind>(PrintTexts.Of);
        Assert.Equal(3, Enum.GetValues<RunState>().Select(PrintTexts.Of).Distinct().Count());
    }

    [Fact]
    public void A_mark_of_any_text_is_a_square_with_a_quiet_zone_and_grows_with_the_text()
    {
        var (small, large) = (QrMark.Of("a"), QrMark.Of(new string('x', 1200)));
        Assert.Equal(21 + 8, small.Size);
        Assert.True(large.Size > 101);
        Assert.All([small, large], mark => Assert.All(
            Run().Matches(mark.Outline), run => Assert.Equal(run.Groups[1].Value, run.Groups[2].Value)));
    }

    private static void Differ<T>(Func<T, Words> of)
        where T : struct, Enum
    {
        var words = Enum.GetValues<T>().Select(of).ToList();
        Assert.Equal(words.Count, words.Select(one => one.English).Distinct().Count());
        Assert.Equal(words.Count, words.Select(one => one.Indonesian).Distinct().Count());
    }

    [GeneratedRegex("h([0-9]+)v1h-([0-9]+)z")]
    private static partial Regex Run();
}
