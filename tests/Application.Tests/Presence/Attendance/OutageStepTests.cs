using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using NodaTime;

namespace Kinerja.Application.Tests.Presence.Attendance;

public sealed class OutageStepTests
{
    private static readonly ClientId Id = Some.Client("gangguan-0001");

    /// <summary>07:00 to 08:00 WIB of the morning before the clock's.</summary>
    private static readonly OutageWindow Window =
        new(Id, [], Some.At("2026-02-03T00:00:00Z"), Some.At("2026-02-03T01:00:00Z"), "Server penuh.");

    private readonly World _world = new();

    [Fact]
    public async Task A_window_marks_the_month_of_everybody_bucket_by_bucket()
    {
        var saved = await PutAsync(Window);
        Assert.Equal((1, false), (saved.Value.Version, saved.Value.Withdrawn));
        Assert.Equal(
            [(new YearMonth(2026, 2), 0, null), (new YearMonth(2026, 2), 1, (EmployeeId?)null)],
            _world.Dirty.Rows.Keys.Select(k => (k.Month, k.Index, k.Person)).Order());
    }

    [Fact]
    public async Task The_same_again_adds_no_version_and_marks_nothing()
    {
        await PutAsync(Window);
        _world.Dirty.Rows.Clear();
        Assert.Equal(1, (await PutAsync(Window)).Value.Version);
        Assert.Empty(_world.Dirty.Rows);
    }

    [Fact]
    public async Task A_window_moved_marks_where_it_was_and_where_it_is()
    {
        await PutAsync(Window);
        _world.Dirty.Rows.Clear();
        var earlier = Window with { From = Some.At("2026-01-14T00:00:00Z"), To = Some.At("2026-01-14T01:00:00Z") };
        Assert.Equal(2, (await PutAsync(earlier)).Value.Version);
        Assert.Equal(
            [new YearMonth(2026, 1), new YearMonth(2026, 2)],
            _world.Dirty.Rows.Keys.Select(k => k.Month).Distinct().Order());
    }

    [Fact]
    public async Task Windows_come_in_pages_by_their_begin()
    {
        await PutAsync(Window);
        await PutAsync(Window with { Id = Some.Client("Gangguan-2"), From = Window.From - Duration.FromDays(1) });
        var first = (await ListAsync(Some.AgencyId, most: 1)).Value;
        var second = (await ListAsync(Some.AgencyId, first.Next, most: 1)).Value;

        Assert.Equal(Some.Client("Gangguan-2"), Assert.Single(first.Items).Window.Id);
        Assert.Equal((Id, null), (Assert.Single(second.Items).Window.Id, second.Next));
    }

    [Fact]
    public async Task A_withdrawn_window_stays_in_the_list_and_may_be_declared_again()
    {
        await PutAsync(Window);
        _world.Dirty.Rows.Clear();
        var withdrawn = await _world.WithdrawOutage.ExecuteAsync(Some.Actor, Id, null, default);
        Assert.Equal((2, true), (withdrawn.Value.Version, withdrawn.Value.Withdrawn));
        Assert.NotEmpty(_world.Dirty.Rows);
        Assert.True(Assert.Single((await ListAsync(Some.AgencyId)).Value.Items).Withdrawn);
        Refused.Is(
            RefusalCodes.UnknownOutage, await _world.WithdrawOutage.ExecuteAsync(Some.Actor, Id, null, default));
        Assert.Equal(
            (3, false),
            ((await PutAsync(Window)).Value.Version, _world.Outages.Versions.Values.MaxBy(o => o.Version)!.Withdrawn));
    }

    [Fact]
    public async Task Bug_a_repeat_whose_first_answer_was_lost_gets_the_standing_window_whatever_If_Match_says()
    {
        await PutAsync(Window);
        var longer = Window with { To = Some.At("2026-02-03T02:00:00Z") };
        for (var sent = 0; sent < 2; sent++)
        {
            Assert.Equal(
                2,
                (await _world.DeclareOutage.ExecuteAsync(Some.Actor, longer, Some.Standing(1), default)).Value.Version);
        }

        for (var sent = 0; sent < 2; sent++)
        {
            Assert.Equal(
                3,
                (await _world.WithdrawOutage.ExecuteAsync(Some.Actor, Id, Some.Standing(2), default)).Value.Version);
        }
    }

    [Fact]
    public async Task A_stale_version_an_unknown_unit_and_an_unknown_agency_are_refused()
    {
        await PutAsync(Window);
        var longer = Window with { To = Some.At("2026-02-03T02:00:00Z") };
        Refused.Is(
            RefusalCodes.StaleVersion,
            await _world.DeclareOutage.ExecuteAsync(Some.Actor, longer, Some.Standing(7), default));
        Refused.Is(RefusalCodes.UnknownUnit, await PutAsync(Window with { Units = [UnitId.Parse("nirgends").Value] }));
        Refused.Is(
            RefusalCodes.UnknownAgency,
            await _world.DeclareOutage.ExecuteAsync(Some.ActorOf(Some.OtherAgencyId), Window, null, default));
        Refused.Is(RefusalCodes.UnknownAgency, await ListAsync(Some.OtherAgencyId));
    }

    private Task<Result<ListPage<OutageNotice>>> ListAsync(AgencyId agency, string? after = null, int most = 500) =>
        _world.ReadOutages.ListAsync(agency, after, most, default);

    private Task<Result<OutageNotice>> PutAsync(OutageWindow window) =>
        _world.DeclareOutage.ExecuteAsync(Some.Actor, window, null, default);
}
