using Kinerja.Application.Tables;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Tests.Workforce;

public sealed class AgencyDirectoryTests
{
    private readonly World _world = new();

    [Fact]
    public async Task What_was_read_is_remembered_for_half_a_minute()
    {
        await FindAsync("peg-0001");
        _world.Workforce.Employees.Clear();
        _world.Clock.Advance(Duration.FromSeconds(29.9));
        Assert.NotNull(await FindAsync("peg-0001"));
        _world.Clock.Advance(Duration.FromSeconds(0.1));
        Assert.Null(await FindAsync("peg-0001"));
    }

    [Fact]
    public async Task That_somebody_is_unknown_is_not_remembered()
    {
        Assert.Null(await FindAsync("peg-0009"));
        _world.Add(Some.Employee("peg-0009"));
        Assert.NotNull(await FindAsync("peg-0009"));
    }

    [Fact]
    public async Task Equal_ids_of_different_things_are_kept_apart()
    {
        _world.Workforce.Add(Some.AgencyId, Some.Unit() with { Id = UnitId.Parse("peg-0001").Value });
        Assert.NotNull(await FindAsync("peg-0001"));
        Assert.NotNull(
            await _world.AgencyDirectory.FindUnitAsync(Some.AgencyId, UnitId.Parse("peg-0001").Value, default));
    }

    [Fact]
    public async Task A_written_employee_counts_at_once()
    {
        await FindAsync("peg-0001");
        await _world.Upsert.PutEmployeesAsync(
            Some.Actor, [new(Some.Employee() with { Active = false }, null)], default);
        Assert.False((await FindAsync("peg-0001"))!.Active);
    }

    [Fact]
    public async Task A_written_unit_counts_at_once()
    {
        await _world.AgencyDirectory.FindUnitAsync(Some.AgencyId, Some.UnitId, default);
        await _world.Upsert.PutUnitsAsync(Some.Actor, [Some.Unit() with { Name = "Biro Baru" }], default);
        Assert.Equal(
            "Biro Baru", (await _world.AgencyDirectory.FindUnitAsync(Some.AgencyId, Some.UnitId, default))!.Name);
    }

    [Fact]
    public async Task A_written_fence_counts_at_once()
    {
        await _world.AgencyDirectory.MapOfAsync(Some.AgencyId, default);
        await _world.PublishGeofence.ExecuteAsync(
            Some.Actor, Some.FenceId, null, Some.Draft(v => Some.Fence(v, name: "Baru")), default);
        Assert.Equal(2, (await _world.AgencyDirectory.MapOfAsync(Some.AgencyId, default)).Find(Some.FenceId)!.Version);
        await _world.WithdrawGeofence.ExecuteAsync(Some.Actor, Some.FenceId, null, default);
        Assert.Null((await _world.AgencyDirectory.MapOfAsync(Some.AgencyId, default)).Find(Some.FenceId));
    }

    [Fact]
    public async Task A_written_agency_counts_at_once_and_keeps_its_first_day()
    {
        var joined = await _world.RegisterAgency.PutAsync(Some.Actor, Some.Agency(), null, default);
        await _world.AgencyDirectory.FindAgencyAsync(Some.AgencyId, default);
        _world.Clock.Advance(Duration.FromDays(200));
        await _world.RegisterAgency.PutAsync(Some.Actor, Some.Agency() with { Name = "Baru" }, null, default);
        var found = (await _world.AgencyDirectory.FindAgencyAsync(Some.AgencyId, default))!;
        Assert.Equal(("Baru", joined.BeganOn), (found.Name, found.BeganOn));
    }

    [Fact]
    public async Task A_new_agency_has_the_periods_that_end_after_its_first_day_in_its_zone()
    {
        _world.Clock.MoveTo(Some.At("2026-03-31T16:00:00Z"));
        var east = await _world.RegisterAgency.PutAsync(
            Some.ActorOf(Some.OtherAgencyId), new(Some.OtherAgencyId, "BKN", Some.Wit), null, default);
        Assert.Equal(
            [false, true, false, true, true],
            new[] { "2026-Q1", "2026-Q2", "2026-03", "2026-04", "2026" }
                .Select(period => east.Has(AppraisalPeriod.Parse(period).Value)));
    }

    [Fact]
    public async Task A_read_that_began_before_a_write_does_not_outlive_it()
    {
        var slow = new SlowAgencies();
        var register = new AgencyDirectory(
            slow, _world.Workforce, _world.Geofences, _world.Policies, _world.Shipped, _world.Clock);
        var reading = register.FindAgencyAsync(Some.AgencyId, default);
        register.Invalidate(Some.AgencyId);
        slow.Answer.SetResult(Some.Agency());
        await reading;

        slow.Answer = new TaskCompletionSource<Agency?>();
        slow.Answer.SetResult(Some.Agency() with { Name = "Baru" });
        Assert.Equal("Baru", (await register.FindAgencyAsync(Some.AgencyId, default))!.Name);
    }

    [Fact]
    public async Task However_many_ask_at_once_one_reads()
    {
        var slow = new SlowAgencies();
        var register = new AgencyDirectory(
            slow, _world.Workforce, _world.Geofences, _world.Policies, _world.Shipped, _world.Clock);
        var asked = Enumerable.Range(0, 50).Select(_ => register.FindAgencyAsync(Some.AgencyId, default)).ToList();
        slow.Answer.SetResult(Some.Agency());
        await Task.WhenAll(asked);
        Assert.Equal(1, slow.Readings);
    }

    [Fact]
    public async Task A_caller_who_gives_up_does_not_take_the_reading_from_the_others()
    {
        var slow = new SlowAgencies();
        var register = new AgencyDirectory(
            slow, _world.Workforce, _world.Geofences, _world.Policies, _world.Shipped, _world.Clock);
        using var gaveUp = new CancellationTokenSource();
        var first = register.FindAgencyAsync(Some.AgencyId, gaveUp.Token);
        var second = register.FindAgencyAsync(Some.AgencyId, default);
        await gaveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        slow.Answer.SetResult(Some.Agency());
        Assert.NotNull(await second);
    }

    [Fact]
    public async Task Who_asks_after_a_write_does_not_join_a_reading_that_began_before_it()
    {
        var slow = new SlowAgencies();
        var register = new AgencyDirectory(
            slow, _world.Workforce, _world.Geofences, _world.Policies, _world.Shipped, _world.Clock);
        var before = register.FindAgencyAsync(Some.AgencyId, default);
        var old = slow.Answer;
        slow.Answer = new TaskCompletionSource<Agency?>();
        register.Invalidate(Some.AgencyId);
        var after = register.FindAgencyAsync(Some.AgencyId, default);
        slow.Answer.SetResult(Some.Agency() with { Name = "Baru" });
        old.SetResult(Some.Agency());
        Assert.Equal(("Kementerian PANRB", "Baru"), ((await before)!.Name, (await after)!.Name));
        Assert.Equal("Baru", (await register.FindAgencyAsync(Some.AgencyId, default))!.Name);
    }

    [Fact]
    public async Task After_twenty_seconds_the_known_value_serves_while_one_reads_again()
    {
        var slow = new SlowAgencies();
        var register = new AgencyDirectory(
            slow, _world.Workforce, _world.Geofences, _world.Policies, _world.Shipped, _world.Clock);
        slow.Answer.SetResult(Some.Agency());
        await register.FindAgencyAsync(Some.AgencyId, default);
        slow.Answer = new TaskCompletionSource<Agency?>();
        _world.Clock.Advance(Duration.FromSeconds(20));

        Assert.Equal("Kementerian PANRB", (await register.FindAgencyAsync(Some.AgencyId, default))!.Name);
        Assert.Equal("Kementerian PANRB", (await register.FindAgencyAsync(Some.AgencyId, default))!.Name);
        Assert.Equal(2, slow.Readings);
        slow.Answer.SetResult(Some.Agency() with { Name = "Baru" });
        Assert.Equal("Baru", (await register.FindAgencyAsync(Some.AgencyId, default))!.Name);
    }

    [Fact]
    public async Task After_thirty_seconds_nobody_is_given_the_old_value_though_the_reading_takes_long()
    {
        var slow = new SlowAgencies();
        var register = new AgencyDirectory(
            slow, _world.Workforce, _world.Geofences, _world.Policies, _world.Shipped, _world.Clock);
        slow.Answer.SetResult(Some.Agency());
        await register.FindAgencyAsync(Some.AgencyId, default);
        slow.Answer = new TaskCompletionSource<Agency?>();
        _world.Clock.Advance(Duration.FromSeconds(30));
        var waiting = register.FindAgencyAsync(Some.AgencyId, default);
        Assert.False(waiting.IsCompleted);
        slow.Answer.SetResult(Some.Agency() with { Name = "Baru" });
        Assert.Equal("Baru", (await waiting)!.Name);
    }

    [Fact]
    public async Task A_failed_reading_is_told_to_those_who_wait_and_tried_again()
    {
        var slow = new SlowAgencies();
        var register = new AgencyDirectory(
            slow, _world.Workforce, _world.Geofences, _world.Policies, _world.Shipped, _world.Clock);
        slow.Answer.SetException(new IOException("away"));
        await Assert.ThrowsAsync<IOException>(() => register.FindAgencyAsync(Some.AgencyId, default));
        slow.Answer = new TaskCompletionSource<Agency?>();
        slow.Answer.SetResult(Some.Agency());
        Assert.NotNull(await register.FindAgencyAsync(Some.AgencyId, default));
    }

    [Fact]
    public async Task The_map_is_built_again_only_when_a_fence_changed()
    {
        var map = await _world.AgencyDirectory.MapOfAsync(Some.AgencyId, default);
        _world.Clock.Advance(Duration.FromMinutes(5));
        Assert.Same(map, await _world.AgencyDirectory.MapOfAsync(Some.AgencyId, default));
        await _world.Upsert.PutUnitsAsync(Some.Actor, [Some.Unit()], default);
        Assert.Same(map, await _world.AgencyDirectory.MapOfAsync(Some.AgencyId, default));
        Assert.Equal(1, _world.Geofences.Listings);

        _world.Geofences.Current[(Some.AgencyId, Some.FenceId)] = Some.Fence(2, name: "Di tempat lain");
        _world.Clock.Advance(Duration.FromSeconds(30));
        Assert.Equal(2, (await _world.AgencyDirectory.MapOfAsync(Some.AgencyId, default)).Find(Some.FenceId)!.Version);
        Assert.Equal(2, _world.Geofences.Listings);
    }

    private Task<Employee?> FindAsync(string id) =>
        _world.AgencyDirectory.FindEmployeeAsync(Some.AgencyId, Some.Person(id), default);

    private sealed class SlowAgencies : IAgencies
    {
        internal TaskCompletionSource<Agency?> Answer { get; set; } = new();

        internal int Readings { get; private set; }

        public Task<Agency?> FindAsync(AgencyId id, CancellationToken cancel)
        {
            Readings++;
            return Answer.Task;
        }

        public Task<Tagged<Agency>?> FindTaggedAsync(AgencyId id, CancellationToken cancel) =>
            throw new NotSupportedException();

        public Task<bool> PutAsync(NextVersion<Agency> agency, CancellationToken cancel) =>
            throw new NotSupportedException();

        public IAsyncEnumerable<Agency> ListAsync(CancellationToken cancel) => throw new NotSupportedException();
    }
}
