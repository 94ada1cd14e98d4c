using System.Text.Json;
using Kinerja.Application.Policies;
using Kinerja.Application.Workforce;
using Kinerja.Domain.Geofencing;
using NodaTime;

namespace Kinerja.Application.Tests.Geofencing;

/// <summary>Which days close a fence that is not in force on holidays: those of the agency's calendar.</summary>
public sealed class FenceHolidaysTests
{
    private readonly World _world = new();

    public FenceHolidaysTests() => _world.Geofences.Current[(Some.AgencyId, Some.FenceId)] =
        Some.Fence() with { Hours = FenceHours.Always with { Holidays = HolidayRule.NotInForce } };

    [Fact]
    public async Task A_day_off_that_the_agency_declares_closes_the_fence_from_the_next_check_in_on()
    {
        Assert.Equal(Placement.Inside, await CheckInAsync("checkin-0001"));
        await PutCalendarAsync("2026-02-04");
        _world.Clock.Advance(Duration.FromMinutes(1));
        Assert.NotEqual(Placement.Inside, await CheckInAsync("checkin-0002"));
    }

    [Fact]
    public async Task A_shipped_holiday_that_the_agencys_calendar_leaves_out_stays_a_holiday()
    {
        // Chinese New Year, 17 February.
        _world.Clock.MoveTo(Some.At("2026-02-17T00:30:00Z"));
        Assert.NotEqual(Placement.Inside, await CheckInAsync("checkin-0001"));
        await PutCalendarAsync("2026-02-04");
        _world.Clock.Advance(Duration.FromMinutes(1));
        Assert.NotEqual(Placement.Inside, await CheckInAsync("checkin-0002"));
    }

    [Fact]
    public async Task Another_instances_calendar_leads_to_a_new_map_within_the_lifetime()
    {
        var before = await _world.AgencyDirectory.MapOfAsync(Some.AgencyId, default);
        var elsewhere = new AgencyDirectory(
            _world.Agencies, _world.Workforce, _world.Geofences, _world.Policies, _world.Shipped, _world.Clock);
        await PutCalendarAsync(
            "2026-02-04",
            new PublishPolicy(
                _world.Policies, _world.Shipped, elsewhere, _world.Agencies, _world.Dirty, _world.Clock));
        _world.Clock.Advance(Duration.FromSeconds(30));

        var after = await _world.AgencyDirectory.MapOfAsync(Some.AgencyId, default);

        Assert.NotSame(before, after);
        Assert.Equal(FenceExclusion.Holiday, after.WhyNotInForce(after.Find(Some.FenceId)!, Some.Morning));
    }

    private async Task PutCalendarAsync(string dayOff, PublishPolicy? publish = null)
    {
        var body = JsonDocument.Parse($$"""
            {"basis":"SKB contoh","daysOff":[{"date":"{{dayOff}}","name":"Hari jadi","kind":"publicHoliday"}]}
            """).RootElement;
        var put = await (publish ?? _world.PublishPolicy).ExecuteAsync(
            Some.Actor, PolicyKinds.Calendar, new LocalDate(2026, 1, 1), null, body, default);
        Assert.Null(put.Refusal);
    }

    private async Task<Placement> CheckInAsync(string id) =>
        (await _world.RecordCheckIn.ExecuteAsync(
            Some.Actor, Some.Claim(id, _world.Clock.Now()), default)).Value.CheckIn.Verdict.Placement;
}
