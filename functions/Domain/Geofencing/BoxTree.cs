namespace Kinerja.Domain.Geofencing;

/// <summary>
/// Boxes of boxes, eight to one, packed into flat arrays level by level, the lowest level first. The order of the lowest
/// boxes is the caller's: what lies together should stand together. Empty boxes fill each level to a multiple of eight.
/// </summary>
internal sealed class BoxTree
{
    internal const int Fanout = 8;

    /// <summary>Entries that a walk may have waiting: eight for each level of a tree of 8^8 boxes.</summary>
    internal const int MostWaiting = 64;

    private readonly int[] _levelStarts;

    internal BoxTree(ReadOnlySpan<Box> lowest)
    {
        var starts = new List<int>();
        var total = 0;
        var count = lowest.Length;
        do
        {
            starts.Add(total);
            count = (count + Fanout - 1) / Fanout;
            total += Math.Max(1, count) * Fanout;
        }
        while (count > 1);

        _levelStarts = [.. starts];
        (West, South, East, North) = (new double[total], new double[total], new double[total], new double[total]);
        for (var i = 0; i < total; i++)
        {
            Put(i, Box.Empty);
        }

        for (var i = 0; i < lowest.Length; i++)
        {
            Put(i, lowest[i]);
        }

        for (var level = 1; level < _levelStarts.Length; level++)
        {
            Raise(level);
        }
    }

    internal double[] West { get; }

    internal double[] South { get; }

    internal double[] East { get; }

    internal double[] North { get; }

    internal int TopLevel => _levelStarts.Length - 1;

    internal long Bytes => 32L * West.Length;

    /// <summary>Where in the arrays the children of a box stand: the box's place on its level, one level above theirs.</summary>
    internal int ChildrenAt(int level, int place) => _levelStarts[level] + (place * Fanout);

    private void Raise(int level)
    {
        var (below, at) = (_levelStarts[level - 1], _levelStarts[level]);
        for (var child = below; child < at; child += Fanout)
        {
            var box = Box.Empty;
            for (var i = child; i < child + Fanout; i++)
            {
                box = box.And(new(West[i], South[i], East[i], North[i]));
            }

            Put(at + ((child - below) / Fanout), box);
        }
    }

    private void Put(int at, in Box box) => (West[at], South[at], East[at], North[at]) = (box.West, box.South, box.East, box.North);
}
