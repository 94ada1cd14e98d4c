using Kinerja.Domain.Geofencing;
using NetTopologySuite.Geometries;
using Position = Kinerja.Domain.Geofencing.Position;

namespace Kinerja.Domain.Tests.Geofencing;

public sealed class InsideProbabilityTests
{
    private const double MetresPerDegree = 110_574; // of latitude at the equator

    [Fact]
    public void The_probability_is_within_a_hundredth_of_a_hundred_thousand_throws()
    {
        for (var seed = 0; seed < 16; seed++)
        {
            var random = new Random(seed);
            var area = Areas.Any(random, 106.8, -6.2, 0.002);
            Agrees($"seed {seed}", area, Near(random, area, 5 + (300 * random.NextDouble())));
        }
    }

    [Fact]
    public void It_holds_on_corners_and_edges_too()
    {
        for (var seed = 0; seed < 8; seed++)
        {
            var random = new Random(seed);
            var area = Areas.Any(random, 106.8, -6.2, 0.002);
            var corners = area.Coordinates;
            var i = random.Next(corners.Length - 1);
            Agrees($"seed {seed}, corner {i}", area, Some.Fix(corners[i].Y, corners[i].X, 50));
            var middle = new Coordinate((corners[i].X + corners[i + 1].X) / 2, (corners[i].Y + corners[i + 1].Y) / 2);
            Agrees($"seed {seed}, edge {i}", area, Some.Fix(middle.Y, middle.X, 50));
        }
    }

    // No half-plane shortcut: a strip ten metres wide holds little of an error of a hundred.
    [Fact]
    public void A_sliver_much_narrower_than_the_error_is_unlikely()
    {
        var area = Areas.Box(106.8, -6.2, 106.9, -6.2 + (10 / MetresPerDegree));
        var fix = Some.Fix(-6.2 + (5 / MetresPerDegree), 106.85, 100);
        Agrees("sliver", area, fix);
        Assert.InRange(Judge(area, fix).InsideProbability!.Value, 0.05, 0.07);
    }

    [Theory]
    [InlineData(-6.23, 106.8125, 0.5)] // an edge
    [InlineData(-6.234375, 106.8125, 0.25)] // a right-angled corner
    public void On_an_edge_it_is_a_half_and_on_a_corner_a_quarter(double latitude, double longitude, double expected) =>
        Assert.Equal(expected, Judge(Some.OfficeArea, Some.Fix(latitude, longitude, 20)).InsideProbability!.Value, 6);

    // Accuracy is the radius that holds 68%: a disc of that radius around the fix.
    [Fact]
    public void A_disc_of_the_accuracys_radius_holds_68_percent()
    {
        var ring = Enumerable.Range(0, 720).Select(i => i * Math.PI / 360)
            .Select(a => new Coordinate(109 + (100 * Math.Cos(a) / 111_319.5), 100 * Math.Sin(a) / MetresPerDegree));
        Assert.Equal(0.68, Judge(Areas.Of([.. ring]), Some.Fix(0, 109, 100)).InsideProbability!.Value, 3);
    }

    [Fact]
    public void Without_error_it_is_one_inside_and_on_the_edge_and_zero_outside()
    {
        Assert.Equal(1, Judge(Some.OfficeArea, Some.Fix(-6.23, 106.816, 0)).InsideProbability);
        Assert.Equal(1, Judge(Some.OfficeArea, Some.Fix(-6.23, 106.8125, 0)).InsideProbability);
        Assert.Equal(0, Judge(Some.OfficeArea, Some.Fix(-6.23, 106.8124, 0)).InsideProbability);
    }

    [Fact]
    public void It_is_always_a_probability() =>
        Always.HoldsFor(random =>
        {
            var area = Areas.Any(random, 106.8, -6.2, Math.Pow(10, -5 + (6 * random.NextDouble())));
            var fix = Near(random, area, Math.Pow(10, -3 + (8 * random.NextDouble())));
            Assert.InRange(Judge(area, fix).InsideProbability!.Value, 0, 1);
        });

    // Beside one long straight edge the probability is the normal distribution's, P(Z < k).
    [Theory]
    [InlineData(0.5, 0.691462)]
    [InlineData(1, 0.841345)]
    [InlineData(2, 0.977250)]
    [InlineData(3, 0.998650)]
    [InlineData(4, 0.999968)]
    [InlineData(5.99, 1)]
    [InlineData(6.01, 1)]
    public void Beside_a_straight_edge_it_is_the_normal_distribution(double sigmas, double expected)
    {
        var halfPlane = Areas.Box(106.8, -7, 107.8, -5);
        var away = 100 * sigmas / Math.Sqrt(-2 * Math.Log(0.32)) / new LocalPlane(-6, 106.8).MetresPerDegreeEast;
        Assert.Equal(expected, Judge(halfPlane, Some.Fix(-6, 106.8 + away, 100)).InsideProbability!.Value, 6);
        Assert.Equal(1 - expected, Judge(halfPlane, Some.Fix(-6, 106.8 - away, 100)).InsideProbability!.Value, 6);
    }

    private static void Agrees(string name, MultiPolygon area, Position fix)
    {
        var (exact, thrown) = (Judge(area, fix).InsideProbability!.Value, MonteCarlo.Inside(area, fix));
        Assert.True(Math.Abs(exact - thrown) < 0.01, $"{name}: {exact} but thrown {thrown}");
    }

    private static Position Near(Random random, MultiPolygon area, double accuracy)
    {
        var box = area.EnvelopeInternal;
        return Some.Fix(
            box.MinY + (box.Height * ((1.4 * random.NextDouble()) - 0.2)),
            box.MinX + (box.Width * ((1.4 * random.NextDouble()) - 0.2)),
            accuracy);
    }

    private static FenceVerdict Judge(MultiPolygon area, Position position) =>
        new GeofenceMap([Some.Fence(area: area)]).Judge(position, Some.Employee(), Some.Morning);
}
