using Kinerja.Application.Presence.CheckIns;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Presence.CheckIns;
using Kinerja.Domain.Reports;
using NodaTime;

namespace Kinerja.Application.Tests.Reports;

/// <summary>
/// Six people of one unit check in at the office, an hour after the unit's hours begin; the clock stands two hours
/// later.
/// </summary>
public sealed class ReadReportsTests
{
    private static readonly YearMonth Month = new(2026, 2);

    /// <summary>Wednesday 4 February, 08:30 in Jakarta.</summary>
    private static readonly Instant Late = Some.Morning + Duration.FromHours(1);

    private readonly World _world = new(Late);

    [Fact]
    public async Task Days_of_a_month_that_goes_on_are_counted_today_with_them()
    {
        await SixComeLateAsync();
        var line = Assert.Single((await FlexibleAsync(Month)).Value);
        Assert.Equal(
            (Some.UnitId, 7, 6, 0, 360),
            (line.UnitId, line.People, line.Office.Days, line.Office.OnTimeDays, line.Office.LateMinutes));
        Assert.Equal(default, line.Flexible);
    }

    [Fact]
    public async Task Bug_what_forgives_in_everybodys_month_forgives_in_the_report()
    {
        await SixComeLateAsync();
        var outage = new OutageWindow(Some.Client("gangguan-0001"), [], Some.Morning, Late, "Server penuh.");
        await _world.DeclareOutage.ExecuteAsync(Some.Actor, outage, null, default);
        var office = Assert.Single((await FlexibleAsync(Month)).Value).Office;
        Assert.Equal((6, 6, 0), (office.Days, office.OnTimeDays, office.LateMinutes));
    }

    [Fact]
    public async Task A_month_that_is_over_reads_the_same_from_the_store_as_folded_afresh()
    {
        await SixComeLateAsync();
        _world.Clock.MoveTo(Some.At("2026-03-03T03:00:00Z"));
        var folded = (await FlexibleAsync(Month)).Value;
        await _world.CloseDaysAsync();
        Assert.Equal(folded, (await FlexibleAsync(Month)).Value);
        Assert.Equal(6, folded[0].Office.Days);
    }

    [Fact]
    public async Task People_who_left_do_not_make_a_small_unit_large()
    {
        await SixComeLateAsync();
        foreach (var id in new[] { "peg-0001", "peg-9001", "peg-9002" })
        {
            _world.Add(Some.Employee(id) with { Active = false });
        }

        Assert.Empty((await FlexibleAsync(Month)).Value);
    }

    /// <summary>The last month of the calendar has no day after it.</summary>
    [Theory]
    [InlineData(2026, 3)]
    [InlineData(9999, 12)]
    public async Task A_month_to_come_has_its_units_and_no_days(int year, int month)
    {
        await SixComeLateAsync();
        var line = Assert.Single((await FlexibleAsync(new YearMonth(year, month))).Value);
        Assert.Equal((7, default(ModeFigures)), (line.People, line.Office));
    }

    [Fact]
    public async Task An_office_is_as_full_as_there_were_heads_and_one_that_stood_empty_has_its_line()
    {
        await SixComeLateAsync();
        var twice = Some.Claim("again-0001", Late + Duration.FromMinutes(5), "peg-9001");
        Assert.Null((await RecordAsync(twice)).Refusal);
        var empty = Some.Fence() with
        {
            Id = GeofenceId.Parse("lantai-3").Value,
            Area = Some.Box(107, -7, 107.001, -6.999),
            CapacityPeople = 40
        };
        _world.Geofences.Current[(Some.AgencyId, empty.Id)] = empty;
        _world.AgencyDirectory.Invalidate(Some.AgencyId);

        var lines = (await _world.ReadReports.OccupancyAsync(Some.AgencyId, Month, default)).Value;

        var wednesday = lines.Single(l => l.FenceId == Some.FenceId && l.Weekday == IsoDayOfWeek.Wednesday);
        Assert.Equal((6, 1.5m, 4), (wednesday.MostPeople, wednesday.AveragePeople, wednesday.Days));
        Assert.All(
            lines.Where(l => l.FenceId == empty.Id),
            l => Assert.Equal((0, 0m, 0m), (l.MostPeople, l.AveragePeople, l.MostPercent)));
    }

    [Fact]
    public async Task An_unknown_agency_has_no_reports()
    {
        Refused.Is(
            RefusalCodes.UnknownAgency, await _world.ReadReports.FlexibleAsync(Some.OtherAgencyId, Month, default));
        Refused.Is(
            RefusalCodes.UnknownAgency, await _world.ReadReports.OccupancyAsync(Some.OtherAgencyId, Month, default));
    }

    private async Task SixComeLateAsync()
    {
        for (var i = 1; i <= 6; i++)
        {
            _world.Add(Some.Employee($"peg-9{i:D3}"));
            Assert.Null((await RecordAsync(Some.Claim($"late-{i:D4}", Late, $"peg-9{i:D3}"))).Refusal);
        }

        _world.Workforce.Employees.Remove((Some.AgencyId, Some.Person("peg-head")));
    }

    private Task<Result<RecordedCheckIn>> RecordAsync(SubmittedCheckIn claim) =>
        _world.RecordCheckIn.ExecuteAsync(Some.Actor, claim, default);

    private Task<Result<IReadOnlyList<UnitFigures>>> FlexibleAsync(YearMonth month) =>
        _world.ReadReports.FlexibleAsync(Some.AgencyId, month, default);
}
