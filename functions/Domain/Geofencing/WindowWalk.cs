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
        var at = _tree.ChildrenAt(level, parent);
        var touching = Touching(at) | (Touching(at + 4) << 4);
        for (var i = 0; touching != 0; i++, touching >>= 1)
        {
            if ((touching & 1) != 0)
            {
                _waiting[_count++] = new(0, level, (parent * BoxTree.Fanout) + i);
            }
        }
    }

    private readonly uint Touching(int at)
    {
        var index = (nuint)at;
        var touching = Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref _tree.West[0], index), Vector256.Create(_window.East))
            & Vector256.GreaterThanOrEqual(Vector256.LoadUnsafe(ref _tree.East[0], index), Vector256.Create(_window.West))
            & Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref _tree.South[0], index), Vector256.Create(_window.North))
            & Vector256.GreaterThanOrEqual(Vector256.LoadUnsafe(ref _tree.North[0], index), Vector256.Create(_window.South));
        return touching.ExtractMostSignificantBits();
    }
}
