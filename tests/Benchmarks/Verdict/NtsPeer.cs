using Kinerja.Domain.Geofencing;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Index.Strtree;
using Position = Kinerja.Domain.Geofencing.Position;

namespace Kinerja.Benchmarks.Verdict;

/// <summary>The usual way with NetTopologySuite: a tree of boxes, then the prepared polygon. It only says which fence covers.</summary>
internal sealed class NtsPeer
{
    private readonly STRtree<int> _tree = new();
    private readonly IPreparedGeometry[] _areas;

    public NtsPeer(IReadOnlyList<Geofence> fences)
    {
        _areas = [.. fences.Select(f => PreparedGeometryFactory.Prepare(f.Area))];
        for (var i = 0; i < fences.Count; i++)
        {
            _tree.Insert(fences[i].Area.EnvelopeInternal, i);
        }

        _tree.Build();
    }

    /// <summary>The first covering fence's place in the list, or -1.</summary>
    public int Find(in Position position)
    {
        var at = new Coordinate(position.LongitudeDegrees, position.LatitudeDegrees);
        var point = new Point(at);
        var found = -1;
        foreach (var i in _tree.Query(new Envelope(at)))
        {
            if ((found < 0 || i < found) && _areas[i].Covers(point))
            {
                found = i;
            }
        }

        return found;
    }
}
