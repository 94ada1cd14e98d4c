using Kinerja.Domain.Geofencing;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;

namespace Kinerja.Domain.Tests.Geofencing;

/// <summary>The grid against NetTopologySuite's exact predicate, where the edge counts as inside.</summary>
public sealed class ContainmentTests
{
    private const int PointsPerArea = 5_000;

    // 200 areas of each of five kinds, 1,000 points each: a million verdicts.
    [Theory]
    [InlineData(1e-4)]
    [InlineData(0.01)]
    [InlineData(3)]
    public void Not_one_verdict_in_a_million_differs_over_random_areas(double radius) =>
        AgreeOver(67, random => Areas.Any(random, 106.8, -6.2, radius));

    // On a coarse lattice corners are level, edges collinear and points on edges, all the time.
    [Theory]
    [InlineData(0.125)]
    [InlineData(0.1)]
    [InlineData(1e-7)]
    public void Nor_over_areas_and_points_on_a_coarse_lattice(double step) =>
        AgreeOver(40, random => Areas.Lattice(random, 106.8, -6.2, step), step);

    [Fact]
    public void Nor_around_latitude_and_longitude_zero() =>
        AgreeOver(40, random => random.Next(2) == 0
            ? Areas.Lattice(random, 0, 0, 1 / 64.0)
            : Areas.Any(random, -0.003 * random.NextDouble(), 0.003 * random.NextDouble(), 0.004));

    [Fact]
    public void Nor_in_an_area_of_a_hundred_thousand_corners_with_holes_and_many_parts()
    {
        var random = new Random(4);
        Agree(random, Areas.Country(random, 100_000), LongMode.Of(30_000, 200_000), null);
    }

    [Fact]
    public void Two_areas_that_share_an_edge_leave_no_gap_and_agree_on_it() =>
        Always.HoldsFor(
            random =>
            {
                var (left, right) = Areas.Neighbours(random, 106.8, -6.2, 0.01);
                Agree(random, left, 500, null);
                Agree(random, right, 500, null);
                var (west, east) = (
                    new PreparedFence(Some.Fence(area: left)),
                    new PreparedFence(Some.Fence(area: right)));
                foreach (var at in left.Coordinates.Intersect(right.Coordinates))
                {
                    Assert.True(west.Covers(at.X, at.Y) && east.Covers(at.X, at.Y));
                }
            },
            runs: 50);

    private static void AgreeOver(int areas, Func<Random, MultiPolygon> draw, double? step = null)
    {
        for (var seed = 0; seed < areas; seed++)
        {
            var random = new Random(seed);
            Agree(random, draw(random), PointsPerArea, step);
        }
    }

    private static void Agree(Random random, MultiPolygon area, int points, double? step)
    {
        var oracle = new IndexedPointInAreaLocator(area);
        var fence = new PreparedFence(Some.Fence(area: area));
        var corners = area.Coordinates;
        for (var i = 0; i < points; i++)
        {
            var at = Point(random, area.EnvelopeInternal, corners, step);
            var expected = oracle.Locate(at) != Location.Exterior;
            if (expected != fence.Covers(at.X, at.Y))
            {
                Assert.Fail($"{at.X:R} {at.Y:R} is {(expected ? "in" : "out")}: {area}");
            }
        }
    }

    /// <summary>
    /// Anywhere near, corners, middles of edges, level with a corner or above it, beside a corner, on the lattice.
    /// </summary>
    private static Coordinate Point(Random random, Envelope box, Coordinate[] corners, double? step)
    {
        var any = new Coordinate(
            box.MinX + (box.Width * ((1.1 * random.NextDouble()) - 0.05)),
            box.MinY + (box.Height * ((1.1 * random.NextDouble()) - 0.05)));
        var at = random.Next(corners.Length - 1);
        var (corner, next) = (corners[at], corners[at + 1]);
        return random.Next(step is null ? 7 : 9) switch
        {
            0 => corner,
            1 => new Coordinate((corner.X + next.X) / 2, (corner.Y + next.Y) / 2),
            2 => new Coordinate(any.X, corner.Y),
            3 => new Coordinate(corner.X, any.Y),
            4 => new Coordinate(
                Math.BitIncrement(corner.X), random.Next(2) == 0 ? corner.Y : Math.BitDecrement(corner.Y)),
            5 => Between(corner, next, random.NextDouble()),
            6 => any,
            _ => new Coordinate(
                Math.Round(any.X / step!.Value) * step.Value, Math.Round(any.Y / step.Value) * step.Value),
        };
    }

    private static Coordinate Between(Coordinate a, Coordinate b, double t) =>
        new(a.X + (t * (b.X - a.X)), a.Y + (t * (b.Y - a.Y)));
}
