using System.Runtime.Intrinsics;

namespace Kinerja.Domain.Geofencing;

/// <summary>The distance from a plane's origin to the nearest edge of a fence, on either side of it.</summary>
internal static class EdgeDistance
{
    /// <summary>In square metres; not less than the bound when no edge comes within it.</summary>
    internal static double NearestSquare(
        FenceVertices vertices, BoxTree groups, in LocalPlane plane, double withinSquareMetres)
    {
        Span<WaitingBox> stack = stackalloc WaitingBox[BoxTree.MostWaiting];
        var best = double.PositiveInfinity;
        var walk = new NearestWalk(groups, plane, stack, withinSquareMetres);
        while (walk.Next(Math.Min(best, withinSquareMetres), out var group))
        {
            var first = group * FenceVertices.GroupSize;
            var nearer = Vector256.Min(Squares(vertices, first, plane), Squares(vertices, first + 4, plane));
            nearer = Vector256.Min(nearer, Vector256.Shuffle(nearer, Vector256.Create(2L, 3, 0, 1)));
            best = Math.Min(best, Math.Min(nearer[0], nearer[1]));
        }

        return best;
    }

    /// <summary>Of four edges in a row; infinite for one that is none.</summary>
    private static Vector256<double> Squares(FenceVertices vertices, int first, in LocalPlane plane)
    {
        var index = (nuint)first;
        ref var xs = ref vertices.Longitudes[0];
        ref var ys = ref vertices.Latitudes[0];
        var (x, y) = (Vector256.Create(plane.Longitude), Vector256.Create(plane.Latitude));
        var ax = (Vector256.LoadUnsafe(ref xs, index) - x) * plane.MetresPerDegreeEast;
        var ay = (Vector256.LoadUnsafe(ref ys, index) - y) * plane.MetresPerDegreeNorth;
        var dx = ((Vector256.LoadUnsafe(ref xs, index + 1) - x) * plane.MetresPerDegreeEast) - ax;
        var dy = ((Vector256.LoadUnsafe(ref ys, index + 1) - y) * plane.MetresPerDegreeNorth) - ay;
        var square = (dx * dx) + (dy * dy);
        // Corners a hair apart have a square of zero though they differ; such an edge is a point.
        var some = Vector256.GreaterThan(square, Vector256<double>.Zero);
        var along = Vector256.ConditionalSelect(
            some, -((ax * dx) + (ay * dy)) / square, Vector256<double>.Zero);
        along = Vector256.Min(Vector256.Max(along, Vector256<double>.Zero), Vector256<double>.One);
        var (px, py) = (ax + (along * dx), ay + (along * dy));
        var distance = (px * px) + (py * py);
        return Vector256.ConditionalSelect(
            Vector256.Equals(distance, distance), distance, Vector256.Create(double.PositiveInfinity));
    }
}
