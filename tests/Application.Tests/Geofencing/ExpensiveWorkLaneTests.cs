using Kinerja.Application.Geofencing;
using Kinerja.Domain;

namespace Kinerja.Application.Tests.Geofencing;

public sealed class ExpensiveWorkLaneTests
{
    [Fact]
    public async Task As_many_as_there_are_places_work_at_once_and_the_others_wait()
    {
        using var lane = new ExpensiveWorkLane(places: 2, mostWaiting: 1, mostOfAgency: 3);
        using var held = new HeldWork();
        Task<Result<int>>[] all = [.. Enumerable.Range(0, 3).Select(_ => held.InAsync(lane))];
        await held.BegunAsync(2);
        Assert.Equal(2, held.Begun);
        held.Release();
        Assert.Equal([1, 1, 1], (await Task.WhenAll(all)).Select(r => r.Value));
        Assert.Equal(3, held.Begun);
    }

    [Fact]
    public async Task Who_finds_the_line_full_is_sent_away_and_told_to_come_again()
    {
        using var lane = new ExpensiveWorkLane(places: 1, mostWaiting: 0, mostOfAgency: 9);
        using var held = new HeldWork();
        var first = held.InAsync(lane);
        Assert.Equal(
            RefusalKind.Busy, Refused.Is(RefusalCodes.Busy, await held.InAsync(lane, Some.OtherAgencyId)).Kind);
        held.Release();
        Assert.Equal(1, (await first).Value);
        Assert.Equal(1, (await held.InAsync(lane)).Value);
    }

    [Fact]
    public async Task One_agency_takes_no_more_than_its_share_of_the_line()
    {
        using var lane = new ExpensiveWorkLane(places: 1, mostWaiting: 9, mostOfAgency: 2);
        using var held = new HeldWork();
        Task<Result<int>>[] own = [held.InAsync(lane), held.InAsync(lane)];
        Refused.Is(RefusalCodes.Busy, await held.InAsync(lane));
        var other = held.InAsync(lane, Some.OtherAgencyId);
        held.Release();
        Assert.Equal([1, 1, 1], (await Task.WhenAll([.. own, other])).Select(r => r.Value));
    }

    [Fact]
    public async Task Who_goes_while_waiting_begins_nothing_and_leaves_no_gap()
    {
        using var lane = new ExpensiveWorkLane(places: 1, mostWaiting: 1, mostOfAgency: 9);
        using var held = new HeldWork();
        using var gone = new CancellationTokenSource();
        var first = held.InAsync(lane);
        await held.BegunAsync(1);
        var second = lane.RunAsync<int>(
            Some.AgencyId, _ => throw new InvalidOperationException("It began."), gone.Token);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        var third = held.InAsync(lane);
        held.Release();
        Assert.Equal((1, 1), ((await first).Value, (await third).Value));
    }

    [Fact]
    public async Task Work_that_waits_keeps_its_place_until_it_has_ended()
    {
        using var lane = new ExpensiveWorkLane(places: 1, mostWaiting: 0, mostOfAgency: 9);
        var read = new TaskCompletionSource<int>();
        var first = lane.HoldAsync<int>(Some.AgencyId, async _ => await read.Task, default);
        Refused.Is(RefusalCodes.Busy, await lane.RunAsync<int>(Some.AgencyId, _ => 7, default));

        read.SetResult(3);

        Assert.Equal(3, (await first).Value);
        Assert.Equal(7, (await lane.RunAsync<int>(Some.AgencyId, _ => 7, default)).Value);
    }

    [Fact]
    public async Task Work_that_fails_gives_its_place_back()
    {
        using var lane = new ExpensiveWorkLane(places: 1, mostWaiting: 0, mostOfAgency: 1);
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => lane.RunAsync<int>(Some.AgencyId, _ => throw new InvalidOperationException("No."), default));
        Assert.Equal(7, (await lane.RunAsync<int>(Some.AgencyId, _ => 7, default)).Value);
    }

    [Fact]
    public async Task Work_is_told_that_its_caller_has_gone()
    {
        using var lane = new ExpensiveWorkLane();
        using var gone = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => lane.RunAsync<int>(
            Some.AgencyId,
            stop =>
            {
                gone.Cancel();
                stop.ThrowIfCancellationRequested();
                return 1;
            },
            gone.Token));
    }
}
