namespace Kinerja.Domain.Geofencing;

/// <summary>
/// The chance that the true place is inside a fence, given a fix whose error is a round Gaussian: the density
/// integrated over the fence, edge by edge within reach of the error. No half-plane shortcut: corners, narrow places
/// and holes come out right.
/// </summary>
internal static class InsideProbability
{
    /// <summary>A 68% radius of a round Gaussian is this many standard deviations: sqrt(−2 ln 0.32).</summary>
    internal const double SigmasPerAccuracy = 1.509592;

    /// <summary>Beyond this many standard deviations an edge changes nothing that anybody could measure.</summary>
    internal const double ReachSigmas = 6;

    /// <summary>A point this far from every edge is on the same side of it on the plane as in degrees.</summary>
    private const double ClearMetres = 1e-6;
    private const int MostReferences = 12;

    /// <summary>The golden angle: no two of the tried points lie in one direction, nor along a usual wall.</summary>
    private const double TurnRadians = 2.399963229728653;
    private const double StepSigmas = 0.3;

    /// <summary>A group's edges are integrated in the time in which so many groups are measured.</summary>
    private const int StepsPerGroup = 10;

    /// <summary>The fix is at the plane's origin, covered or not, edgeMetres away from the nearest edge.</summary>
    internal static double Of(
        PreparedFence fence, in LocalPlane plane, double sigmaMetres, bool covered, double edgeMetres, ref long steps)
    {
        if (edgeMetres >= ReachSigmas * sigmaMetres)
        {
            return covered ? 1 : 0;
        }

        var (longitude, latitude) = (plane.Longitude, plane.Latitude);
        if (edgeMetres < ClearMetres)
        {
            (longitude, latitude) = FindClear(fence, plane, sigmaMetres, ref steps);
            covered = fence.Covers(longitude, latitude);
        }

        var (scaleX, scaleY) = (plane.MetresPerDegreeEast / sigmaMetres, plane.MetresPerDegreeNorth / sigmaMetres);
        var mass = new GaussianMass((longitude - plane.Longitude) * scaleX, (latitude - plane.Latitude) * scaleY);
        var window = new Box(
            plane.Longitude - (ReachSigmas / scaleX),
            plane.Latitude - (ReachSigmas / scaleY),
            plane.Longitude + (ReachSigmas / scaleX),
            plane.Latitude + (ReachSigmas / scaleY));
        var walk = new WindowWalk(fence.Groups, window);
        var (xs, ys) = (fence.Vertices.Longitudes, fence.Vertices.Latitudes);
        while (walk.Next(out var group))
        {
            steps += StepsPerGroup;
            var at = group * FenceVertices.GroupSize;
            var (ax, ay) = ((xs[at] - plane.Longitude) * scaleX, (ys[at] - plane.Latitude) * scaleY);
            for (var end = at + FenceVertices.GroupSize; at < end; at++)
            {
                var (bx, by) = ((xs[at + 1] - plane.Longitude) * scaleX, (ys[at + 1] - plane.Latitude) * scaleY);
                mass.Add(ax, ay, bx, by);
                (ax, ay) = (bx, by);
            }
        }

        return Math.Clamp(mass.Total(covered), 0, 1);
    }

    /// <summary>
    /// For a fix on an edge: a point nearby that is clear of all of them, or the clearest of those tried. Which one
    /// changes nothing but rounding; all it needs is a side.
    /// </summary>
    private static (double Longitude, double Latitude) FindClear(
        PreparedFence fence, in LocalPlane plane, double sigmaMetres, ref long steps)
    {
        var (clearest, best) = (-1.0, (plane.Longitude, plane.Latitude));
        for (var i = 1; i <= MostReferences && clearest < ClearMetres * ClearMetres; i++)
        {
            var (sine, cosine) = Math.SinCos(i * TurnRadians);
            var away = i * StepSigmas * sigmaMetres;
            var longitude = plane.Longitude + (away * cosine / plane.MetresPerDegreeEast);
            var latitude = plane.Latitude + (away * sine / plane.MetresPerDegreeNorth);
            var square = EdgeDistance.NearestSquare(
                fence.Vertices, fence.Groups, plane.At(latitude, longitude), double.PositiveInfinity, ref steps);
            if (square > clearest)
            {
                (clearest, best) = (square, (longitude, latitude));
            }
        }

        return best;
    }
}
