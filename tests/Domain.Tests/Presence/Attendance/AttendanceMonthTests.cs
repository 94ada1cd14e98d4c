using Kinerja.Domain.Calendars;
using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Policies;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Domain.Tests.Presence.Attendance;

/// <summary>Days as values, what a quarter shows of them, and weeks that a month's start cuts.</summary>
public sealed class AttendanceMonthTests
{
    private static readonly LocalDate First = new(2026, 4, 1);

    private static readonly AttendanceDay Day = new(
        First, DayStatus.Present, WorkMode.Office, GeofenceKind.Office, new(7, 30), new(16, 0), 0, 0, 0, false,
        [new(DayReason.ArrivedInside)], "h")
    {
        WorkedMinutes = 450,
    };

    /// <summary>Whether a stored month is folded anew and told again hangs on this.</summary>
    [Fact]
    public void Two_days_are_equal_when_every_member_is_and_only_then()
    {
        Assert.Equal(Day, Day with { Findings = [.. Day.Findings] });
        Assert.Equal(Day.GetHashCode(), (Day with { Findings = [.. Day.Findings] }).GetHashCode());
        Assert.False(Day.Equals(null));
        AttendanceDay[] others =
        [
            Day with { Date = First.PlusDays(1) }, Day with { Status = DayStatus.HalfDay },
            Day with { Mode = WorkMode.Field }, Day with { Place = GeofenceKind.Home },
            Day with { FirstIn = new(7, 31) }, Day with { LastOut = null }, Day with { LateMinutes = 1 },
            Day with { EarlyMinutes = null }, Day with { AwayMinutes = 1 }, Day with { Flagged = true },
            Day with { Findings = [] }, Day with { Findings = [new(DayReason.ArrivedInside, "x")] },
            Day with { HoursVersion = "i" }, Day with { WorkedMinutes = 449 }, Day with { ExcusedMinutes = 1 },
        ];
        Assert.All(others, other => Assert.NotEqual(Day, other));
    }

    [Fact]
    public void A_summary_tells_flexible_excused_and_punctual_days_apart()
    {
        var flexible = Day with { Mode = WorkMode.Flexible };
        AttendanceDay[] days =
        [
            Day, Day with { LateMinutes = null }, Day with { LateMinutes = 5 },
            flexible, flexible, flexible, flexible with { LateMinutes = 7, EarlyMinutes = 3 },
            Day with { Status = DayStatus.HalfDay, LateMinutes = 60, EarlyMinutes = 60 },
            Day with { Status = DayStatus.Sick, Mode = WorkMode.Flexible }, Day with { Status = DayStatus.Training },
            Day with { Status = DayStatus.Absent }, Day with { Status = DayStatus.NoRecord },
            Day with { Status = DayStatus.Uncertain }, Day with { Status = DayStatus.DayOff },
        ];
        Assert.Equal(
            new AttendanceSummary(13, 8, 4, 1, 2, 2, 72, 63) { OnTimeDays = 5, FlexibleOnTimeDays = 3 },
            AttendanceSummary.Of([new AttendanceMonth(Some.Person(), First.ToYearMonth(), days, "c")]));
    }

    /// <summary>
    /// Monday 30 March to Thursday 2 April, 420 of 450 minutes a day; 3 April is a holiday. The two days in March count
    /// for the week that ends in April, also when its rule ends later in that month.
    /// </summary>
    [Theory]
    [InlineData(null)]
    [InlineData(15)]
    public void The_month_in_which_a_week_ends_counts_all_of_its_days(int? ends)
    {
        var perWeek = Some.Hours with { Required = new RequiredTime(2250, PerWeek: true) };
        List<Effective<WorkingTimePolicy>> policies =
            [new(LocalDate.MinIsoValue, 0, new WorkingTimePolicy("minggu", perWeek, []))];
        if (ends is { } day)
        {
            policies.Add(new(new(2026, 4, day), 1, new WorkingTimePolicy("tetap", Some.Hours, [])));
        }

        var rules = Some.Rules() with { WorkingTime = new PolicyTimeline<WorkingTimePolicy>(policies) };
        var checkIns = Enumerable.Range(-2, 4).Select(First.PlusDays).SelectMany(date => new[]
        {
            Some.CheckIn($"record-in-{date:dd}", date + new LocalTime(7, 30)),
            Some.CheckIn($"record-out-{date:dd}", date + new LocalTime(15, 30), CheckInKind.Out),
        });
        var days = AttendanceRules.Fold(
            Some.Timeline(Some.Employee()), First.ToYearMonth(), DayFacts.Of(checkIns), rules,
            Some.At("2026-05-20T00:00:00Z")).Days;

        Assert.Equal(First, days[0].Date);
        Assert.Equal((0, 120), (days[0].EarlyMinutes, days[1].EarlyMinutes));
        Assert.Equal("ArrivedInside RequiredMinutesShort", DayFindingsTests.Reasons(days[1]));
        Assert.Equal(First.PlusDays(-6), rules.DaysFolded(Some.UnitId, First.ToYearMonth()).Start);
    }
}
