using System.Text.Json;
using Kinerja.Application.Geofencing;
using Kinerja.Domain;
using Kinerja.Domain.Geofencing;
using NodaTime;

namespace Kinerja.Application.Tests.Geofencing;

/// <summary>
/// Outlines drawn to be dear, by every way that a fence comes in; and what goes on while dear work fills its lane.
/// </summary>
public sealed class DearFenceTests
{
    private const int Corners = 20_000;
    private const string Square = "[[[[106,-7],[107,-7],[107,-6],[106,-6],[106,-7]]]]";

    private static readonly DateInterval February = new(new(2026, 2, 1), new(2026, 2, 28));

    public static TheoryData<string> Families => [.. HostileOutlines.Families.Keys];

    [Theory]
    [MemberData(nameof(Families))]
    public async Task A_hostile_outline_is_answered_alike_by_PUT_import_and_trial_and_stored_only_when_good(
        string family)
    {
        var (put, imported) = (new World(), new World());
        using var feature = JsonDocument.Parse(
            HostileOutlines.Feature(
                HostileOutlines.Families[family](LongMode.Of(7_000, Corners)), Some.FenceId.ToString()));
        using var collection = JsonDocument.Parse(
            $$"""{"type":"FeatureCollection","features":[{{feature.RootElement.GetRawText()}}]}""");

        var kept = await put.PublishGeofence.ExecuteAsync(Some.Actor, Some.FenceId, null, Draft(feature), default);
        var item = Assert.Single(
            FenceImportResponse.Of(
                (await imported.ImportGeofences.ExecuteAsync(collection.RootElement, Some.Actor, default)).Value,
                false).Items);
        var trial = await put.DryRunFence.ExecuteAsync(Some.AgencyId, Some.FenceId, February, Draft(feature), default);

        var good = kept.Refusal is null;
        Assert.Equal(good ? 201 : 400, item.Status);
        Assert.Equal(good, trial.Refusal is null);
        Assert.Equal(good ? 2 : 1, put.Geofences.Versions.Count);
        Assert.Equal(good ? 2 : 1, imported.Geofences.Versions.Count);
        if (!good)
        {
            Refused.At(kept, "/geometry");
            Assert.Equal("/features/0/geometry", Assert.Single(item.Problem!.Errors!).Pointer);
        }
    }

    [Fact]
    public async Task With_the_lane_full_a_check_in_and_a_cheap_fence_pass()
    {
        using var lane = new ExpensiveWorkLane(places: 1, mostWaiting: 0, mostOfAgency: 1);
        var world = new World { Lane = lane };
        using var held = new HeldWork();
        var dear = held.InAsync(lane, Some.OtherAgencyId);
        using var cheap = JsonDocument.Parse(HostileOutlines.Feature(Square));

        Assert.Null((await world.RecordCheckIn.ExecuteAsync(Some.Actor, Some.Claim(), default)).Refusal);
        Assert.Null(
            (await world.PublishGeofence.ExecuteAsync(Some.Actor, Some.FenceId, null, Draft(cheap), default)).Refusal);
        Assert.Equal(
            1,
            (await world.DryRunFence.ExecuteAsync(
                Some.AgencyId, Some.FenceId, February, Draft(cheap), default)).Value.Judged);
        Assert.Null((await TryPositionAsync(world, accuracy: 10)).Refusal);

        held.Release();
        Assert.Null((await dear).Refusal);
    }

    [Fact]
    public async Task With_the_lane_full_dear_work_is_sent_away_and_nothing_is_stored()
    {
        using var lane = new ExpensiveWorkLane(places: 1, mostWaiting: 0, mostOfAgency: 1);
        var world = new World { Lane = lane };
        foreach (var id in new[] { "satu", "dua" })
        {
            var country = Some.Fence(area: Some.Wheel(60_000)) with { Id = GeofenceId.Parse(id).Value };
            world.Geofences.Current[(Some.AgencyId, country.Id)] = country;
        }

        using var held = new HeldWork();
        var other = held.InAsync(lane, Some.OtherAgencyId);
        var outline = HostileOutlines.Families["comb upright"](Corners);
        using var dear = JsonDocument.Parse(HostileOutlines.Feature(outline));
        var features = $"{HostileOutlines.Feature(outline, "tiga")},{HostileOutlines.Feature(Square, "empat")}";
        using var collection = JsonDocument.Parse($$"""{"type":"FeatureCollection","features":[{{features}}]}""");

        Refused.Is(
            RefusalCodes.Busy,
            await world.PublishGeofence.ExecuteAsync(Some.Actor, Some.FenceId, null, Draft(dear), default));
        Refused.Is(
            RefusalCodes.Busy,
            await world.DryRunFence.ExecuteAsync(Some.AgencyId, Some.FenceId, February, Draft(dear), default));
        Refused.Is(RefusalCodes.Busy, await TryPositionAsync(world, accuracy: 10_000));
        Assert.Null((await TryPositionAsync(world, accuracy: 10_001)).Refusal);
        var items = FenceImportResponse.Of(
            (await world.ImportGeofences.ExecuteAsync(collection.RootElement, Some.Actor, default)).Value, false).Items;
        Assert.Equal([503, 201], items.Select(i => i.Status));
        Assert.Equal(2, world.Geofences.Versions.Count);

        held.Release();
        await other;
        Assert.Null(
            (await world.PublishGeofence.ExecuteAsync(Some.Actor, Some.FenceId, null, Draft(dear), default)).Refusal);
    }

    [Fact]
    public async Task Who_has_gone_leaves_nothing_behind()
    {
        var world = new World();
        using var gone = new CancellationTokenSource();
        using var dear = JsonDocument.Parse(HostileOutlines.Feature(HostileOutlines.Families["comb upright"](Corners)));
        var draft = Draft(dear);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => world.PublishGeofence.ExecuteAsync(Some.Actor, Some.FenceId, null, draft, gone.Token));
        Assert.Single(world.Geofences.Versions);
        Assert.Null((await world.PublishGeofence.ExecuteAsync(Some.Actor, Some.FenceId, null, draft, default)).Refusal);
    }

    /// <summary>
    /// A fix that may be anywhere looks at every corner, each time: some are judged at once, then stretch by stretch,
    /// then no more.
    /// </summary>
    [Fact]
    public async Task A_dry_run_of_check_ins_goes_by_stretches_of_work_and_ends_after_so_many_steps()
    {
        var map = new GeofenceMap([Some.Fence(area: Some.Wheel(60_000))]);
        var comparison = new FenceComparison(map, map, mostSteps: 20_000_000);
        var far = new PastCheckIn(
            await RecordedAsync(new World()), Position.Parse(-6.23, 106.816, 100_000).Value, Some.Employee());
        List<PastCheckIn> all = [.. Enumerable.Repeat(far, 1000)];

        var first = comparison.Judge(all, 0, default);
        Assert.InRange(first, 1, 100);
        Assert.True(comparison.IsDear && !comparison.IsFull);
        var at = comparison.Judge(all, first, default);
        Assert.InRange(at - first, 1, 400);
        while (!comparison.IsFull)
        {
            at = comparison.Judge(all, at, default);
        }

        Assert.InRange(at, 50, all.Count - 1);
        Assert.Equal(at, comparison.Judged);
        Assert.Equal(
            (at, 0, false),
            (comparison.Report(false).Judged, comparison.Report(false).Changed, comparison.Report(false).Complete));
    }

    [Fact]
    public async Task Ordinary_check_ins_never_become_dear()
    {
        var world = new World();
        var map = await world.AgencyDirectory.MapOfAsync(Some.AgencyId, default);
        var comparison = new FenceComparison(map, map);
        var near = new PastCheckIn(await RecordedAsync(world), Some.AtTheOffice, Some.Employee());
        Assert.Equal(1000, comparison.Judge([.. Enumerable.Repeat(near, 1000)], 0, default));
        Assert.False(comparison.IsDear);
    }

    private static async Task<Domain.Presence.CheckIns.CheckIn> RecordedAsync(World world)
    {
        Assert.Null((await world.RecordCheckIn.ExecuteAsync(Some.Actor, Some.Claim(), default)).Refusal);
        return world.CheckIns.Rows.Values.Single();
    }

    private static FenceDraft Draft(JsonDocument feature) =>
        FenceDraft.Of(feature.RootElement, Some.FenceId, "", default);

    private static Task<Result<DryRunVerdict>> TryPositionAsync(World world, double accuracy) =>
        world.DryRunPosition.ExecuteAsync(
        Some.AgencyId, new PositionQuestion(Position.Parse(-6.23, 106.816, accuracy).Value, null, Some.Morning),
        default);
}
