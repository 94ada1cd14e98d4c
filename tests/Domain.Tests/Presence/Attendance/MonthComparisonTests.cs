using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Domain.Tests.Presence.Attendance;

/// <summary>A month under the rules in force beside the same month under others.</summary>
public sealed class MonthComparisonTests
{
    private static readonly LocalDate First = new(2026, 4, 1);
    private static readonly DeductionScheme Agriculture = ShippedSchemes.Agriculture;

    [Fact]
    public void Alike_are_months_with_other_versions_and_findings()
    {
        var other = Month(Late(5) with { HoursVersion = "another", Findings = [new(DayReason.NoLeaving)] }, Late(0));
        Assert.Null(MonthComparison.Of(Month(Late(5), Late(0)), null, other, null));
        Assert.Null(MonthComparison.Of(Month(Late(0)), Agriculture, Month(Late(0)), Agriculture));
        Assert.Null(MonthComparison.Of(Month(Late(45)), Agriculture, Month(Late(45)), Agriculture));
    }

    [Fact]
    public void A_first_scheme_is_seen_by_whoever_loses_by_it_alone()
    {
        Assert.Null(MonthComparison.Of(Month(Late(0)), null, Month(Late(0)), Agriculture));
        var change = MonthComparison.Of(Month(Late(0), Late(45)), null, Month(Late(0), Late(45)), Agriculture)!;
        Assert.Equal((null, new DeductionSums(1, 0, 0)), (change.Before, change.After!.Value));
        var day = Assert.Single(change.Days);
        Assert.Equal((First.PlusDays(1), 45), (day.Date, day.After.LateMinutes));
        Assert.Equal((null, new DeductionSums(1, 0, 0)), (day.Before.Deducted, day.After.Deducted!.Value));
    }

    [Fact]
    public void A_day_that_comes_out_otherwise_is_named_though_nothing_is_deducted()
    {
        var absent = Late(0) with { Status = DayStatus.NoRecord, LateMinutes = null };
        var change = MonthComparison.Of(Month(Late(0), Late(0)), null, Month(Late(0), absent), null)!;
        Assert.Equal(
            (DayStatus.Present, DayStatus.NoRecord),
            (Assert.Single(change.Days).Before.Status, change.Days[0].After.Status));
        Assert.Null(change.Before);
        Assert.Null(change.After);
    }

    [Fact]
    public void Where_only_a_cap_moved_the_sums_differ_and_no_day()
    {
        var month = Month(Late(91) with { EarlyMinutes = 91 });
        var uncapped = ShippedSchemes.DayCapped with { DayCap = null };
        var change = MonthComparison.Of(month, ShippedSchemes.DayCapped, month, uncapped)!;
        Assert.Empty(change.Days);
        Assert.Equal((2.5m, 5m), (change.Before!.Value.PercentOfMonth, change.After!.Value.PercentOfMonth));
    }

    [Fact]
    public void Sums_of_different_units_are_never_added() => Assert.Equal(
        new DeductionSums(3, 50, 700),
        DeductionSums.Of([
            Line(1, DeductionUnit.PercentOfMonth), Line(2, DeductionUnit.PercentOfMonth),
            Line(20, DeductionUnit.PercentOfDay), Line(30, DeductionUnit.PercentOfDay),
            Line(300, DeductionUnit.Rupiah), Line(400, DeductionUnit.Rupiah)]));

    private static DeductionLine Line(decimal amount, DeductionUnit unit) =>
        new(First, "late", DeductionEvent.Late, 5, amount, unit);

    private static AttendanceMonth Month(params AttendanceDay[] days) => new(
        Some.Person(), First.ToYearMonth(), [.. days.Select((day, i) => day with { Date = First.PlusDays(i) })], "c");

    private static AttendanceDay Late(int minutes) => new(
        First, DayStatus.Present, WorkMode.Office, GeofenceKind.Office, null, null, minutes, 0, 0, false, [], "h");
}
