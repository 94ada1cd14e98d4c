using Kinerja.Application.Geofencing;
using Kinerja.Domain;
using Kinerja.Domain.Geofencing;

namespace Kinerja.Application.Tests.Geofencing;

public sealed class GeofenceStepTests
{
    private readonly World _world = new();

    [Fact]
    public async Task A_change_is_a_new_version_and_the_old_one_stays()
    {
        Assert.Equal(2, (await PutAsync("Baru")).Value.Fence.Version);
        Assert.Equal("Kantor Pusat", _world.Geofences.Versions[(Some.AgencyId, Some.FenceId, 1)].Name);
        Assert.Equal("Baru", (await FindAsync()).Value.Name);
    }

    [Fact]
    public async Task A_repeated_PUT_adds_no_version()
    {
        Assert.True((await PutAsync("Baru")).Value.IsNewVersion);
        var again = (await PutAsync("Baru")).Value;
        Assert.Equal((2, false), (again.Fence.Version, again.IsNewVersion));
        Assert.Equal(2, _world.Geofences.Versions.Count);
    }

    [Fact]
    public async Task A_repeat_whose_first_answer_was_lost_is_no_stale_one()
    {
        await PutAsync("Baru", expected: 1);
        Assert.Equal(2, (await PutAsync("Baru", expected: 1)).Value.Fence.Version);
    }

    [Fact]
    public async Task A_change_of_hours_or_capacity_alone_is_a_change()
    {
        await PutAsync("Baru");
        var hours = FenceHours.Always with { Holidays = HolidayRule.NotInForce };
        Assert.Equal(
            3, (await PutFenceAsync(v => Some.Fence(v, name: "Baru") with { Hours = hours })).Value.Fence.Version);
        Assert.Equal(
            4, (await PutFenceAsync(v => Some.Fence(v, name: "Baru") with { CapacityPeople = 9 })).Value.Fence.Version);
    }

    [Fact]
    public async Task Every_version_is_readable_by_number_and_listed()
    {
        await PutAsync("Baru");
        await PutAsync("Lagi");
        await WithdrawAsync();
        var second = await _world.ReadGeofences.FindVersionAsync(Some.AgencyId, Some.FenceId, 2, default);
        Assert.Equal("Baru", second.Value.Name);
        var versions = (await _world.ReadGeofences.ListVersionsAsync(Some.AgencyId, Some.FenceId, default)).Value;
        Assert.Equal([(1, "Kantor Pusat"), (2, "Baru"), (3, "Lagi")], versions.Select(v => (v.Version, v.Name)));
        Assert.Equal(Some.Morning, versions[2].WrittenAt);
    }

    [Fact]
    public async Task A_version_that_never_was_is_unknown()
    {
        Refused.Is(
            RefusalCodes.UnknownGeofence,
            await _world.ReadGeofences.FindVersionAsync(Some.AgencyId, Some.FenceId, 2, default));
        Refused.Is(
            RefusalCodes.UnknownGeofence,
            await _world.ReadGeofences.ListVersionsAsync(Some.AgencyId, GeofenceId.Parse("gudang").Value, default));
    }

    [Fact]
    public async Task Only_fences_in_force_are_listed()
    {
        Assert.Single((await _world.ReadGeofences.ListAsync(Some.AgencyId, default)).Value);
        await WithdrawAsync();
        Assert.Empty((await _world.ReadGeofences.ListAsync(Some.AgencyId, default)).Value);
    }

    [Fact]
    public async Task A_change_of_the_area_alone_is_a_change()
    {
        var moved = await _world.PublishGeofence.ExecuteAsync(
            Some.Actor, Some.FenceId, null, Some.Draft(v => Some.Fence(v, Some.Box(106, -7, 107, -6))), default);
        Assert.Equal(2, moved.Value.Fence.Version);
    }

    [Fact]
    public async Task A_change_of_the_people_alone_is_a_change()
    {
        var scope = new GeofenceScope([], [Some.Person()]);
        var changed = await _world.PublishGeofence.ExecuteAsync(
            Some.Actor, Some.FenceId, null, Some.Draft(v => Some.Fence(v) with { Scope = scope }), default);
        Assert.Equal(2, changed.Value.Fence.Version);
    }

    [Fact]
    public async Task If_Match_must_name_the_current_version()
    {
        Refused.Is(RefusalCodes.StaleVersion, await PutAsync("Baru", expected: 2));
        Assert.Equal(2, (await PutAsync("Baru", expected: 1)).Value.Fence.Version);
        Refused.Is(RefusalCodes.StaleVersion, await PutAsync("Lagi", expected: 1));
    }

    [Fact]
    public async Task If_Match_on_a_fence_not_in_force_is_stale()
    {
        var id = GeofenceId.Parse("gudang").Value;
        var put = await _world.PublishGeofence.ExecuteAsync(
            Some.Actor, id, Some.Standing(1), Some.Draft(v => Some.Fence(v) with { Id = id }), default);
        Assert.Equal(RefusalKind.Stale, Refused.Is(RefusalCodes.StaleVersion, put).Kind);
    }

    [Fact]
    public async Task Of_two_writers_at_once_one_is_told_to_read_again()
    {
        _world.Geofences.FasterWriter =
            () => _world.Geofences.Versions[(Some.AgencyId, Some.FenceId, 2)] = Some.Fence(2, name: "Cepat");
        Refused.Is(RefusalCodes.StaleVersion, await PutAsync("Lambat"));
    }

    [Fact]
    public async Task A_withdrawn_fence_is_not_in_force_and_goes_on_counting()
    {
        Assert.Equal(1, (await WithdrawAsync()).Value.Version);
        Refused.Is(RefusalCodes.UnknownGeofence, await FindAsync());
        Assert.Equal(2, (await PutAsync("Kantor Pusat")).Value.Fence.Version);
    }

    [Fact]
    public async Task Withdrawing_what_is_not_in_force_finds_nothing()
    {
        await WithdrawAsync();
        Assert.Equal(RefusalKind.NotFound, Refused.Is(RefusalCodes.UnknownGeofence, await WithdrawAsync()).Kind);
    }

    [Fact]
    public async Task Withdrawing_needs_the_current_version_too()
    {
        Refused.Is(RefusalCodes.StaleVersion, await WithdrawAsync(expected: 7));
        Assert.Equal(1, (await FindAsync()).Value.Version);
    }

    [Fact]
    public async Task Withdrawing_what_somebody_just_changed_is_stale()
    {
        _world.Geofences.FasterWriter =
            () => _world.Geofences.Current[(Some.AgencyId, Some.FenceId)] = Some.Fence(2, name: "Cepat");
        Refused.Is(RefusalCodes.StaleVersion, await WithdrawAsync());
        Assert.Equal(2, (await FindAsync()).Value.Version);
    }

    [Fact]
    public async Task An_unreadable_fence_is_refused_and_nothing_is_written()
    {
        var put = await _world.PublishGeofence.ExecuteAsync(
            Some.Actor, Some.FenceId, null, Some.Draft(_ => Refusal.Malformed("/geometry", "No.")), default);
        Refused.At(put, "/geometry");
        Assert.Single(_world.Geofences.Versions);
    }

    [Fact]
    public async Task An_unknown_agency_has_no_fences() => Refused.Is(
        RefusalCodes.UnknownAgency,
        await _world.PublishGeofence.ExecuteAsync(
            Some.ActorOf(Some.OtherAgencyId), Some.FenceId, null, Some.Draft(v => Some.Fence(v)), default));

    private Task<Result<KeptFence>> PutAsync(string name, int? expected = null) =>
        PutFenceAsync(v => Some.Fence(v, name: name), expected);

    private Task<Result<KeptFence>> PutFenceAsync(Func<int, Result<Geofence>> read, int? expected = null) =>
        _world.PublishGeofence.ExecuteAsync(
            Some.Actor, Some.FenceId, Some.Standing(expected), Some.Draft(read), default);

    private Task<Result<Geofence>> FindAsync() => _world.ReadGeofences.FindAsync(Some.AgencyId, Some.FenceId, default);

    private Task<Result<StandingFence>> WithdrawAsync(int? expected = null) =>
        _world.WithdrawGeofence.ExecuteAsync(Some.Actor, Some.FenceId, Some.Standing(expected), default);
}
