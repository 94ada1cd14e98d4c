namespace Kinerja.Domain.Geofencing;

/// <summary>How one fence sees one position.</summary>
internal readonly record struct FenceView(Placement Placement, double SignedDistanceMetres, double InsideProbability);

/// <summary>
/// A fence made ready for many questions: a grid for containment, a tree of edge groups for distance and probability.
/// It never changes once built, so threads share it.
/// </summary>
internal sealed class PreparedFence
{
    private readonly ContainmentGrid _grid;

    internal PreparedFence(Geofence fence)
    {
        Fence = fence;
        Box = Box.Of(fence.Area.EnvelopeInternal);
        Vertices = FenceVertices.Of(fence.Area);
        _grid = ContainmentGridBuilder.Build(Box, Vertices);
        var groups = new Box[Vertices.Groups];
        for (var i = 0; i < groups.Length; i++)
        {
            groups[i] = Vertices.BoxOf(i);
        }

        Groups = new BoxTree(groups);
    }

    private PreparedFence(Geofence fence, PreparedFence alike)
    {
        (Fence, Box, Vertices, Groups, _grid) = (fence, alike.Box, alike.Vertices, alike.Groups, alike._grid);
    }

    internal Geofence Fence { get; }

    internal Box Box { get; }

    internal FenceVertices Vertices { get; }

    internal BoxTree Groups { get; }

    /// <summary>
    /// Prepared anew, or from what was made of the same area before: comparing is a hundred times cheaper.
    /// </summary>
    internal static PreparedFence Of(Geofence fence, PreparedFence? before) =>
        before is not null
            && (ReferenceEquals(fence.Area, before.Fence.Area) || fence.Area.EqualsExact(before.Fence.Area))
            ? new PreparedFence(fence, before)
            : new PreparedFence(fence);

    /// <summary>The edge counts as inside.</summary>
    internal bool Covers(double longitude, double latitude) => _grid.Covers(longitude, latitude);

    /// <summary>
    /// False when the position is outside and farther away than the bound: then the fence cannot matter.
    /// </summary>
    internal bool TryLook(
        in Position position, in LocalPlane plane, double withinSquareMetres, ref long steps, out FenceView view)
    {
        var covered = Covers(position.LongitudeDegrees, position.LatitudeDegrees);
        // Inside, the signed distance is negative: no bound is too near for it.
        var bound = covered ? double.PositiveInfinity : withinSquareMetres;
        var square = EdgeDistance.NearestSquare(Vertices, Groups, plane, bound, ref steps);
        if (square > bound)
        {
            view = default;
            return false;
        }

        var edge = Math.Sqrt(square);
        var sigma = position.AccuracyMetres / InsideProbability.SigmasPerAccuracy;
        var probability = InsideProbability.Of(this, plane, sigma, covered, edge, ref steps);
        var placement = (covered, probability >= Fence.InsideThreshold) switch
        {
            (true, true) => Placement.Inside,
            (false, false) => Placement.Outside,
            _ => Placement.Uncertain,
        };
        // On the edge the distance is 0 and never the negative zero that JSON would print as -0.
        view = new FenceView(placement, covered && edge > 0 ? -edge : edge, probability);
        return true;
    }
}
