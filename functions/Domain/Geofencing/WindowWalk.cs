using System.Numerics;
using System.Runtime.Intrinsics;

namespace Kinerja.Domain.Geofencing;

/// <summary>Of each level, which children of one parent a walk has yet to visit, as bits.</summary>
[System.Runtime.CompilerServices.InlineArray(BoxTree.MostLevels)]
internal struct Remaining
{
    private ulong _first;
}

/// <summary>
/// Visits the lowest boxes of a tree that touch a window in degrees, in no particular order, allocating nothing.
/// </summary>
internal ref struct WindowWalk
{
    private readonly BoxTree _tree;
    private readonly Box _window;
    private Parents _parents;
    private Remaining _remaining;
    private int _level;

    internal WindowWalk(BoxTree tree, in Box window)
    {
        _tree = tree;
        _window = window;
        Open(tree.TopLevel, 0);
    }

    /// <summary>The next box, by the number it was given; false when there is none left.</summary>
    internal bool Next(out int number)
    {
        while (_level <= _tree.TopLevel)
        {
            var touching = _remaining[_level];
            if (touching == 0)
            {
                _level++;
                continue;
            }

            _remaining[_level] = touching & (touching - 1);
            var place = (_parents[_level] * BoxTree.Fanout) + BitOperations.TrailingZeroCount(touching);
            if (_level == 0)
            {
                number = _tree.NumberAt(place);
                return true;
            }

            Open(_level - 1, place);
        }

        number = -1;
        return false;
    }

    private void Open(int level, int parent)
    {
        _level = level;
        _parents[level] = parent;
        var sides = _tree.Children(level, parent);
        _remaining[level] = (Vector512.LessThanOrEqual(sides.West, Vector512.Create(_window.East))
            & Vector512.GreaterThanOrEqual(sides.East, Vector512.Create(_window.West))
            & Vector512.LessThanOrEqual(sides.South, Vector512.Create(_window.North))
            & Vector512.GreaterThanOrEqual(sides.North, Vector512.Create(_window.South))).ExtractMostSignificantBits();
    }
}
