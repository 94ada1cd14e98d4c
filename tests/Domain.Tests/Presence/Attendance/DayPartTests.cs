using Kinerja.Domain.Presence.Attendance;
using NodaTime;

namespace Kinerja.Domain.Tests.Presence.Attendance;

/// <summary>
/// Parts of a day beside one another, the better of two readings of a day, and whom an outage is about.
/// </summary>
public sealed class DayPartTests
{
    [Fact]
    public void A_part_of_no_length_is_none() =>
        Assert.Throws<ArgumentException>(() => DayPart.Of(new LocalTime(9, 0), new LocalTime(9, 0)));

    [Fact]
    public void Two_halves_lie_over_each_other_when_they_are_the_same_one()
    {
        Assert.True(DayPart.Of(DayHalf.First).MayOverlap(DayPart.Of(DayHalf.First)));
        Assert.False(DayPart.Of(DayHalf.First).MayOverlap(DayPart.Of(DayHalf.Second)));
        Assert.True(DayPart.Of(DayHalf.First).MayOverlap(Hours(13, 15)));
        Assert.True(Hours(13, 15).MayOverlap(DayPart.Of(DayHalf.First)));
    }

    [Fact]
    public void Hours_that_touch_do_not_overlap()
    {
        Assert.False(Hours(8, 10).MayOverlap(Hours(10, 12)));
        Assert.False(Hours(10, 12).MayOverlap(Hours(8, 10)));
    }

    /// <summary>By a slow look at every quarter of an hour; hours over midnight may lie over anything.</summary>
    [Fact]
    public void Hours_by_the_clock_overlap_when_any_moment_is_in_both() => Always.HoldsFor(random =>
    {
        var (a, b) = (AnyHours(random), AnyHours(random));
        var expected = a.From >= a.To || b.From >= b.To
            || Enumerable.Range(0, 96).Select(i => LocalTime.FromMinutesSinceMidnight(15 * i))
                .Any(at => a.From <= at && at < a.To && b.From <= at && at < b.To);
        Assert.Equal(expected, a.MayOverlap(b));
    });

    [Theory]
    [InlineData(30, 0, 0, 10, 0, 0, 10, 0, 0)] // the moved hours forgive lateness
    [InlineData(30, 0, 5, 0, 20, 9, 20, 0, 5)] // leaving before they are done is told as lateness
    [InlineData(30, 15, 5, 0, 40, 2, 25, 15, 2)]
    [InlineData(10, 40, 0, 30, 5, 0, 10, 5, 0)]
    public void By_hours_that_a_reward_moves_no_minute_is_more(
        int late, int early, int away, int movedLate, int movedEarly, int movedAway, int l, int e, int a)
    {
        var better = new DayTiming(late, early, away, []).OrBetter(new DayTiming(movedLate, movedEarly, movedAway, []));
        Assert.Equal((l, e, a), (better.Late, better.Early!.Value, better.Away));
    }

    [Fact]
    public void What_took_minutes_off_is_told_of_the_reading_that_counts()
    {
        var (ours, moved) = (new DayFinding(DayReason.NoLeaving), new DayFinding(DayReason.MidDayMissing));
        var own = new DayTiming(30, 0, 0, [ours]);
        Assert.Equal([moved], own.OrBetter(new DayTiming(10, 0, 0, [moved])).Forgiven);
        Assert.Equal([ours], own.OrBetter(new DayTiming(30, 0, 0, [moved])).Forgiven);
        Assert.Equal([ours], own.OrBetter(new DayTiming(40, 0, 0, [moved])).Forgiven);
        Assert.Equal(5, new DayTiming(30, null, 0, []).OrBetter(new DayTiming(0, 5, 0, [])).Late);
    }

    [Fact]
    public void An_outage_is_about_its_units_or_about_everybody()
    {
        var all = new OutageWindow(Some.Client(), [], Some.Morning, Some.Morning, "Listrik padam.");
        Assert.True(all.HoldsFor(Some.Employee()));
        Assert.True((all with { Units = [Some.Employee().UnitId] }).HoldsFor(Some.Employee()));
        Assert.False((all with { Units = [UnitId.Parse("lain").Value] }).HoldsFor(Some.Employee()));
    }

    private static DayPart AnyHours(Random random)
    {
        var from = random.Next(96);
        return DayPart.Of(
            LocalTime.FromMinutesSinceMidnight(15 * from),
            LocalTime.FromMinutesSinceMidnight(15 * ((from + random.Next(1, 96)) % 96)));
    }

    private static DayPart Hours(int from, int to) => DayPart.Of(new LocalTime(from, 0), new LocalTime(to, 0));
}
