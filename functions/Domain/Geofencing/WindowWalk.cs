using System.Numerics;
using System.Runtime.Intrinsics;

namespace Kinerja.Domain.Geofencing;

/// <summary>Visits the lowest boxes of a tree that touch a window in degrees, in no particular order, allocating nothing.</summary>
internal ref struct WindowWalk
{
    private readonly BoxTree _tree;
    private readonly Box _window;
    private readonly Span<WaitingBox> _waiting;
    private int _count;

    internal WindowWalk(BoxTree tree, in Box window, Span<WaitingBox> stack)
    {
        _tree = tree;
        _window = window;
        _waiting = stack;
        Open(tree.TopLevel, 0);
    }

    internal bool Next(out int place)
    {
        while (_count > 0)
        {
            var next = _waiting[--_count];
            if (next.Level == 0)
            {
                place = next.Place;
                return true;
            }

            Open(next.Level - 1, next.Place);
        }

        place = -1;
        return false;
    }

    private void Open(int level, int parent)
    {
        var sides = _tree.Children(level, parent);
        var touching = (Vector512.LessThanOrEqual(sides.West, Vector512.Create(_window.East))
            & Vector512.GreaterThanOrEqual(sides.East, Vector512.Create(_window.West))
            & Vector512.LessThanOrEqual(sides.South, Vector512.Create(_window.North))
            & Vector512.GreaterThanOrEqual(sides.North, Vector512.Create(_window.South))).ExtractMostSignificantBits();
        for (; touching != 0; touching &= touching - 1)
        {
            var child = BitOperations.TrailingZeroCount(touching);
            _waiting[_count++] = new(0, level, (parent * BoxTree.Fanout) + child);
        }
    }
}
