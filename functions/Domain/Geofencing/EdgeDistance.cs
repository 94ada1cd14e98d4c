using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Kinerja.Domain.Geofencing;

/// <summary>The distance from a plane's origin to the nearest edge of a fence, on either side of it.</summary>
internal static class EdgeDistance
{
    /// <summary>
    /// In square metres; not less than the bound when no edge comes within it. Each group looked at is a step.
    /// </summary>
    internal static double NearestSquare(
        FenceVertices vertices, BoxTree groups, in LocalPlane plane, double withinSquareMetres, ref long steps)
    {
        var best = double.PositiveInfinity;
        var walk = new NearestWalk(groups, plane);
        while (walk.Next(Math.Min(best, withinSquareMetres), out var group))
        {
            steps++;
            best = Math.Min(best, NearestOfEight(vertices, group * FenceVertices.GroupSize, plane));
        }

        return best;
    }

    /// <summary>Of the eight edges of a group, those that are none left out.</summary>
    private static double NearestOfEight(FenceVertices vertices, int first, in LocalPlane plane)
    {
        var index = (nuint)first;
        ref var xs = ref MemoryMarshal.GetArrayDataReference(vertices.Longitudes);
        ref var ys = ref MemoryMarshal.GetArrayDataReference(vertices.Latitudes);
        var (x, y) = (Vector512.Create(plane.Longitude), Vector512.Create(plane.Latitude));
        var ax = (Vector512.LoadUnsafe(ref xs, index) - x) * plane.MetresPerDegreeEast;
        var ay = (Vector512.LoadUnsafe(ref ys, index) - y) * plane.MetresPerDegreeNorth;
        var dx = ((Vector512.LoadUnsafe(ref xs, index + 1) - x) * plane.MetresPerDegreeEast) - ax;
        var dy = ((Vector512.LoadUnsafe(ref ys, index + 1) - y) * plane.MetresPerDegreeNorth) - ay;
        var square = (dx * dx) + (dy * dy);
        // Corners a hair apart have a square of zero though they differ; such an edge is a point. So is an edge whose
        // end is a NaN: its start is the ring's last corner.
        var along = Vector512.ConditionalSelect(
            Vector512.GreaterThan(square, Vector512<double>.Zero),
            -((ax * dx) + (ay * dy)) / square,
            Vector512<double>.Zero);
        along = Vector512.MinNative(Vector512.MaxNative(along, Vector512<double>.Zero), Vector512<double>.One);
        // Where the end is a NaN, nothing along the edge may be asked for.
        var some = Vector512.GreaterThan(along, Vector512<double>.Zero);
        var px = ax + Vector512.ConditionalSelect(some, along * dx, Vector512<double>.Zero);
        var py = ay + Vector512.ConditionalSelect(some, along * dy, Vector512<double>.Zero);
        var squares = (px * px) + (py * py);
        squares = Vector512.ConditionalSelect(
            Vector512.Equals(squares, squares), squares, Vector512.Create(double.PositiveInfinity));
        var four = Vector256.MinNative(squares.GetLower(), squares.GetUpper());
        var two = Vector128.MinNative(four.GetLower(), four.GetUpper());
        return Math.Min(two[0], two[1]);
    }
}
