using Kinerja.Domain.Geofencing;
using NetTopologySuite.Geometries;
using Position = Kinerja.Domain.Geofencing.Position;

namespace Kinerja.Domain.Tests.Geofencing;

public sealed class FenceIndexTests
{
    [Fact]
    public void The_tree_finds_the_nearest_edge_of_twenty_thousand()
    {
        var random = new Random(5);
        var area = Areas.Country(random, 20_000);
        var fence = new PreparedFence(Some.Fence(area: area));
        for (var i = 0; i < 200; i++)
        {
            var plane = new LocalPlane(-12 + (14 * random.NextDouble()), 98 + (33 * random.NextDouble()));
            var steps = 0L;
            var found = EdgeDistance.NearestSquare(
                fence.Vertices, fence.Groups, plane, double.PositiveInfinity, ref steps);
            var nearest = Nearest(area, plane);
            Assert.InRange(Math.Sqrt(found), nearest * (1 - 1e-12), nearest * (1 + 1e-12));
            Assert.True(
                EdgeDistance.NearestSquare(
                    fence.Vertices, fence.Groups, plane, found * 0.99, ref steps) > found * 0.99);
        }
    }

    [Fact]
    public void The_lookup_names_every_fence_whose_box_holds_the_point() =>
        Always.HoldsFor(random =>
        {
            var boxes = Enumerable.Range(0, random.Next(0, 60)).Select(_ => AnyBox(random)).ToArray();
            var lookup = new FenceLookup(boxes);
            for (var i = 0; i < 50; i++)
            {
                var (x, y) = (100 + (2 * random.NextDouble()), -1 + (2 * random.NextDouble()));
                var corner = boxes.Length > 0 && random.Next(3) == 0;
                (x, y) = corner ? (boxes[0].East, boxes[0].North) : (x, y);
                var named = lookup.At(x, y).ToArray();
                Assert.Equal(named.Order(), named);
                Assert.Empty(Enumerable.Range(0, boxes.Length).Where(b => boxes[b].Holds(x, y)).Except(named));
            }
        });

    [Fact]
    public void The_first_covering_fence_is_the_first_by_id_that_applies_and_covers() =>
        Always.HoldsFor(
            random =>
            {
                var fences = Enumerable.Range(0, 9).Select(i => Some.Fence(
                    $"fence-{i}",
                    Areas.Any(random, 106.8 + (0.01 * random.NextDouble()), -6.2, 0.01),
                    scope: random.Next(3) == 0 ? new([], [Some.Person("peg-0002")]) : null)).ToArray();
                var map = new GeofenceMap(fences);
                for (var i = 0; i < 50; i++)
                {
                    var fix = Some.Fix(-6.22 + (0.04 * random.NextDouble()), 106.78 + (0.06 * random.NextDouble()));
                    var point = new Point(fix.LongitudeDegrees, fix.LatitudeDegrees);
                    var first = fences.FirstOrDefault(f => f.Scope.Covers(Some.Employee()) && f.Area.Covers(point));
                    Assert.Same(first, map.FirstCovering(fix, Some.Employee(), Some.Morning));
                }
            },
            runs: 50);

    [Fact]
    public void No_question_allocates()
    {
        var random = new Random(6);
        var map = new GeofenceMap([Some.Fence(), Some.Fence("country", Areas.Country(random, 5_000))]);
        Position[] fixes =
        [
            Some.AtTheOffice, Some.FarFromTheOffice, Some.Fix(-6.23, 106.8125, 20), Some.Fix(-6.234375, 106.8125, 30),
            Some.Fix(0, 0, 1000), Some.Fix(-9.5, 101, 5000),
        ];
        var person = Some.Employee();
        var before = 0L;
        for (var round = 0; round < 2; round++)
        {
            // The first round loads what the runtime needs.
            before = GC.GetAllocatedBytesForCurrentThread();
            foreach (var fix in fixes)
            {
                map.FirstCovering(fix, person, Some.Morning);
                map.Judge(fix, person, Some.Morning);
            }
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void A_verdict_that_nobody_gave_is_unknown() =>
        Assert.Equal(Placement.Unknown, default(FenceVerdict).Placement);

    private static Box AnyBox(Random random)
    {
        var (x, y, size) = (
            100 + random.NextDouble(),
            random.NextDouble(),
            Math.Pow(10, -5 + (5 * random.NextDouble())));
        return new(x, y, x + (size * random.NextDouble()), y + size);
    }

    /// <summary>The plain loop over all edges.</summary>
    private static double Nearest(MultiPolygon area, LocalPlane plane)
    {
        var best = double.MaxValue;
        foreach (var ring in area.Geometries.Cast<Polygon>().SelectMany(p => p.InteriorRings.Prepend(p.ExteriorRing)))
        {
            var points = ring.Coordinates;
            for (var i = 1; i < points.Length; i++)
            {
                var (ax, ay) = (plane.East(points[i - 1].X), plane.North(points[i - 1].Y));
                var (dx, dy) = (plane.East(points[i].X) - ax, plane.North(points[i].Y) - ay);
                var along = Math.Clamp(-((ax * dx) + (ay * dy)) / ((dx * dx) + (dy * dy)), 0, 1);
                var (x, y) = (ax + (along * dx), ay + (along * dy));
                best = Math.Min(best, Math.Sqrt((x * x) + (y * y)));
            }
        }

        return best;
    }
}
