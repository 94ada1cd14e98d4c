namespace Kinerja.Domain.Geofencing;

/// <summary>
/// Which boxes may hold a point: a grid of lists. Where boxes crowd into one cell, the cell has a grid of its own, so
/// that a town of offices and an empty sea both take one or two steps.
/// </summary>
internal sealed class FenceLookup
{
    private const int LeastCells = 16;
    private const int CellsPerBox = 16;

    /// <summary>Entries in all lists for each box; more of them and the cells become larger instead.</summary>
    private const int MostEntriesPerBox = 32;
    private const int CrowdSize = 2;

    /// <summary>
    /// Entries in the lists of all parts, for each box: fences that all cover each other have no end of parts.
    /// </summary>
    private const long MostEntriesInParts = 256;
    private const int MostDepth = 3;

    private readonly Box _box;
    private readonly CellFrame _frame;

    /// <summary>0: nothing here; above: where the list starts; below: the complement of the part's number.</summary>
    private readonly int[] _cells;

    /// <summary>Each list: how many, then the boxes' numbers, ascending.</summary>
    private readonly List<int> _lists = [0];
    private readonly int[] _entries;
    private readonly List<FenceLookup> _parts = [];

    internal FenceLookup(ReadOnlySpan<Box> boxes)
        : this(
            boxes,
            [.. Enumerable.Range(0, boxes.Length)],
            Around(boxes),
            1,
            new Room(MostEntriesInParts * boxes.Length))
    {
    }

    private FenceLookup(ReadOnlySpan<Box> boxes, List<int> members, in Box region, int depth, Room room)
    {
        _box = region;
        _frame = FrameFor(boxes, members, region);
        var lists = new List<int>?[_frame.Columns * _frame.Rows];
        foreach (var member in members)
        {
            var (west, south, east, north) = Span(_frame, boxes[member].Within(region));
            for (var row = south; row <= north; row++)
            {
                for (var column = west; column <= east; column++)
                {
                    (lists[(row * _frame.Columns) + column] ??= []).Add(member);
                }
            }
        }

        _cells = new int[lists.Length];
        for (var cell = 0; cell < lists.Length; cell++)
        {
            _cells[cell] = lists[cell] is { } list ? Code(boxes, list, CellBox(cell), depth, room) : 0;
        }

        _entries = [.. _lists];
        _lists.Clear();
    }

    /// <summary>The numbers of the boxes that may hold the point, ascending.</summary>
    internal ReadOnlySpan<int> At(double longitude, double latitude)
    {
        var at = this;
        while (at._box.Holds(longitude, latitude))
        {
            var code = at._cells[(at._frame.Row(latitude) * at._frame.Columns) + at._frame.Column(longitude)];
            if (code >= 0)
            {
                return code == 0 ? [] : at._entries.AsSpan(code + 1, at._entries[code]);
            }

            at = at._parts[~code];
        }

        return [];
    }

    private int Code(ReadOnlySpan<Box> boxes, List<int> list, in Box cell, int depth, Room room)
    {
        if (list.Count > CrowdSize && depth < MostDepth)
        {
            var region = Box.Empty;
            var small = false;
            foreach (var member in list)
            {
                var part = boxes[member].Within(cell);
                region = region.And(part);
                small |= Math.Max(part.Width, part.Height) < cell.Width / 2;
            }

            if (small && room.Take(MostEntriesPerBox * (long)list.Count))
            {
                _parts.Add(new FenceLookup(boxes, list, region, depth + 1, room));
                return ~(_parts.Count - 1);
            }
        }

        _lists.Add(list.Count);
        _lists.AddRange(list);
        return _lists.Count - list.Count - 1;
    }

    private Box CellBox(int cell)
    {
        var (row, column) = Math.DivRem(cell, _frame.Columns);
        return new(
            _frame.EastBorder(column - 1), _frame.NorthBorder(row - 1), _frame.EastBorder(column),
            _frame.NorthBorder(row));
    }

    private static CellFrame FrameFor(ReadOnlySpan<Box> boxes, List<int> members, in Box region)
    {
        for (var wanted = Math.Max(LeastCells, CellsPerBox * members.Count); ; wanted /= 4)
        {
            var frame = new CellFrame(region, wanted);
            var entries = 0L;
            foreach (var member in members)
            {
                var (west, south, east, north) = Span(frame, boxes[member].Within(region));
                entries += (long)(east - west + 1) * (north - south + 1);
            }

            if (entries <= MostEntriesPerBox * members.Count || wanted <= 1)
            {
                return frame;
            }
        }
    }

    private static (int West, int South, int East, int North) Span(in CellFrame frame, in Box box) =>
        (frame.Column(box.West), frame.Row(box.South), frame.Column(box.East), frame.Row(box.North));

    private static Box Around(ReadOnlySpan<Box> boxes)
    {
        var around = boxes.IsEmpty ? default : boxes[0];
        foreach (var box in boxes)
        {
            around = around.And(box);
        }

        return around;
    }

    /// <summary>What is left of the entries that all parts together may have.</summary>
    private sealed class Room(long entries)
    {
        private long _left = entries;

        internal bool Take(long most)
        {
            if (most > _left)
            {
                return false;
            }

            _left -= most;
            return true;
        }
    }
}
