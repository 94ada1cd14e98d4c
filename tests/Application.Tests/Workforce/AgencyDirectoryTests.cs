using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Tests.Workforce;

public sealed class RegisterTests
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
        _world.Workforce.Units[(Some.AgencyId, UnitId.Parse("peg-0001").Value)] = Some.Unit();
        Assert.NotNull(await FindAsync("peg-0001"));
        Assert.NotNull(
            await _world.AgencyDirectory.FindUnitAsync(Some.AgencyId, UnitId.Parse("peg-0001").Value, default));
    }

    [Fact]
    public async Task A_written_employee_counts_at_once()
    {
        await FindAsync("peg-0001");
        await _world.Upsert.PutEmployeesAsync(
            Some.AgencyId, [new(Some.Employee() with { Active = false }, null)], default);
        Assert.False((await FindAsync("peg-0001"))!.Active);
    }

    [Fact]
    public async Task A_written_unit_counts_at_once()
    {
        await _world.AgencyDirectory.FindUnitAsync(Some.AgencyId, Some.UnitId, default);
        await _world.Upsert.PutUnitsAsync(Some.AgencyId, [Some.Unit() with { Name = "Biro Baru" }], default);
        Assert.Equal(
            "Biro Baru", (await _world.AgencyDirectory.FindUnitAsync(Some.AgencyId, Some.UnitId, default))!.Name);
    }

    [Fact]
    public async Task A_written_fence_counts_at_once()
    {
        await _world.AgencyDirectory.MapOfAsync(Some.AgencyId, default);
        await _world.KeepGeofences.PutAsync(
            Some.Actor, Some.FenceId, null, Some.Draft(v => Some.Fence(v, name: "Baru")), default);
        Assert.Equal(2, (await _world.AgencyDirectory.MapOfAsync(Some.AgencyId, default)).Find(Some.FenceId)!.Version);
        await _world.KeepGeofences.WithdrawAsync(Some.Actor, Some.FenceId, null, default);
        Assert.Null((await _world.AgencyDirectory.MapOfAsync(Some.AgencyId, default)).Find(Some.FenceId));
    }

    [Fact]
    public async Task A_written_agency_counts_at_once_and_keeps_its_first_quarter()
    {
        var joined = await _world.RegisterAgency.PutAsync(Some.Agency(), default);
        await _world.AgencyDirectory.FindAgencyAsync(Some.AgencyId, default);
        _world.Clock.Advance(Duration.FromDays(200));
        await _world.RegisterAgency.PutAsync(Some.Agency() with { Name = "Baru" }, default);
        var found = (await _world.AgencyDirectory.FindAgencyAsync(Some.AgencyId, default))!;
        Assert.Equal(("Baru", joined.FirstQuarter), (found.Name, found.FirstQuarter));
    }

    [Fact]
    public async Task A_new_agency_joins_in_the_quarter_of_its_zone()
    {
        _world.Clock.MoveTo(Some.At("2026-03-31T16:00:00Z"));
        var east = await _world.RegisterAgency.PutAsync(new(Some.OtherAgencyId, "BKN", Some.Wit), default);
        Assert.Equal(new Quarter(2026, 2), east.FirstQuarter);
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
        await _world.Upsert.PutUnitsAsync(Some.AgencyId, [Some.Unit()], default);
        Assert.Same(map, await _world.AgencyDirectory.MapOfAsync(Some.AgencyId, default));
        Assert.Equal(1, _world.Geofences.Listings);

        _world.Geofences.Current[(Some.AgencyId, Some.FenceId)] = Some.Fence(2, name: "Di tempat lain");
        _world.Clock.Advance(Duration.FromSeconds(30));
        Assert.Equal(2, (await _world.AgencyDirectory.MapOfAsync(Some.AgencyId, default)).Find(Some.FenceId)!.Version);
        Assert.Equal(2, _world.Geofences.Listings);
    }

    [Fact]
    public async Task People_of_an_unregistered_unit_are_refused_and_none_is_stored()
    {
        var lost = Some.Employee("peg-0009") with { UnitId = UnitId.Parse("nowhere").Value };
        var result = await _world.Upsert.PutEmployeesAsync(
            Some.AgencyId, [new(Some.Employee("peg-0008"), null), new(lost, null)], default);
        var refusal = Refused.Is(RefusalCodes.UnknownUnit, result);
        Assert.Equal("/employees/1/unitId", Assert.Single(refusal.Faults).Pointer);
        Assert.Equal(2, _world.Workforce.Employees.Count);
    }

    [Fact]
    public async Task A_NIP_goes_to_its_guarded_table_only()
    {
        var nip = Nip.Parse("199001012020121001").Value;
        await _world.Upsert.PutEmployeesAsync(Some.AgencyId, [new(Some.Employee(), nip)], default);
        Assert.Equal(Some.Person(), _world.Workforce.Identities[(Some.AgencyId, nip)]);
    }

    [Theory]
    [InlineData("199001012020121001", "199001012020121001")]
    [InlineData("199001012020121001", "19900101 202012 1 001")]
    public async Task One_NIP_for_two_people_of_a_body_is_refused_and_nothing_is_stored(string first, string second)
    {
        var result = await _world.Upsert.PutEmployeesAsync(
            Some.AgencyId,
            [
                new(Some.Employee("peg-0008"), Nip.Parse(first).Value),
                new(Some.Employee("peg-0009"), Nip.Parse(second).Value)
            ],
            default);
        var refusal = Refused.Is(RefusalCodes.NipTaken, result);
        Assert.Equal("/employees/1/nip", Assert.Single(refusal.Faults).Pointer);
        Assert.Equal((2, 0), (_world.Workforce.Employees.Count, _world.Workforce.Identities.Count));
    }

    [Fact]
    public async Task A_NIP_never_changes_hands_and_the_refusal_names_nobody()
    {
        var nip = Nip.Parse("199001012020121001").Value;
        await _world.Upsert.PutEmployeesAsync(Some.AgencyId, [new(Some.Employee(), nip)], default);
        var again = await _world.Upsert.PutEmployeesAsync(Some.AgencyId, [new(Some.Employee(), nip)], default);
        Assert.Equal(1, again.Value);

        var result = await _world.Upsert.PutEmployeesAsync(
            Some.AgencyId, [new(Some.Employee("peg-0009"), nip)], default);
        var refusal = Refused.Is(RefusalCodes.NipTaken, result);
        Assert.DoesNotContain("peg-0001", refusal.Detail + refusal.Faults[0].Detail, StringComparison.Ordinal);
        Assert.Equal(Some.Person(), _world.Workforce.Identities[(Some.AgencyId, nip)]);
    }

    [Fact]
    public async Task A_NIP_that_somebody_else_takes_meanwhile_is_refused()
    {
        var nip = Nip.Parse("199001012020121001").Value;
        _world.Workforce.BeforeAddingIdentities = () =>
            _world.Workforce.Identities[(Some.AgencyId, nip)] = Some.Person();
        var result = await _world.Upsert.PutEmployeesAsync(
            Some.AgencyId, [new(Some.Employee("peg-0009"), nip)], default);
        Refused.Is(RefusalCodes.NipTaken, result);
        Assert.False(_world.Workforce.Employees.ContainsKey((Some.AgencyId, Some.Person("peg-0009"))));
    }

    [Fact]
    public async Task People_of_an_unregistered_post_are_refused_and_a_written_post_counts_at_once()
    {
        var person = Some.Employee("peg-0008") with { PostId = Some.PostId };
        var early = await _world.Upsert.PutEmployeesAsync(Some.AgencyId, [new(person, null)], default);
        Assert.Equal("/employees/0/postId", Assert.Single(Refused.Is(RefusalCodes.UnknownPost, early).Faults).Pointer);

        await _world.Upsert.PutPostsAsync(Some.AgencyId, [Some.Post()], default);
        Assert.Equal(1, (await _world.Upsert.PutEmployeesAsync(Some.AgencyId, [new(person, null)], default)).Value);
        await _world.Upsert.PutPostsAsync(Some.AgencyId, [Some.Post(flexibleWork: false)], default);
        Assert.False((await _world.AgencyDirectory.FindPostAsync(Some.AgencyId, Some.PostId, default))!.FlexibleWork);
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

        public Task PutAsync(Agency agency, CancellationToken cancel) => throw new NotSupportedException();

        public IAsyncEnumerable<Agency> ListAsync(CancellationToken cancel) => throw new NotSupportedException();
    }
}
