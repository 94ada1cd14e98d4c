using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace Kinerja.Domain.Geofencing;

/// <summary>
/// What the search for rings in rings compares: each hole with its shell, holes with holes and parts with parts whose
/// boxes hold theirs. A ring that begins on the other's edge is followed there all around.
/// </summary>
internal sealed class NestingWork(WorkMeter meter)
{
    /// <summary>A found ring is put into a list, taken out of it and its box looked at.</summary>
    private const int Found = 4;

    /// <summary>A ring's edges are walked in a row.</summary>
    private const int EdgesPerStep = 2;

    /// <summary>To find the touched edge, and the ring's winding, as often again as to find that it touches.</summary>
    private const int TimesWhenTouching = 4;

    /// <summary>Until a point is outside the box of one of them, two are looked for.</summary>
    private const int PointsOfPart = 2;

    internal static void Count(MultiPolygon area, WorkMeter meter)
    {
        var work = new NestingWork(meter);
        foreach (var polygon in area.Geometries.Cast<Polygon>())
        {
            work.CountHoles(polygon);
        }

        if (area.NumGeometries > 1)
        {
            work.CountParts([.. area.Geometries.Cast<Polygon>()]);
        }
    }

    private void CountHoles(Polygon polygon)
    {
        if (polygon.NumInteriorRings == 0 || meter.IsSpent)
        {
            return;
        }

        var edges = new EdgesByLatitude(polygon.Shell);
        foreach (var hole in polygon.Holes)
        {
            AddWalk(polygon.Shell, edges.MayTouch(hole.Coordinates[0]));
        }

        ForEachHeld(polygon.Holes, (outer, _) => AddWalk(outer, mayTouch: true));
    }

    private void CountParts(Polygon[] parts)
    {
        var known = new Dictionary<Polygon, EdgesByLatitude>();
        ForEachHeld(parts, (outer, inner) =>
        {
            if (!known.TryGetValue(outer, out var edges))
            {
                known[outer] = edges = new EdgesByLatitude([.. outer.Holes.Prepend(outer.Shell)]);
            }

            var (first, second) = (inner.Shell.Coordinates[0], inner.Shell.Coordinates[1]);
            meter.Add(edges.Visits(second) + edges.Visits(first));
            if (!meter.IsSpent && edges.MayTouch(second) && edges.MayTouch(first))
            {
                AddWalk(outer, mayTouch: true);
            }
        });
    }

    private void AddWalk(Geometry around, bool mayTouch) =>
        meter.Add((mayTouch ? TimesWhenTouching : 1L) * around.NumPoints / EdgesPerStep);

    /// <summary>Those whose box holds another's, found by the tree that the check uses.</summary>
    private void ForEachHeld<T>(T[] all, Action<T, T> act)
        where T : Geometry
    {
        var tree = new STRtree<T>();
        foreach (var one in all)
        {
            tree.Insert(one.EnvelopeInternal, one);
        }

        for (var i = 0; i < all.Length && !meter.IsSpent; i++)
        {
            Visit(tree.Root, all[i], act);
        }
    }

    private void Visit<T>(AbstractNode<Envelope, T> node, T inner, Action<T, T> act)
        where T : Geometry
    {
        meter.Add(node.ChildBoundables.Count);
        foreach (var child in node.ChildBoundables)
        {
            if (meter.IsSpent || !child.Bounds.Intersects(inner.EnvelopeInternal))
            {
                continue;
            }

            if (child is AbstractNode<Envelope, T> below)
            {
                Visit(below, inner, act);
                continue;
            }

            meter.Add(Found);
            if (!ReferenceEquals(child.Item, inner) && child.Bounds.Covers(inner.EnvelopeInternal))
            {
                act(child.Item, inner);
            }
        }
    }
}
