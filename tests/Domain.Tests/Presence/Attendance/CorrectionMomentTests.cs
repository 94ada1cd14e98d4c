using Kinerja.Domain.Calendars;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Domain.Tests.Presence.Attendance;

/// <summary>
/// Of which day a correction is that names a moment: hours from 07:30 to 16:00 in Jakarta, none on Sundays.
/// </summary>
public sealed class CorrectionMomentTests
{
    [Theory]
    [InlineData("2026-04-01T00:25:00Z", null, "2026-04-01 07:25:00")]
    [InlineData("2026-04-01T00:25:00Z", "2026-04-01", "2026-04-01 07:25:00")]
    [InlineData("2026-04-01T00:25:00Z", "2026-04-02", null)]
    [InlineData("2026-04-01T00:25:00Z", "2026-03-31", null)]
    [InlineData("2026-03-31T23:50:00Z", null, "2026-04-01 06:50:00")]
    [InlineData("2026-04-05T02:00:00Z", null, "2026-04-05 09:00:00")]
    [InlineData("2026-04-05T02:00:00Z", "2026-04-05", "2026-04-05 09:00:00")]
    [InlineData("2026-04-05T02:00:00Z", "2026-04-12", null)]
    [InlineData("2026-03-31T17:30:00Z", "2026-04-01", null)] // half past midnight of that date
    public void It_is_of_the_shift_within_whose_margins_it_lies(string at, string? date, string? expected)
    {
        var claim = new CorrectionCommand(
            Some.Client("koreksi-0001"), Some.AgencyId, Some.Person(),
            date is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value,
            CorrectionKind.Arrival, null, "Ponsel rusak.", null, Some.Person())
        {
            At = Some.At(at),
        };
        var moment = CorrectionMoment.Of(claim, Some.Timeline(Some.Employee()), Some.Rules());
        Assert.Equal(
            expected,
            moment.TryGet(out var found, out var refusal) ? $"{found.Date:uuuu-MM-dd} {found.Time:HH:mm:ss}" : null);
        Assert.Equal(expected is null ? ["/at"] : [], (refusal?.Faults ?? []).Select(fault => fault.Pointer));
    }

    /// <summary>
    /// Nights from 22:00 to 06:00 on every date, of which several take a moment: the start decides of an arrival, the
    /// end of a leaving.
    /// </summary>
    [Theory]
    [InlineData(CorrectionKind.Leaving, "2026-04-02T05:00", "2026-04-01")]
    [InlineData(CorrectionKind.Leaving, "2026-04-02T07:00", "2026-04-01")]
    [InlineData(CorrectionKind.Arrival, "2026-04-02T21:50", "2026-04-02")]
    [InlineData(CorrectionKind.Arrival, "2026-04-02T00:30", "2026-04-01")]
    [InlineData(CorrectionKind.Leaving, "2026-04-02T20:00", "2026-04-02")]
    [InlineData(CorrectionKind.Leaving, "2026-04-02T12:00", "2026-04-01")]
    [InlineData(CorrectionKind.Arrival, "2026-04-02T12:00", "2026-04-02")]
    public void Of_several_shifts_that_take_it_the_nearest_has_it(CorrectionKind kind, string wall, string date)
    {
        var claim = Claim(kind, LocalDateTime.FromDateTime(DateTime.Parse(wall, null)).InZoneStrictly(Some.Wib));
        var moment = CorrectionMoment.Of(
            claim, Some.Timeline(Some.Employee()), Some.Rules(DayPlanTests.Nightly(new ShiftMargins(720, 1440, 30))));
        Assert.Equal(date, $"{moment.Value.Date:uuuu-MM-dd}");
    }

    /// <summary>Who moves to Jayapura on 2 April is there on that date, whatever date it is in Greenwich.</summary>
    [Fact]
    public void The_clock_is_that_of_the_place_where_the_person_is_on_the_date_that_is_named()
    {
        var papua = UnitId.Parse("papua").Value;
        var moved = new Employment(
            new History<Employee>(
            [
                new(History<Employee>.Beginning, Some.Employee()), new(new(2026, 4, 2), Some.Employee(unit: "papua")),
            ]),
            null, null);
        var person = new PersonTimeline(
            moved,
            new Dictionary<UnitId, History<OrganisationUnit>>
            {
                [Some.UnitId] = History<OrganisationUnit>.Always(Some.Unit()),
                [papua] = History<OrganisationUnit>.Always(Some.Unit(Some.Wit) with { Id = papua }),
            },
            History<Employee>.Beginning);
        var claim = Claim(CorrectionKind.Arrival, Some.At("2026-04-01T20:00:00Z").InZone(Some.Wib)) with
        {
            Date = new LocalDate(2026, 4, 2),
        };
        Assert.Equal(new LocalTime(5, 0), CorrectionMoment.Of(claim, person, Some.Rules()).Value.Time);
    }

    private static CorrectionCommand Claim(CorrectionKind kind, ZonedDateTime at) => new(
        Some.Client("koreksi-0001"), Some.AgencyId, Some.Person(), null, kind, null, "Ponsel rusak.", null,
        Some.Person())
    {
        At = at.ToInstant(),
    };
}
