using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NodaTime;

namespace Kinerja.Domain.Geofencing;

/// <summary>How one fence sees one position.</summary>
internal readonly record struct FenceView(Placement Placement, double SignedDistanceMetres, double InsideProbability);

/// <summary>
/// A fence made ready for many questions, safe to share between threads once built. Containment is NetTopologySuite's
/// exact predicate with the edge counting as inside; distance and probability walk the same vertices on a local plane.
/// </summary>
internal sealed class PreparedFence
{
    private readonly IndexedPointInAreaLocator _locator;
    private readonly Envelope _envelope;
    private readonly double[][] _rings;

    internal PreparedFence(Geofence fence)
    {
        Fence = fence;
        _envelope = fence.Area.EnvelopeInternal;
        _locator = new IndexedPointInAreaLocator(fence.Area);
        // The first question builds the locator's index; asked here, no two threads can race for it.
        _locator.Locate(_envelope.Centre);
        _rings = [.. fence.Area.Geometries.Cast<Polygon>().SelectMany(RingsOf)];
    }

    internal Geofence Fence { get; }

    /// <summary>A lower bound, in metres, of the distance from the position to the fence; 0 within its bounding box.</summary>
    internal double LeastDistanceMetres(in LocalPlane plane)
    {
        var east = Math.Max(0, Math.Max(plane.East(_envelope.MinX), -plane.East(_envelope.MaxX)));
        var north = Math.Max(0, Math.Max(plane.North(_envelope.MinY), -plane.North(_envelope.MaxY)));
        return Math.Sqrt((east * east) + (north * north));
    }

    internal FenceView Look(in Position position, in LocalPlane plane)
    {
        var covers = Covers(position);
        var edge = EdgeDistanceMetres(plane);
        var sigma = position.AccuracyMetres / InsideProbability.SigmasPerAccuracy;
        var probability = edge >= InsideProbability.ReachSigmas * sigma
            ? (covers ? 1.0 : 0.0)
            : Math.Clamp(Integrate(plane, sigma), 0, 1);
        var likely = probability >= Fence.InsideThreshold;
        var placement = (covers, likely) switch
        {
            (true, true) => Placement.Inside,
            (false, false) => Placement.Outside,
            _ => Placement.Uncertain,
        };
        // On the edge the distance is 0 and never the negative zero that JSON would print as -0.
        return new FenceView(placement, covers && edge > 0 ? -edge : edge, probability);
    }

    private bool Covers(in Position position) =>
        _envelope.Covers(position.LongitudeDegrees, position.LatitudeDegrees)
        && _locator.Locate(new Coordinate(position.LongitudeDegrees, position.LatitudeDegrees)) != Location.Exterior;

    private double EdgeDistanceMetres(in LocalPlane plane)
    {
        var best = double.MaxValue;
        foreach (var ring in _rings)
        {
            var (ax, ay) = (plane.East(ring[0]), plane.North(ring[1]));
            for (var i = 2; i < ring.Length; i += 2)
            {
                var (bx, by) = (plane.East(ring[i]), plane.North(ring[i + 1]));
                best = Math.Min(best, SquaredDistanceToOrigin(ax, ay, bx, by));
                (ax, ay) = (bx, by);
            }
        }

        return Math.Sqrt(best);
    }

    private static double SquaredDistanceToOrigin(double ax, double ay, double bx, double by)
    {
        var (dx, dy) = (bx - ax, by - ay);
        var square = (dx * dx) + (dy * dy);
        // Corners a hair apart have a square of zero though they differ; such an edge is a point.
        var along = square > 0 ? Math.Clamp(-((ax * dx) + (ay * dy)) / square, 0, 1) : 0;
        var (x, y) = (ax + (along * dx), ay + (along * dy));
        return (x * x) + (y * y);
    }

    private double Integrate(in LocalPlane plane, double sigma)
    {
        var sum = 0.0;
        foreach (var ring in _rings)
        {
            var (ax, ay) = (plane.East(ring[0]), plane.North(ring[1]));
            for (var i = 2; i < ring.Length; i += 2)
            {
                var (bx, by) = (plane.East(ring[i]), plane.North(ring[i + 1]));
                sum += InsideProbability.OfEdge(ax, ay, bx, by, sigma);
                (ax, ay) = (bx, by);
            }
        }

        return sum;
    }

    /// <summary>Longitude and latitude in turn, shell first; equal neighbours are dropped, an edge needs a length.</summary>
    private static IEnumerable<double[]> RingsOf(Polygon polygon) =>
        polygon.Holes.Prepend(polygon.Shell).Select(ring => ring.Coordinates
            .Where((c, i) => i == 0 || !c.Equals2D(ring.Coordinates[i - 1]))
            .SelectMany(c => new[] { c.X, c.Y })
            .ToArray());
}
