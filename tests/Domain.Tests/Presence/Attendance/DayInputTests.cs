using Kinerja.Domain.Presence.Attendance;
using NodaTime;

namespace Kinerja.Domain.Tests.Presence.Attendance;

/// <summary>Leave as imported and outage windows as declared: which months they touch, and what is the same.</summary>
public sealed class DayInputTests
{
    private static readonly LeaveEntry Entry = new(
        new Leave(Some.Person(), LeaveKind.Leave, new(2026, 1, 30), new(2026, 2, 3), "800/1"), false, Some.Morning);

    [Fact]
    public void Leave_touches_the_months_of_its_days_and_not_that_of_its_end()
    {
        Assert.Equal([new YearMonth(2026, 1), new YearMonth(2026, 2)], Entry.Months());
        Assert.Equal(
            [new YearMonth(2026, 1)], (Entry with { Leave = Entry.Leave with { To = new(2026, 2, 1) } }).Months());
        Assert.Equal(
            [new YearMonth(2025, 12), new YearMonth(2026, 1)],
            (Entry with { Leave = Entry.Leave with { From = new(2025, 12, 31), To = new(2026, 1, 2) } }).Months());
    }

    [Fact]
    public void The_same_person_reference_and_first_day_are_the_same_leave()
    {
        Assert.True(
            Entry.IsSameLeave(Entry with { Leave = Entry.Leave with { Kind = LeaveKind.Sick, To = new(2026, 5, 1) } }));
        Assert.False(Entry.IsSameLeave(Entry with { Leave = Entry.Leave with { From = new(2026, 1, 29) } }));
        Assert.False(Entry.IsSameLeave(Entry with { Leave = Entry.Leave with { Reference = "800/2" } }));
    }

    [Theory]
    [InlineData("2026-02-02", "2026-02-05", true)]
    [InlineData("2026-02-03", "2026-02-05", false)]
    [InlineData("2026-01-01", "2026-01-30", false)]
    [InlineData("2026-01-01", "2026-01-31", true)]
    public void Two_leaves_overlap_when_they_have_a_day_in_common(string from, string to, bool overlap)
    {
        var other = Entry with { Leave = Entry.Leave with { From = Day(from), To = Day(to), Reference = "800/2" } };
        Assert.Equal((overlap, overlap), (Entry.Overlaps(other), other.Overlaps(Entry)));
        Assert.False(Entry.Overlaps(other with { Cancelled = true }));
        Assert.False((Entry with { Cancelled = true }).Overlaps(other));
    }

    [Fact]
    public void The_same_leave_handed_over_again_overlaps_with_nothing() => Assert.False(Entry.Overlaps(Entry));

    [Theory]
    [InlineData("2026-01-29", false)]
    [InlineData("2026-01-30", true)]
    [InlineData("2026-02-02", true)]
    [InlineData("2026-02-03", false)]
    public void Leave_covers_its_first_day_and_not_its_end(string date, bool covered) =>
        Assert.Equal(covered, Entry.Leave.Covers(Day(date)));

    [Fact]
    public void An_outage_touches_the_months_of_any_zone_and_none_to_come()
    {
        var notice = Outage("2026-01-31T16:00:00Z", "2026-01-31T18:00:00Z");
        Assert.Equal(
            [new YearMonth(2026, 1), new YearMonth(2026, 2)], notice.MonthsUntil(Some.At("2026-03-01T00:00:00Z")));
        Assert.Equal([new YearMonth(2026, 1)], notice.MonthsUntil(Some.At("2026-01-30T00:00:00Z")));
        Assert.Empty(notice.MonthsUntil(Some.At("2025-12-30T00:00:00Z")));
    }

    [Fact]
    public void Another_end_other_units_or_a_withdrawal_is_another_version()
    {
        var notice = Outage("2026-01-05T00:00:00Z", "2026-01-05T01:00:00Z");
        Assert.True(notice.SaysTheSameAs(Outage("2026-01-05T00:00:00Z", "2026-01-05T01:00:00Z") with { Version = 7 }));
        Assert.False(notice.SaysTheSameAs(notice with { Withdrawn = true }));
        Assert.False(notice.SaysTheSameAs(notice with { Window = notice.Window with { Units = [Some.UnitId] } }));
        Assert.False(notice.SaysTheSameAs(Outage("2026-01-05T00:00:00Z", "2026-01-05T01:00:01Z")));
    }

    private static OutageNotice Outage(string from, string to) => new(
        Some.AgencyId, 1, new OutageWindow(Some.Client("gangguan-1"), [], Some.At(from), Some.At(to), "Server penuh."),
        false, Some.Morning);

    private static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
