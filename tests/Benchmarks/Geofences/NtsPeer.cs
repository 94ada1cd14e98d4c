using Kinerja.Domain.Geofencing;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Index;
using NetTopologySuite.Index.Strtree;
using Position = Kinerja.Domain.Geofencing.Position;

namespace Kinerja.Benchmarks.Geofences;

/// <summary>
/// The usual way with NetTopologySuite: a tree of boxes, then the prepared polygon; it only says which fence covers.
/// And the thriftier way: the same tree asked by a visitor, then the polygon's indexed locator, which is what a
/// prepared polygon has inside.
/// </summary>
internal sealed class NtsPeer
{
    private readonly STRtree<int> _tree = new();
    private readonly IPreparedGeometry[] _areas;
    private readonly IndexedPointInAreaLocator[] _locators;
    private readonly Envelope _box = new();
    private readonly Coordinate _at = new();
    private readonly LowestCovering _lowest;

    private NtsPeer(IReadOnlyList<Geofence> fences, bool prepared)
    {
        _areas = prepared ? [.. fences.Select(f => PreparedGeometryFactory.Prepare(f.Area))] : [];
        _locators = prepared ? [] : [.. fences.Select(f => new IndexedPointInAreaLocator(f.Area))];
        _lowest = new(_locators, _at);
        for (var i = 0; i < fences.Count; i++)
        {
            var box = fences[i].Area.EnvelopeInternal;
            _tree.Insert(box, i);
            // The first question builds an area's own index.
            _ = prepared
                ? _areas[i].Covers(new Point(box.Centre))
                : _locators[i].Locate(box.Centre) == Location.Interior;
        }

        _tree.Build();
    }

    public static NtsPeer Prepared(IReadOnlyList<Geofence> fences) => new(fences, prepared: true);

    public static NtsPeer Visiting(IReadOnlyList<Geofence> fences) => new(fences, prepared: false);

    /// <summary>The lowest number of a fence that covers, or −1.</summary>
    public int FindPrepared(in Position position)
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

    /// <summary>The same by visitor and locators.</summary>
    public int FindVisiting(in Position position)
    {
        (_at.X, _at.Y) = (position.LongitudeDegrees, position.LatitudeDegrees);
        _box.Init(_at);
        _lowest.Found = -1;
        _tree.Query(_box, _lowest);
        return _lowest.Found;
    }

    private sealed class LowestCovering(IndexedPointInAreaLocator[] locators, Coordinate at) : IItemVisitor<int>
    {
        public int Found { get; set; }

        public void VisitItem(int item)
        {
            if ((Found < 0 || item < Found) && locators[item].Locate(at) != Location.Exterior)
            {
                Found = item;
            }
        }
    }
}
