using NetTopologySuite.Geometries;

namespace Kinerja.Application.Tests.Geofencing;

/// <summary>Any area that a fence may have: a box, a ring of many corners, or one with a hole.</summary>
internal static class AnyArea
{
    internal static MultiPolygon Of(Random random) => random.Next(3) switch
    {
        0 => Some.Box(Between(random, -180, -1), -90, 180, Between(random, 1, 90)),
        1 => Some.Wheel(random.Next(4, 200), random.NextDouble() + 1e-9),
        _ => WithHole(),
    };

    private static double Between(Random random, double least, double most) =>
        least + (random.NextDouble() * (most - least));

    private static MultiPolygon WithHole()
    {
        var (outer, inner) = ((Polygon)Some.Wheel(40, 2)[0], (Polygon)Some.Wheel(9, 1)[0]);
        return outer.Factory.CreateMultiPolygon(
            [outer.Factory.CreatePolygon(outer.Shell, [(LinearRing)inner.Shell.Reverse()])]);
    }
}
