using Kinerja.Domain.Calendars;
using Kinerja.Domain.Policies;
using Kinerja.Domain.Presence.Attendance;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Domain.Tests.Presence.Attendance;

/// <summary>Years without a calendar and Ramadans without hours, with 2026 given and nothing after it.</summary>
public sealed class TimeGapsTests
{
    private static readonly UnitId Ward = UnitId.Parse("rawat-inap").Value;

    [Theory]
    [InlineData("2026-01-05", "")]
    [InlineData("2026-09-02", "")]
    [InlineData("2026-09-03", "Calendar 2027-01-01 2027-12-31")]
    [InlineData("2026-10-10", "Calendar 2027-01-01 2027-12-31")]
    [InlineData("2026-10-11", "Calendar 2027-01-01 2027-12-31, Ramadan 2027-02-08 2027-03-08")]
    [InlineData("2027-03-08", "Calendar 2027-01-01 2027-12-31, Ramadan 2027-02-08 2027-03-08")]
    [InlineData("2027-03-12", "Calendar 2027-01-01 2027-12-31")]
    public void A_gap_is_told_so_many_days_before_it_is_reached(string today, string gaps)
    {
        var day = LocalDatePattern.Iso.Parse(today).Value;
        Assert.Equal(gaps, Shown(TimeGaps.Of(Rules(Year2026.Hours), day, day.PlusDays(TimeGaps.LeadDays))));
    }

    [Fact]
    public void Any_season_on_a_day_of_Ramadan_is_its_hours_whatever_it_is_called()
    {
        var (first, last) = (new LocalDate(2027, 2, 1), new LocalDate(2027, 3, 31));
        var season = new Season("jam puasa", new(2027, 3, 8), new(2027, 3, 8), Year2026.Hours.Week);
        var beside = season with { From = new(2027, 3, 9), To = new(2027, 3, 31) };
        Assert.DoesNotContain(Of(season), gap => gap.Kind == TimeGapKind.Ramadan);
        Assert.Contains(Of(beside), gap => gap.Kind == TimeGapKind.Ramadan);

        IReadOnlyList<TimeGap> Of(Season one) => TimeGaps.Of(
            Rules(Year2026.Hours with { Seasons = [one] }), Some.UnitId, first, last);
    }

    [Fact]
    public void A_unit_whose_own_hours_lack_it_is_named_and_its_people_are_told()
    {
        var (first, last) = (new LocalDate(2026, 2, 1), new LocalDate(2026, 2, 28));
        var ward = new UnitWorkingTime([Ward], Year2026.Hours with { Seasons = [] });
        var rules = new MonthRules(
            new PolicyTimeline<WorkCalendar>([new(new(2026, 1, 1), 0, Year2026.Calendar)], yearly: true),
            new PolicyTimeline<WorkingTimePolicy>(
                [new(LocalDate.MinIsoValue, 0, new("hours-test", Year2026.Hours, [ward]))]));
        Assert.Equal("Ramadan 2026-02-18 2026-03-19 rawat-inap", Shown(TimeGaps.Of(rules, first, last)));
        Assert.Equal("Ramadan 2026-02-18 2026-03-19", Shown(TimeGaps.Of(rules, Ward, first, last)));
        Assert.Empty(TimeGaps.Of(rules, Some.UnitId, first, last));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(1500)]
    [InlineData(9000)]
    public void A_year_far_off_lacks_its_calendar_alone(int year)
    {
        var first = new LocalDate(year, 1, 1);
        var gap = Assert.Single(TimeGaps.Of(Rules(Year2026.Hours), first, first.PlusMonths(1)));
        Assert.Equal((TimeGapKind.Calendar, first), (gap.Kind, gap.From));
    }

    /// <summary>The first and the last year whose Ramadans the calendar of Umm al-Qura tells.</summary>
    [Theory]
    [InlineData(1901, true)]
    [InlineData(2076, true)]
    [InlineData(1900, false)]
    [InlineData(2077, false)]
    public void Ramadans_are_expected_in_every_year_that_has_them_told(int year, bool told) => Assert.Equal(
        told,
        TimeGaps.Of(Rules(Year2026.Hours), new(year, 1, 1), new(year, 12, 31))
            .Any(gap => gap.Kind == TimeGapKind.Ramadan));

    /// <summary>A year's calendar that an agency gave when the year had begun is given.</summary>
    [Fact]
    public void A_calendar_that_came_within_its_year_leaves_no_gap()
    {
        var rules = Rules(Year2026.Hours) with
        {
            Calendars = new PolicyTimeline<WorkCalendar>([new(new(2026, 3, 1), 1, Year2026.Calendar)]),
        };
        Assert.DoesNotContain(
            TimeGaps.Of(rules, new(2026, 1, 1), new(2026, 12, 31)), gap => gap.Kind == TimeGapKind.Calendar);
    }

    /// <summary>The oracle asks every day for its month by the moon, and walks to both ends of each Ramadan.</summary>
    [Fact]
    public void The_gaps_of_any_span_are_those_that_a_walk_through_its_days_meets() => Always.HoldsFor(random =>
    {
        var first = new LocalDate(2026, 1, 1).PlusDays(random.Next(0, 4000));
        var last = first.PlusDays(random.Next(0, 900));
        var seasons = Enumerable.Range(0, random.Next(4)).Select(_ => first.PlusDays(random.Next(-100, 900)))
            .Select(from => new Season("musim", from, from.PlusDays(random.Next(0, 120)), Year2026.Hours.Week))
            .ToList();
        var rules = Rules(Year2026.Hours with { Seasons = seasons });
        Assert.Equal(Walk(rules, seasons, first, last), Shown(TimeGaps.Of(rules, first, last)));
    });

    private static string Walk(MonthRules rules, List<Season> seasons, LocalDate first, LocalDate last)
    {
        var (years, ramadans) = (new SortedSet<string>(), new SortedSet<string>());
        for (var day = first; day <= last; day = day.PlusDays(1))
        {
            if (rules.CalendarOf(day) is null)
            {
                years.Add($"Calendar {day.Year}-01-01 {day.Year}-12-31");
            }

            var (start, end) = (day, day);
            while (IsRamadan(start))
            {
                start = start.PlusDays(-1);
            }

            while (IsRamadan(end))
            {
                end = end.PlusDays(1);
            }

            if (start < end && !seasons.Exists(s => s.From < end && s.To > start))
            {
                ramadans.Add($"Ramadan {start.PlusDays(1):uuuu-MM-dd} {end.PlusDays(-1):uuuu-MM-dd}");
            }
        }

        return string.Join(", ", years.Concat(ramadans));
    }

    private static bool IsRamadan(LocalDate day) => day.WithCalendar(CalendarSystem.UmAlQura).Month == 9;

    private static MonthRules Rules(WorkingTime hours) => new(
        new PolicyTimeline<WorkCalendar>([new(new(2026, 1, 1), 0, Year2026.Calendar)], yearly: true),
        new PolicyTimeline<WorkingTimePolicy>([new(LocalDate.MinIsoValue, 0, new("hours-test", hours, []))]));

    private static string Shown(IEnumerable<TimeGap> gaps) => string.Join(", ", gaps.Select(gap => string.Join(
        ' ', new[] { $"{gap.Kind}", $"{gap.From:uuuu-MM-dd}", $"{gap.To:uuuu-MM-dd}" }
            .Concat(gap.Units.Select(unit => unit.ToString())))));
}
