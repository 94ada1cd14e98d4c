using Kinerja.Domain.Geofencing;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;

namespace Kinerja.Domain.Tests.Geofencing;

/// <summary>What is built of accepted fences stays in proportion to their corners, whatever they look like.</summary>
public sealed class HostileMapTests
{
    private const int Megabyte = 1_000_000;

    /// <summary>
    /// Each of 90,000 upright edges crosses every row of a fine grid: forty million entries, were the cells not larger
    /// then.
    /// </summary>
    [Fact]
    public void A_comb_has_a_grid_in_proportion_to_its_edges_and_the_right_answers()
    {
        var area = HostileOutlineTests.Area(HostileOutlines.Families["comb upright"](90_000));
        Assert.InRange(Allocated(() => new PreparedFence(Some.Fence(area: area))), 0, 60 * Megabyte);

        var (fence, oracle) = (new PreparedFence(Some.Fence(area: area)), new IndexedPointInAreaLocator(area));
        var (random, box) = (new Random(8), area.EnvelopeInternal);
        for (var i = 0; i < LongMode.Of(200, 2000); i++)
        {
            var (x, y) = (box.MinX + (box.Width * random.NextDouble()), box.MinY + (box.Height * random.NextDouble()));
            Assert.Equal(oracle.Locate(new Coordinate(x, y)) != Location.Exterior, fence.Covers(x, y));
        }
    }

    /// <summary>
    /// Thousands of boxes that all cover each other, and a tiny one in every cell: parts within parts without end.
    /// </summary>
    [Fact]
    public void Fences_that_cover_each_other_have_a_lookup_in_proportion_to_them()
    {
        var large = Enumerable.Range(0, 3000).Select(
            i => new Box(i * 1e-6, i * 1e-6, 10 + (i * 1e-6), 10 + (i * 1e-6)));
        var tiny = Enumerable.Range(0, 4096).Select(
            i => new Box(i % 64 * 0.15, i / 64 * 0.15, (i % 64 * 0.15) + 1e-5, (i / 64 * 0.15) + 1e-5));
        Box[] boxes = [.. large, .. tiny];
        Assert.InRange(Allocated(() => new FenceLookup(boxes)), 0, 100 * Megabyte);
        Assert.Equal(
            3001,
            new FenceLookup(boxes).At(5.25 + 5e-6, 5.25 + 5e-6).ToArray()
                .Count(b => boxes[b].Holds(5.25 + 5e-6, 5.25 + 5e-6)));
    }

    [Fact]
    public void A_map_with_one_fence_changed_prepares_that_one_only()
    {
        var map = new GeofenceMap([Some.Fence(), Some.Fence("country", Areas.Country(new Random(6), 50_000))]);
        Assert.InRange(Allocated(() => map.With(Some.Fence())), 0, Megabyte);
        // The same corners read again are the same area.
        var again = new GeofenceMap(
            [Some.Fence(), Some.Fence("country", Areas.Country(new Random(6), 50_000))], null, map);
        Assert.InRange(Allocated(() => new GeofenceMap(again.Fences, null, map)), 0, Megabyte);
        Assert.NotSame(map.Find(Some.FenceId("country")), again.Find(Some.FenceId("country")));
    }

    [Fact]
    public void An_area_that_has_changed_is_prepared_again()
    {
        var before = new GeofenceMap([Some.Fence(area: Areas.Box(106, -7, 107, -6))]);
        var after = before.With(Some.Fence(area: Areas.Box(110, -7, 111, -6)));
        Assert.Equal(Placement.Inside, before.Judge(Some.AtTheOffice, Some.Employee(), Some.Morning).Placement);
        Assert.Equal(Placement.Outside, after.Judge(Some.AtTheOffice, Some.Employee(), Some.Morning).Placement);
    }

    [Fact]
    public void A_dry_run_of_a_position_prepares_nothing()
    {
        var map = new GeofenceMap([Some.Fence(), Some.Fence("country", Areas.Country(new Random(6), 50_000))]);
        Assert.InRange(
            Allocated(() => PositionDryRun.Of(map, Some.AtTheOffice, Some.Employee(), Some.Morning)), 0, Megabyte);
    }

    [Fact]
    public void A_wide_error_reaches_every_corner_and_a_small_one_none_of_a_far_fence()
    {
        var map = new GeofenceMap([Some.Fence(), Some.Fence("country", Areas.Country(new Random(6), 50_000))]);
        var all = map.Fences.Sum(fence => fence.Area.NumPoints);
        Assert.Equal(all, PositionDryRun.VerticesInReach(map, Some.Fix(-6.23, 106.81, 100_000)));
        Assert.InRange(PositionDryRun.VerticesInReach(map, Some.Fix(60, 10, 10)), 0, 0);
    }

    [Fact]
    public void The_steps_of_a_verdict_grow_with_the_corners_in_reach()
    {
        var map = new GeofenceMap([Some.Fence("country", Areas.Country(new Random(6), 50_000))]);
        Assert.InRange(Steps(map, 10), 1, 3000);
        Assert.InRange(Steps(map, 100_000), 5000, 1_000_000);

        static long Steps(GeofenceMap map, double accuracy)
        {
            var steps = 0L;
            map.Judge(Some.Fix(-6.23, 106.81, accuracy), Some.Employee(), Some.Morning, ref steps);
            return steps;
        }
    }

    private static long Allocated(Func<object> build)
    {
        build(); // The first round loads what the runtime needs.
        var before = GC.GetAllocatedBytesForCurrentThread();
        build();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
