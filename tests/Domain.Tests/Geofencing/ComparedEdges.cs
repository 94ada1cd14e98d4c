using NetTopologySuite.Geometries;
using NetTopologySuite.Noding;

namespace Kinerja.Domain.Tests.Geofencing;

/// <summary>
/// How many pairs of edges NetTopologySuite's own search for intersections looks at in an outline, counted by that
/// search: what its check does when it finds no fault.
/// </summary>
internal sealed class ComparedEdges : ISegmentIntersector
{
    private long _pairs;

    public bool IsDone => false;

    internal static long In(MultiPolygon area)
    {
        var counter = new ComparedEdges();
        var rings = area.Geometries.Cast<Polygon>().SelectMany(p => p.Holes.Prepend(p.Shell));
        new MCIndexNoder(counter).ComputeNodes(
            [.. rings.Select(
                ring => new BasicSegmentString(CoordinateArrays.RemoveRepeatedPoints(ring.Coordinates), null))]);
        return counter._pairs;
    }

    public void ProcessIntersections(ISegmentString e0, int segIndex0, ISegmentString e1, int segIndex1) => _pairs++;
}
