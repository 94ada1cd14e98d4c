using System.Numerics;
using System.Runtime.Intrinsics;

namespace Kinerja.Domain.Geofencing;

/// <summary>A box that a walk has yet to look into: its square distance, and where it stands in the tree.</summary>
internal record struct WaitingBox(double SquareMetres, int Level, int Place);

/// <summary>
/// Visits the lowest boxes of a tree eight by eight, those of one parent together, nearer parents of each eight first,
/// and leaves out what lies beyond a bound from the plane's origin. The bound may shrink from step to step. Nothing is
/// allocated: the caller lends the stack.
/// </summary>
internal ref struct NearestWalk
{
    private readonly BoxTree _tree;
    private readonly LocalPlane _plane;
    private readonly Span<WaitingBox> _waiting;
    private int _count;

    internal NearestWalk(BoxTree tree, in LocalPlane plane, Span<WaitingBox> stack)
    {
        _tree = tree;
        _plane = plane;
        _waiting = stack;
        _waiting[_count++] = new(0, tree.TopLevel + 1, 0);
    }

    /// <summary>
    /// The next eight: the first one's place, and of each the square of the distance in metres, which may be beyond the
    /// bound. False when there are none left within it.
    /// </summary>
    internal bool Next(double withinSquareMetres, out int first, out Vector512<double> squares)
    {
        while (_count > 0)
        {
            var next = _waiting[--_count];
            if (next.SquareMetres > withinSquareMetres)
            {
                continue;
            }

            if (next.Level == 1)
            {
                first = next.Place * BoxTree.Fanout;
                squares = Squares(_tree.Children(0, next.Place));
                return true;
            }

            Open(next.Level - 1, next.Place, withinSquareMetres);
        }

        (first, squares) = (0, default);
        return false;
    }

    /// <summary>Which of eight are within a bound, as bits. An empty box is infinitely far: it is none, bound or not.</summary>
    internal static ulong Within(in Vector512<double> squares, double withinSquareMetres) =>
        Vector512.LessThanOrEqual(squares, Vector512.Create(Math.Min(withinSquareMetres, double.MaxValue)))
            .ExtractMostSignificantBits();

    /// <summary>The nearest of those named by bits; one at least is.</summary>
    internal static int Nearest(in Vector512<double> squares, ulong among)
    {
        var nearest = BitOperations.TrailingZeroCount(among);
        for (among &= among - 1; among != 0; among &= among - 1)
        {
            var other = BitOperations.TrailingZeroCount(among);
            nearest = squares[other] < squares[nearest] ? other : nearest;
        }

        return nearest;
    }

    /// <summary>Puts the eight boxes of one parent on the stack, the nearest on top; those beyond the bound not at all.</summary>
    private void Open(int level, int parent, double within)
    {
        var squares = Squares(_tree.Children(level, parent));
        var bottom = _count;
        for (var near = Within(squares, within); near != 0; near &= near - 1)
        {
            var child = BitOperations.TrailingZeroCount(near);
            var square = squares[child];
            var slot = _count++;
            for (; slot > bottom && _waiting[slot - 1].SquareMetres < square; slot--)
            {
                _waiting[slot] = _waiting[slot - 1];
            }

            _waiting[slot] = new(square, level, (parent * BoxTree.Fanout) + child);
        }
    }

    /// <summary>Of each of the eight boxes, the square of the distance in metres; 0 within.</summary>
    private readonly Vector512<double> Squares(in SidesOfEight sides)
    {
        var (x, y) = (Vector512.Create(_plane.Longitude), Vector512.Create(_plane.Latitude));
        var across = Vector512.MaxNative(
            Vector512.MaxNative(sides.West - x, x - sides.East), Vector512<double>.Zero) * _plane.MetresPerDegreeEast;
        var along = Vector512.MaxNative(
            Vector512.MaxNative(sides.South - y, y - sides.North), Vector512<double>.Zero) * _plane.MetresPerDegreeNorth;
        return (across * across) + (along * along);
    }
}
