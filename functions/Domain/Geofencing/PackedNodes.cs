using NetTopologySuite.Geometries;
using NetTopologySuite.Index.HPRtree;

namespace Kinerja.Domain.Geofencing;

/// <summary>
/// The inner boxes of NetTopologySuite's packed Hilbert tree, to count what a query would look at. The tree orders by a
/// coarse curve: items that crowd into one of its cells keep no order, and then every query looks at nearly all of
/// them.
/// </summary>
internal sealed class PackedNodes
{
    private const int Capacity = 16;

    private readonly Envelope[] _boxes;
    private readonly int _items;

    /// <summary>Where each layer begins among the boxes, the lowest first; the last number is the end.</summary>
    private readonly List<int> _layers = [0];

    internal PackedNodes(HPRtree<NetTopologySuite.Index.Chain.MonotoneChain> tree)
    {
        _items = tree.Count;
        _boxes = _items > Capacity ? tree.GetBounds() : [];
        for (var size = Cover(_items); size > 1; size = Cover(size))
        {
            _layers.Add(_layers[^1] + size);
        }
    }

    /// <summary>Boxes of nodes and items that a query compares with its own.</summary>
    internal long Visits(Envelope box)
    {
        var top = _layers.Count - 2;
        return top < 0 ? _items : Visits(box, top, 0, _layers[top + 1] - _layers[top]);
    }

    private static int Cover(int items) => (items + Capacity - 1) / Capacity;

    private long Visits(Envelope box, int layer, int first, int count)
    {
        long visits = count;
        for (var node = first; node < first + count; node++)
        {
            if (_boxes[_layers[layer] + node].Intersects(box))
            {
                var below = layer == 0 ? _items : _layers[layer] - _layers[layer - 1];
                var children = Math.Min(Capacity, below - (node * Capacity));
                visits += layer == 0 ? children : Visits(box, layer - 1, node * Capacity, children);
            }
        }

        return visits;
    }
}
