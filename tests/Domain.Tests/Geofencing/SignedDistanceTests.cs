using Kinerja.Domain.Geofencing;
using NetTopologySuite.Geometries;
using Position = Kinerja.Domain.Geofencing.Position;

namespace Kinerja.Domain.Tests.Geofencing;

public sealed class SignedDistanceTests
{
    // Known line of Vincenty's paper's kind: Flinders Peak to Buninyong (Geoscience Australia), 54,972.271 m.
    [Fact]
    public void The_oracle_knows_a_published_distance() =>
        Assert.Equal(
            54972.271,
            Vincenty.Metres(-37.95103341666667, 144.42486788888888, -37.65282113888889, 143.92649552777777),
            2);

    [Theory]
    [InlineData(0)]
    [InlineData(-6.2)]
    [InlineData(-11)]
    [InlineData(6)]
    [InlineData(60)]
    public void The_distance_is_within_a_thousandth_of_the_geodesic_up_to_5_km(double latitude) =>
        Always.HoldsFor(random =>
        {
            var area = Areas.Any(random, 106.8, latitude, 0.001 + (0.02 * random.NextDouble()));
            var position = Some.Fix(
                latitude + ((random.NextDouble() - 0.5) * 0.12), 106.8 + ((random.NextDouble() - 0.5) * 0.12), 0);
            var geodesic = Nearest(area, position);
            if (geodesic is < 0.01 or > 5000)
            {
                return; // Nearer than a centimetre a ratio says nothing; farther than 5 km nothing is promised.
            }

            var distance = Judge(area, position).SignedDistanceMetres!.Value;
            Assert.InRange(Math.Abs(distance) / geodesic, 0.999, 1.001);
            Assert.Equal(area.Contains(PointOf(position)), distance < 0);
        }, runs: 60);

    [Theory]
    [InlineData(-6.2300, 106.8125)] // west edge
    [InlineData(-6.2300, 106.8203125)] // east edge
    [InlineData(-6.2265625, 106.815)] // north edge
    [InlineData(-6.234375, 106.815)] // south edge
    [InlineData(-6.234375, 106.8125)] // a corner
    [InlineData(-6.2265625, 106.8203125)] // the corner opposite
    public void On_the_edge_the_distance_is_plain_zero(double latitude, double longitude)
    {
        var distance = Judge(Some.OfficeArea, Some.Fix(latitude, longitude, 0)).SignedDistanceMetres!.Value;
        Assert.Equal(0, distance);
        Assert.False(double.IsNegative(distance));
    }

    [Fact]
    public void Inside_it_is_negative_and_outside_positive()
    {
        Assert.InRange(Judge(Some.OfficeArea, Some.AtTheOffice).SignedDistanceMetres!.Value, -500, -1);
        Assert.InRange(Judge(Some.OfficeArea, Some.FarFromTheOffice).SignedDistanceMetres!.Value, 1000, 20_000);
    }

    [Fact]
    public void In_a_hole_the_distance_to_the_holes_edge_is_positive()
    {
        var area = Areas.Of(
            [new(0, 0), new(4, 0), new(4, 4), new(0, 4)], [new(1, 1), new(3, 1), new(3, 3), new(1, 3)]);
        var distance = Judge(area, Some.Fix(1.001, 2, 0)).SignedDistanceMetres!.Value;
        Assert.InRange(distance, 110, 111); // 0.001° of latitude
    }

    [Fact]
    public void Corners_a_hair_apart_give_a_number()
    {
        var area = Areas.Of([new(0, 0), new(1e-200, 0), new(1, 0), new(1, 1), new(0, 1)]);
        Assert.Equal(0, Judge(area, Some.Fix(0, 0, 0)).SignedDistanceMetres);
    }

    private static FenceVerdict Judge(MultiPolygon area, Position position) =>
        new GeofenceMap([Some.Fence(area: area)]).Judge(position, Some.Employee(), Some.Morning);

    private static Point PointOf(Position p) => new(p.LongitudeDegrees, p.LatitudeDegrees);

    /// <summary>The least geodesic to any point of any edge, by ternary search along each edge.</summary>
    private static double Nearest(MultiPolygon area, Position p)
    {
        var best = double.MaxValue;
        foreach (var ring in area.Geometries.Cast<Polygon>().SelectMany(x => x.Holes.Prepend(x.Shell)))
        {
            for (var i = 1; i < ring.NumPoints; i++)
            {
                var (a, b) = (ring.GetCoordinateN(i - 1), ring.GetCoordinateN(i));
                double At(double t) => Vincenty.Metres(
                    p.LatitudeDegrees, p.LongitudeDegrees, a.Y + (t * (b.Y - a.Y)), a.X + (t * (b.X - a.X)));
                var (low, high) = (0.0, 1.0);
                for (var step = 0; step < 25; step++)
                {
                    var (left, right) = (low + ((high - low) / 3), high - ((high - low) / 3));
                    (low, high) = At(left) < At(right) ? (low, right) : (left, high);
                }

                best = Math.Min(best, Math.Min(At((low + high) / 2), Math.Min(At(0), At(1))));
            }
        }

        return best;
    }
}
