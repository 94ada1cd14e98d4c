using NetTopologySuite.Geometries;
using NetTopologySuite.Index;
using NetTopologySuite.Index.Chain;
using NetTopologySuite.Index.HPRtree;

namespace Kinerja.Domain.Geofencing;

/// <summary>
/// What the search for self-intersections compares. It cuts every ring into monotone chains, asks a packed tree for the
/// chains whose boxes meet each one's, and halves both chains of a pair until single edges are left. The chains and the
/// tree are made here as they are made there, and the descents are repeated without looking at an edge.
/// </summary>
internal sealed class ChainWork
{
    /// <summary>A found chain is put into a list, taken out of it and its number looked at.</summary>
    private const int Found = 4;
    private const int PairOfHalves = 3;
    private const int PairOfEdges = 6;

    /// <summary>
    /// Edges whose boxes meet are intersected; of those with a corner in common the turns are compared, too.
    /// </summary>
    private const int MeetingEdges = 20;
    private const int TouchingEdges = 100;

    /// <summary>A chain is made, placed on a curve, sorted and given a list of its own to be found in.</summary>
    private const int Chain = 100;

    private readonly List<MonotoneChain> _chains = [];
    private readonly HPRtree<MonotoneChain> _tree = new();
    private readonly WorkMeter _meter;

    private ChainWork(MultiPolygon area, WorkMeter meter)
    {
        _meter = meter;
        foreach (var polygon in area.Geometries.Cast<Polygon>())
        {
            foreach (var ring in polygon.Holes.Prepend(polygon.Shell))
            {
                Add(ring.Coordinates);
            }
        }
    }

    internal static void Count(MultiPolygon area, WorkMeter meter)
    {
        var work = new ChainWork(area, meter);
        if (!meter.IsSpent)
        {
            work.CountVisits();
            work.CountPairs();
        }
    }

    private void Add(Coordinate[] ring)
    {
        // Numbers of places are into the corners without repetitions.
        var corners = CoordinateArrays.RemoveRepeatedPoints(ring);
        if (corners.Length < 2)
        {
            // All of it one point: too few for a ring, and no edge to compare.
            return;
        }

        foreach (var chain in MonotoneChainBuilder.GetChains(corners, corners))
        {
            if (_meter.IsSpent)
            {
                return;
            }

            _meter.Add(Chain);
            chain.Id = _chains.Count;
            _chains.Add(chain);
            _tree.Insert(chain.Envelope, chain);
        }
    }

    /// <summary>
    /// The boxes of the tree that the queries look at, found chains or not: first, so that the queries can be made.
    /// </summary>
    private void CountVisits()
    {
        _tree.Build();
        var nodes = new PackedNodes(_tree);
        for (var i = 0; i < _chains.Count && !_meter.IsSpent; i++)
        {
            _meter.Add(nodes.Visits(_chains[i].Envelope));
        }
    }

    private void CountPairs()
    {
        var visitor = new PairVisitor(_meter);
        for (var i = 0; i < _chains.Count && !_meter.IsSpent; i++)
        {
            visitor.Chain = _chains[i];
            _tree.Query(_chains[i].Envelope, visitor);
        }
    }

    private sealed class PairVisitor(WorkMeter meter) : IItemVisitor<MonotoneChain>
    {
        internal MonotoneChain? Chain { get; set; }

        public void VisitItem(MonotoneChain item)
        {
            meter.Add(Found);
            if (item.Id > Chain!.Id && !meter.IsSpent)
            {
                var (one, other) = ((Coordinate[])Chain.Context, (Coordinate[])item.Context);
                Compare(one, Chain.StartIndex, Chain.EndIndex, other, item.StartIndex, item.EndIndex);
            }
        }

        private void Compare(Coordinate[] one, int start, int end, Coordinate[] other, int otherStart, int otherEnd)
        {
            var meet = Envelope.Intersects(one[start], one[end], other[otherStart], other[otherEnd]);
            if (end - start <= 1 && otherEnd - otherStart <= 1)
            {
                meter.Add(!meet ? PairOfEdges : Touch(one[start], one[end], other[otherStart], other[otherEnd])
                    ? TouchingEdges
                    : MeetingEdges);
                return;
            }

            meter.Add(PairOfHalves);
            if (!meet || meter.IsSpent)
            {
                return;
            }

            var (middle, otherMiddle) = ((start + end) / 2, (otherStart + otherEnd) / 2);
            if (start < middle)
            {
                CompareHalves(one, start, middle, other, otherStart, otherMiddle, otherEnd);
            }

            if (middle < end)
            {
                CompareHalves(one, middle, end, other, otherStart, otherMiddle, otherEnd);
            }
        }

        /// <summary>Whether two edges share an end. A chain of one point repeated is an edge without length.</summary>
        private static bool Touch(Coordinate start, Coordinate end, Coordinate otherStart, Coordinate otherEnd) =>
            start.Equals2D(otherStart) || start.Equals2D(otherEnd) || end.Equals2D(otherStart)
                || end.Equals2D(otherEnd);

        private void CompareHalves(
            Coordinate[] one, int start, int end, Coordinate[] other, int first, int middle, int last)
        {
            if (first < middle)
            {
                Compare(one, start, end, other, first, middle);
            }

            if (middle < last)
            {
                Compare(one, start, end, other, middle, last);
            }
        }
    }
}
