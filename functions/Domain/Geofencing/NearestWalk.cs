using System.Runtime.Intrinsics;

namespace Kinerja.Domain.Geofencing;

/// <summary>A box that a walk has yet to look into: its square distance, and where it stands in the tree.</summary>
internal record struct WaitingBox(double SquareMetres, int Level, int Place);

/// <summary>
/// Visits the lowest boxes of a tree that come within a bound of the plane's origin, nearer ones of each eight first.
/// The bound may shrink from step to step. Nothing is allocated: the caller lends the stack.
/// </summary>
internal ref struct NearestWalk
{
    private readonly BoxTree _tree;
    private readonly LocalPlane _plane;
    private readonly Span<WaitingBox> _waiting;
    private int _count;

    internal NearestWalk(BoxTree tree, in LocalPlane plane, Span<WaitingBox> stack, double withinSquareMetres)
    {
        _tree = tree;
        _plane = plane;
        _waiting = stack;
        Open(tree.TopLevel, 0, withinSquareMetres);
    }

    /// <summary>The next lowest box that is not farther than the bound, or false when there is none.</summary>
    internal bool Next(double withinSquareMetres, out int place)
    {
        while (_count > 0)
        {
            var next = _waiting[--_count];
            if (next.SquareMetres > withinSquareMetres)
            {
                continue;
            }

            if (next.Level == 0)
            {
                place = next.Place;
                return true;
            }

            Open(next.Level - 1, next.Place, withinSquareMetres);
        }

        place = -1;
        return false;
    }

    /// <summary>Puts the eight boxes of one parent on the stack, the nearest on top; those beyond the bound not at all.</summary>
    private void Open(int level, int parent, double within)
    {
        var at = _tree.ChildrenAt(level, parent);
        Span<double> squares = stackalloc double[BoxTree.Fanout];
        Squares(at).CopyTo(squares);
        Squares(at + 4).CopyTo(squares[4..]);
        var bottom = _count;
        for (var i = 0; i < BoxTree.Fanout; i++)
        {
            var square = squares[i];
            if (square > within || square == double.PositiveInfinity)
            {
                continue;
            }

            var slot = _count++;
            for (; slot > bottom && _waiting[slot - 1].SquareMetres < square; slot--)
            {
                _waiting[slot] = _waiting[slot - 1];
            }

            _waiting[slot] = new(square, level, (parent * BoxTree.Fanout) + i);
        }
    }

    /// <summary>Of four boxes, the square of the distance in metres; 0 within.</summary>
    private readonly Vector256<double> Squares(int at)
    {
        var x = Vector256.Create(_plane.Longitude);
        var y = Vector256.Create(_plane.Latitude);
        var index = (nuint)at;
        var west = Vector256.LoadUnsafe(ref _tree.West[0], index) - x;
        var east = x - Vector256.LoadUnsafe(ref _tree.East[0], index);
        var south = Vector256.LoadUnsafe(ref _tree.South[0], index) - y;
        var north = y - Vector256.LoadUnsafe(ref _tree.North[0], index);
        var across = Vector256.Max(Vector256.Max(west, east), Vector256<double>.Zero) * _plane.MetresPerDegreeEast;
        var along = Vector256.Max(Vector256.Max(south, north), Vector256<double>.Zero) * _plane.MetresPerDegreeNorth;
        return (across * across) + (along * along);
    }
}
