using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Domain.Tests.Presence.Attendance;

/// <summary>
/// The UTC trap: 07:30 in Makassar and Jayapura is the day before in UTC. Date and lateness come from the site's zone.
/// </summary>
public sealed class WorkDateTests
{
    private static readonly LocalDate Day = new(2026, 4, 1);

    [Theory]
    [InlineData("Asia/Jakarta", "2026-04-01T00:30:00Z")]
    [InlineData("Asia/Pontianak", "2026-04-01T00:30:00Z")]
    [InlineData("Asia/Makassar", "2026-03-31T23:30:00Z")]
    [InlineData("Asia/Jayapura", "2026-03-31T22:30:00Z")]
    public void Half_past_seven_is_the_same_work_date_and_not_late_in_every_zone(string zone, string utc)
    {
        var checkIn = Judge(Some.At(utc), fenceZone: zone, unitZone: zone);
        Assert.Equal(Day, checkIn.WorkDate);
        Assert.Equal(new LocalTime(7, 30), checkIn.WallTime);
        var month = new YearMonth(2026, 4);
        var day = Some.Fold(month, [checkIn]).Days[0];
        Assert.Equal((Day, DayStatus.Present, 0), (day.Date, day.Status, day.LateMinutes));
    }

    [Fact]
    public void A_traveller_is_judged_by_the_zone_of_the_fence_and_not_of_the_unit()
    {
        var checkIn = Judge(Some.At("2026-03-31T22:30:00Z"), fenceZone: "Asia/Jayapura", unitZone: "Asia/Jakarta");
        Assert.Equal((Day, new LocalTime(7, 30)), (checkIn.WorkDate, checkIn.WallTime));
    }

    [Fact]
    public void Outside_every_fence_the_units_zone_counts()
    {
        var checkIn = Judge(
            Some.At("2026-03-31T15:30:00Z"), "Asia/Jayapura", "Asia/Jakarta", Some.FarFromTheOffice);
        Assert.Equal((Day.PlusDays(-1), Some.Wib), (checkIn.WorkDate, checkIn.Zone));
    }

    [Fact]
    public void An_uncertain_fix_is_dated_by_the_zone_of_its_fence()
    {
        var checkIn = Judge(
            Some.At("2026-03-31T15:30:00Z"), "Asia/Jayapura", "Asia/Jakarta", Some.Fix(-6.23, 106.816, 5_000));
        Assert.Equal((Placement.Uncertain, Day), (checkIn.Verdict.Placement, checkIn.WorkDate));
    }

    private static CheckIn Judge(Instant at, string fenceZone, string unitZone, Position? position = null) =>
        CheckInRules.Judge(
            Some.Claim(at, position: position),
            Some.Employee(),
            Some.Unit(DateTimeZoneProviders.Tzdb[unitZone]),
            new GeofenceMap([Some.Fence(zone: DateTimeZoneProviders.Tzdb[fenceZone])]),
            CheckInPolicy.Default,
            at).Value;
}
