using NetTopologySuite.Algorithm;

namespace Kinerja.Domain.Geofencing;

/// <summary>
/// Whether a fence covers a point, its edge included, with the same answer as NetTopologySuite's exact predicate. Each
/// cell is out, in, or has the edges that cross it. There the answer is how often the edges cross a path out of the
/// fence: from the point east to the cell's east border, then south along it for ever. What that path crosses outside
/// the cell is the same for all points of the cell, and is its <c>odd</c> bit. README.md has the picture.
/// </summary>
internal sealed class ContainmentGrid(in Box box, in CellFrame frame, int[] cells, int[] runs, FenceVertices vertices)
{
    internal const int Outside = 0;
    internal const int Inside = 1;

    /// <summary>A determinant this much smaller than its two products says nothing about its sign.</summary>
    private const double ErrorBound = 1e-15;

    /// <summary>Below this, products lose digits that the bound counts on.</summary>
    private const double SmallestTrusted = 1e-290;

    private readonly Box _box = box;
    private readonly CellFrame _frame = frame;
    private readonly int[] _cells = cells;

    /// <summary>
    /// Of each cell with edges: how many runs, then of each run its first edge and how many follow in a row.
    /// </summary>
    private readonly int[] _runs = runs;
    private readonly double[] _longitudes = vertices.Longitudes;
    private readonly double[] _latitudes = vertices.Latitudes;

    internal bool Covers(double longitude, double latitude)
    {
        if (!_box.Holds(longitude, latitude))
        {
            return false;
        }

        var column = _frame.Column(longitude);
        var code = _cells[(_frame.Row(latitude) * _frame.Columns) + column];
        return code <= Inside ? code == Inside : IsOdd(code, _frame.EastBorder(column), longitude, latitude);
    }

    private bool IsOdd(int code, double border, double x, double y)
    {
        var odd = (code & 1) != 0;
        var at = code >> 1;
        for (var left = _runs[at]; left > 0; left--, at += 2)
        {
            var (first, count) = (_runs[at + 1], _runs[at + 2]);
            var xs = _longitudes.AsSpan(first, count + 1);
            var ys = _latitudes.AsSpan(first, count + 1);
            var (ax, ay) = (xs[0], ys[0]);
            for (var i = 1; i < xs.Length; i++)
            {
                var (bx, by) = (xs[i], ys[i]);
                var straddlesBorder = (ax >= border) != (bx >= border);
                if ((ay > y) != (by > y))
                {
                    var (up, down) = ((bx - ax) * (y - ay), (by - ay) * (x - ax));
                    var turn = up - down;
                    if (!(Math.Abs(turn) > (ErrorBound * (Math.Abs(up) + Math.Abs(down))) + SmallestTrusted))
                    {
                        return IsOddExactly(code, border, x, y);
                    }

                    odd ^= (turn > 0) == (straddlesBorder ? bx > ax : by > ay);
                }
                else if (straddlesBorder)
                {
                    odd ^= ay <= y;
                }

                if (ay == y || by == y)
                {
                    return IsOddExactly(code, border, x, y);
                }

                (ax, ay) = (bx, by);
            }
        }

        return odd;
    }

    /// <summary>The same for a point that may lie on an edge or is level with a corner, with exact signs.</summary>
    private bool IsOddExactly(int code, double border, double x, double y)
    {
        var odd = (code & 1) != 0;
        var at = code >> 1;
        for (var left = _runs[at]; left > 0; left--, at += 2)
        {
            var (first, count) = (_runs[at + 1], _runs[at + 2]);
            for (var i = first; i < first + count; i++)
            {
                var (ax, ay, bx, by) = (_longitudes[i], _latitudes[i], _longitudes[i + 1], _latitudes[i + 1]);
                if (TouchesLevel(ax, ay, bx, by, x, y))
                {
                    return true;
                }

                var straddlesBorder = (ax >= border) != (bx >= border);
                if ((ay > y) != (by > y))
                {
                    var turn = Turn(ax, ay, bx, by, x, y);
                    if (turn == 0)
                    {
                        return true;
                    }

                    odd ^= (turn > 0) == (straddlesBorder ? bx > ax : by > ay);
                }
                else if (straddlesBorder)
                {
                    odd ^= ay <= y;
                }
            }
        }

        return odd;
    }

    /// <summary>
    /// Above 0 for a point on the left. An edge wholly west of it is not asked: there even exact products may
    /// underflow.
    /// </summary>
    private static int Turn(double ax, double ay, double bx, double by, double x, double y) =>
        ax < x && bx < x ? Math.Sign(ay - by) : CGAlgorithmsDD.OrientationIndex(ax, ay, bx, by, x, y);

    /// <summary>On one of the edge's ends, or on an edge that runs level.</summary>
    private static bool TouchesLevel(double ax, double ay, double bx, double by, double x, double y) =>
        (ax == x && ay == y) || (bx == x && by == y)
        || (ay == y && by == y && x >= Math.Min(ax, bx) && x <= Math.Max(ax, bx));
}
