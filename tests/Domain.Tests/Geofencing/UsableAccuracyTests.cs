using Kinerja.Domain.Geofencing;
using NetTopologySuite.Geometries;

namespace Kinerja.Domain.Tests.Geofencing;

/// <summary>How coarse a fix may be and still be told inside a fence.</summary>
public sealed class UsableAccuracyTests
{
    /// <summary>A degree at the equator, by WGS 84: east 111,319.49 m, north 110,574.28 m.</summary>
    private const double East = 111_319.49;
    private const double North = 110_574.28;

    [Theory]
    [InlineData(0.2, 2.26)]
    [InlineData(0.5, 1.28)]
    public void A_discs_is_its_radius_times_what_its_threshold_gives(double threshold, double times)
    {
        var usable = UsableAccuracyRules.Of(Some.Fence(area: Disc(40), threshold: threshold));

        Assert.Equal(40 * times, usable.LargestMetres, 40 * 0.02);
        Assert.Equal(usable.BoundMetres, usable.LargestMetres, usable.BoundMetres * 0.01);
        Assert.Equal(40, usable.InscribedRadiusMetres, 0.5);
    }

    /// <summary>At the centre the chance is erf(a / (2√2 σ))², which is 0.2 at σ = 0.8409 a.</summary>
    [Fact]
    public void A_squares_is_a_little_below_that_of_the_disc_of_its_size()
    {
        var usable = UsableAccuracyRules.Of(Some.Fence(area: Rectangle(100, 100)));

        Assert.Equal(126.9, usable.LargestMetres, 1.0);
        Assert.Equal(127.5, usable.BoundMetres, 1.0);
        Assert.False(usable.IsSmall);
    }

    [Theory]
    [InlineData(44, 44, false)]
    [InlineData(38, 38, true)]
    [InlineData(3, 3000, true)]
    public void Below_fifty_metres_it_is_small(double width, double height, bool small) =>
        Assert.Equal(small, UsableAccuracyRules.Of(Some.Fence(area: Rectangle(width, height))).IsSmall);

    /// <summary>
    /// A yard in a ring of buildings: the disc lies in a corner of the ring, between the walls and the yard's corner:
    /// 20 √2 / (1 + √2).
    /// </summary>
    [Fact]
    public void A_hole_is_no_place_for_the_disc()
    {
        var outer = Ring(100, 100);
        var hole = Ring(60, 60);
        var area = new MultiPolygon([new Polygon(outer, [hole])]);

        Assert.InRange(UsableAccuracyRules.Of(Some.Fence(area: area)).InscribedRadiusMetres, 11.6, 11.72);
    }

    /// <summary>Against the map that judges check-ins: nowhere is a coarser fix than the bound told inside.</summary>
    [Fact]
    public void Beyond_the_bound_no_fix_is_inside_and_the_largest_is_between_the_disc_and_the_bound() =>
        Always.HoldsFor(
            random =>
            {
                var fence = Some.Fence(area: Star(random), threshold: 0.1 + (random.NextDouble() * 0.6));
                var usable = UsableAccuracyRules.Of(fence);
                Assert.InRange(usable.LargestMetres, 0, usable.BoundMetres);
                var map = new GeofenceMap([fence]);
                for (var i = 0; i < 20; i++)
                {
                    var fix = Some.Fix(
                        (random.NextDouble() - 0.5) * 400 / North, (random.NextDouble() - 0.5) * 400 / East,
                        usable.BoundMetres * 1.01);
                    Assert.NotEqual(
                        Placement.Inside, map.Judge(fix, Some.Employee(), Some.Morning).Placement);
                }
            },
            30);

    private static MultiPolygon Disc(double radius) => new([new Polygon(new LinearRing(
    [
        .. Enumerable.Range(0, 129).Select(i => Corner(i % 128 * 2 * Math.PI / 128, radius)),
    ]))]);

    private static MultiPolygon Star(Random random)
    {
        var corners = Enumerable.Range(0, 12).Select(i => Corner(i * Math.PI / 6, 20 + (random.NextDouble() * 180)))
            .ToList();
        return new([new Polygon(new LinearRing([.. corners, corners[0]]))]);
    }

    private static MultiPolygon Rectangle(double width, double height) => new([new Polygon(Ring(width, height))]);

    private static LinearRing Ring(double width, double height)
    {
        var (x, y) = (width / 2 / East, height / 2 / North);
        return new LinearRing([new(-x, -y), new(x, -y), new(x, y), new(-x, y), new(-x, -y)]);
    }

    private static Coordinate Corner(double angle, double radius) =>
        new(radius * Math.Cos(angle) / East, radius * Math.Sin(angle) / North);
}
