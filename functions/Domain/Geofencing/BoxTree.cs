using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Kinerja.Domain.Geofencing;

/// <summary>
/// Boxes of boxes, eight to one, packed into flat arrays level by level, the lowest level first. The lowest boxes stand
/// where neighbours are together, whatever their numbers. Empty boxes fill each level to a multiple of eight.
/// </summary>
internal sealed class BoxTree
{
    internal const int Fanout = 8;

    /// <summary>A walk has room for a tree of 8^9 boxes.</summary>
    internal const int MostLevels = 9;

    private readonly int[] _levelStarts;

    /// <summary>Eight west sides, eight south, eight east, eight north; then those of the next eight boxes.</summary>
    private readonly double[] _sides;

    /// <summary>Which of the given boxes stands at which lowest place.</summary>
    private readonly int[] _numbers;

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
        _numbers = PackingOrder.Of(lowest);
        _sides = new double[4 * total];
        for (var i = 0; i < total; i++)
        {
            Put(i, Box.Empty);
        }

        for (var i = 0; i < lowest.Length; i++)
        {
            Put(i, lowest[_numbers[i]]);
        }

        for (var level = 1; level < _levelStarts.Length; level++)
        {
            Raise(level);
        }
    }

    internal int TopLevel => _levelStarts.Length - 1;

    /// <summary>Which box, as it was given, stands at a lowest place.</summary>
    internal int NumberAt(int place) => _numbers[place];

    /// <summary>The four sides of the eight children, on their level, of the box at a place one level above.</summary>
    internal SidesOfEight Children(int level, int place) =>
        new(ref MemoryMarshal.GetArrayDataReference(_sides), 4 * (_levelStarts[level] + (place * Fanout)));

    private void Raise(int level)
    {
        var (below, at) = (_levelStarts[level - 1], _levelStarts[level]);
        for (var child = below; child < at; child += Fanout)
        {
            var box = Box.Empty;
            for (var i = child; i < child + Fanout; i++)
            {
                box = box.And(At(i));
            }

            Put(at + ((child - below) / Fanout), box);
        }
    }

    private Box At(int place)
    {
        var at = FirstSide(place);
        return new(_sides[at], _sides[at + Fanout], _sides[at + (2 * Fanout)], _sides[at + (3 * Fanout)]);
    }

    private void Put(int place, in Box box)
    {
        var at = FirstSide(place);
        (_sides[at], _sides[at + Fanout]) = (box.West, box.South);
        (_sides[at + (2 * Fanout)], _sides[at + (3 * Fanout)]) = (box.East, box.North);
    }

    private static int FirstSide(int place) => (4 * Fanout * (place / Fanout)) + (place % Fanout);
}

/// <summary>The sides of eight boxes as they stand in a tree, four vectors in a row.</summary>
internal readonly struct SidesOfEight
{
    internal SidesOfEight(ref double sides, int at)
    {
        West = Vector512.LoadUnsafe(ref sides, (nuint)at);
        South = Vector512.LoadUnsafe(ref sides, (nuint)(at + BoxTree.Fanout));
        East = Vector512.LoadUnsafe(ref sides, (nuint)(at + (2 * BoxTree.Fanout)));
        North = Vector512.LoadUnsafe(ref sides, (nuint)(at + (3 * BoxTree.Fanout)));
    }

    internal Vector512<double> West { get; }

    internal Vector512<double> South { get; }

    internal Vector512<double> East { get; }

    internal Vector512<double> North { get; }
}
