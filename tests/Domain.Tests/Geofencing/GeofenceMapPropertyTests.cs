using Kinerja.Domain.Geofencing;
using NetTopologySuite.Geometries;
using Position = Kinerja.Domain.Geofencing.Position;

namespace Kinerja.Domain.Tests.Geofencing;

public sealed class GeofenceMapPropertyTests
{
    [Fact]
    public void Containment_agrees_with_plain_NetTopologySuite() =>
        Always.HoldsFor(
            random =>
            {
                var area = Areas.Any(random, 106.8, -6.2, 0.01);
                var fence = new PreparedFence(Some.Fence(area: area));
                foreach (var at in Points(random, area))
                {
                    Assert.Equal(area.Covers(new Point(at)), fence.Covers(at.X, at.Y));
                }
            },
            runs: 15);

    [Fact]
    public void Pruning_never_changes_the_verdict() =>
        Always.HoldsFor(
            random =>
            {
                var fences = AnyFences(random);
                var map = new GeofenceMap(fences);
                for (var i = 0; i < 10; i++)
                {
                    var position = AnyFix(random);
                    Assert.Equal(Plain(fences, position), map.Judge(position, Some.Employee(), Some.Morning));
                }
            },
            runs: 150);

    [Fact]
    public void The_order_of_the_fences_changes_nothing() =>
        Always.HoldsFor(random =>
        {
            var fences = AnyFences(random);
            var position = AnyFix(random);
            var before = new GeofenceMap(fences).Judge(position, Some.Employee(), Some.Morning);
            random.Shuffle(fences);
            Assert.Equal(before, new GeofenceMap(fences).Judge(position, Some.Employee(), Some.Morning));
        });

    [Fact]
    public void Threads_share_a_map_and_agree()
    {
        var random = new Random(7);
        var fences = AnyFences(random);
        var positions = Enumerable.Range(0, 1000).Select(_ => AnyFix(random)).ToArray();
        var (quiet, map) = (new GeofenceMap(fences), new GeofenceMap(fences));
        var alone = positions.Select(p => quiet.Judge(p, Some.Employee(), Some.Morning)).ToArray();
        var together = positions.AsParallel().AsOrdered().WithDegreeOfParallelism(4)
            .Select(p => map.Judge(p, Some.Employee(), Some.Morning)).ToArray();
        Assert.Equal(alone, together);
    }

    /// <summary>
    /// The rule once more without a map: each fence judged alone, so that nothing can be pruned; inside before
    /// uncertain before outside, then the likelier, then the nearer, then by id.
    /// </summary>
    private static FenceVerdict Plain(IEnumerable<Geofence> fences, Position position) => fences
        .Select(f => new GeofenceMap([f]).Judge(position, Some.Employee(), Some.Morning))
        .OrderBy(v => v.Placement switch { Placement.Inside => 0, Placement.Uncertain => 1, _ => 2 })
        .ThenByDescending(v => v.InsideProbability)
        .ThenBy(v => v.SignedDistanceMetres)
        .ThenBy(v => v.FenceId!.Value.ToString(), StringComparer.Ordinal)
        .First();

    /// <summary>Small and large ones in one quarter of a degree, some alike, with different thresholds.</summary>
    private static Geofence[] AnyFences(Random random)
    {
        var areas = Enumerable.Range(0, random.Next(1, 12)).Select(_ => Areas.Any(
            random,
            106.8 + (0.2 * random.NextDouble()),
            -6.2 + (0.2 * random.NextDouble()),
            Math.Pow(10, -4 + (2.5 * random.NextDouble())))).ToArray();
        return
        [
            .. areas.Select((area, i) => Some.Fence(
                $"fence-{random.Next(1000):D3}-{i}",
                random.Next(8) == 0 ? areas[0] : area,
                threshold: random.Next(2) == 0 ? 0.2 : 0.01 + (0.98 * random.NextDouble()))),
        ];
    }

    private static Position AnyFix(Random random) => Some.Fix(
        -6.25 + (0.3 * random.NextDouble()),
        106.75 + (0.3 * random.NextDouble()),
        random.Next(5) == 0 ? 0 : Math.Pow(10, 4 * random.NextDouble()));

    /// <summary>Anywhere near, the corners themselves, middles of edges, and points level with a corner.</summary>
    private static IEnumerable<Coordinate> Points(Random random, MultiPolygon area)
    {
        var box = area.EnvelopeInternal;
        var corners = area.Coordinates;
        for (var i = 0; i < 40; i++)
        {
            var any = new Coordinate(
                box.MinX + (box.Width * ((1.2 * random.NextDouble()) - 0.1)),
                box.MinY + (box.Height * ((1.2 * random.NextDouble()) - 0.1)));
            var at = random.Next(corners.Length - 1);
            var (corner, next) = (corners[at], corners[at + 1]);
            yield return any;
            yield return corner;
            yield return new Coordinate((corner.X + next.X) / 2, (corner.Y + next.Y) / 2);
            yield return new Coordinate(any.X, corner.Y);
            yield return new Coordinate(corner.X, any.Y);
        }
    }
}
