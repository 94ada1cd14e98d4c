using Kinerja.Domain.FlexibleWork;
using NodaTime;

namespace Kinerja.Domain.Tests.FlexibleWork;

public sealed class FlexibleQuotaTests
{
    private static readonly LocalDate Friday = new(2026, 2, 6);

    [Fact]
    public void A_week_runs_from_Monday_to_Sunday_also_over_the_years_end()
    {
        var thursday = new LocalDate(2026, 1, 1);
        LocalDate[] planned = [new(2025, 12, 28), new(2025, 12, 29), thursday, new(2026, 1, 4), new(2026, 1, 5)];
        Assert.Equal(2, FlexibleQuota.OthersInWeek(planned, thursday));
    }

    [Fact]
    public void A_weekend_does_not_end_a_run_and_a_day_at_the_office_does()
    {
        LocalDate[] planned = [Friday, Friday.PlusDays(3), Friday.PlusDays(5)];
        Assert.Equal(2, FlexibleQuota.InARow(planned, Friday, Some.Calendar.IsWorkingDay));
        Assert.Equal(4, FlexibleQuota.InARow(planned, Friday.PlusDays(4), Some.Calendar.IsWorkingDay));
    }

    /// <summary>
    /// 17 February 2026 is a public holiday and the 16th collective leave: Friday and Wednesday are neighbours.
    /// </summary>
    [Fact]
    public void Holidays_do_not_end_a_run() =>
        Assert.Equal(2, FlexibleQuota.InARow([new(2026, 2, 13)], new(2026, 2, 18), Some.Calendar.IsWorkingDay));

    [Fact]
    public void Runs_and_weeks_are_as_a_slow_count_finds_them() => Always.HoldsFor(random =>
    {
        var date = Friday.PlusDays(random.Next(40));
        var planned = Enumerable.Range(-40, 81).Where(_ => random.Next(2) == 0).Select(date.PlusDays).ToList();
        Assert.Equal(SlowRun(planned, date), FlexibleQuota.InARow(planned, date, Some.Calendar.IsWorkingDay));
        var week = planned.Where(d => d != date && NodaTime.Calendars.WeekYearRules.Iso.GetWeekOfWeekYear(d)
            == NodaTime.Calendars.WeekYearRules.Iso.GetWeekOfWeekYear(date));
        Assert.Equal(
            week.Count(d => Math.Abs(Period.DaysBetween(d, date)) < 7), FlexibleQuota.OthersInWeek(planned, date));
    });

    [Theory]
    [InlineData(10, 50, 5)]
    [InlineData(11, 50, 5)]
    [InlineData(1, 50, 0)]
    [InlineData(3, 0, 3)]
    [InlineData(3, 100, 0)]
    [InlineData(7, 25, 5)]
    public void The_share_at_the_office_is_kept_by_rounding_down(int people, int least, int most) =>
        Assert.Equal(most, Policy(least).MostElsewhere(Some.UnitId, Friday, people));

    /// <summary>
    /// SE 05/2022 by level, as an agency would write it down: the circular of the dates goes before the general share.
    /// </summary>
    [Fact]
    public void A_circulars_dates_go_before_the_general_share_and_the_strictest_holds()
    {
        var other = UnitId.Parse("lain").Value;
        var policy = Policy(50) with
        {
            OfficeShares =
            [
                new(Friday, Friday.PlusDays(7), 25, [], "SE 6/2022"),
                new(Friday, Friday.PlusDays(1), 75, [other], "SE 5/2022"),
            ],
        };
        Assert.Equal(5, policy.MostElsewhere(Some.UnitId, Friday.PlusDays(-1), 10));
        Assert.Equal(7, policy.MostElsewhere(Some.UnitId, Friday, 10));
        Assert.Equal(2, policy.MostElsewhere(other, Friday, 10));
        Assert.Equal(7, policy.MostElsewhere(other, Friday.PlusDays(1), 10));
        Assert.Equal(5, policy.MostElsewhere(other, Friday.PlusDays(7), 10));
    }

    [Fact]
    public void A_wave_begins_for_its_units_and_a_wave_without_units_for_the_rest()
    {
        var other = UnitId.Parse("lain").Value;
        var policy = Policy(50) with { Waves = [new(Friday, [Some.UnitId]), new(Friday.PlusDays(30), [])] };
        Assert.False(policy.HasBegunFor(Some.UnitId, null, Friday.PlusDays(-1)));
        Assert.True(policy.HasBegunFor(Some.UnitId, null, Friday));
        Assert.False(policy.HasBegunFor(other, null, Friday.PlusDays(29)));
        Assert.True(policy.HasBegunFor(other, null, Friday.PlusDays(30)));
    }

    [Fact]
    public void A_trial_names_units_and_posts_and_a_person_must_be_in_both()
    {
        var person = Some.Employee() with { PostId = FlexibleCases.Post };
        var policy = Policy(50) with { PilotUnits = [Some.UnitId], PilotPosts = [FlexibleCases.Post] };
        Assert.True(policy.IsInPilot(person));
        Assert.False(policy.IsInPilot(person with { PostId = null }));
        Assert.False(policy.IsInPilot(person with { UnitId = UnitId.Parse("lain").Value }));
    }

    private static FlexibleWorkPolicy Policy(int least) =>
        FlexibleWorkPolicy.Template with { LeastOfficePercent = least };

    /// <summary>
    /// Days off that are not planned are struck out; then the run is what stands together around the date.
    /// </summary>
    private static int SlowRun(List<LocalDate> planned, LocalDate date)
    {
        var days = Enumerable.Range(-31, 63).Select(date.PlusDays)
            .Where(d => d == date || planned.Contains(d) || Some.Calendar.IsWorkingDay(d)).ToList();
        var at = days.IndexOf(date);
        var (first, last) = (at, at);
        while (first > 0 && planned.Contains(days[first - 1]))
        {
            first--;
        }

        while (last < days.Count - 1 && planned.Contains(days[last + 1]))
        {
            last++;
        }

        return last - first + 1;
    }
}
