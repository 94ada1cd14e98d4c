namespace Kinerja.Domain.Geofencing;

/// <summary>
/// An order of boxes in which those that shall have one parent stand together, and those of one grandparent, and so on
/// up: cut in two again and again, across the longer side of where their centres lie, at the multiples of what a parent
/// holds.
/// </summary>
internal static class PackingOrder
{
    /// <summary>The boxes' numbers in that order; equal centres keep no order.</summary>
    internal static int[] Of(ReadOnlySpan<Box> boxes)
    {
        var (xs, ys) = (new double[boxes.Length], new double[boxes.Length]);
        var numbers = new int[boxes.Length];
        for (var i = 0; i < boxes.Length; i++)
        {
            // An empty box has no centre; anywhere will do.
            var none = boxes[i].West > boxes[i].East;
            (xs[i], ys[i]) = none ? (0, 0) : (boxes[i].West + boxes[i].East, boxes[i].South + boxes[i].North);
            numbers[i] = i;
        }

        var held = 1;
        while (held * BoxTree.Fanout < boxes.Length)
        {
            held *= BoxTree.Fanout;
        }

        Cut(numbers, xs, ys, new double[boxes.Length], held);
        return numbers;
    }

    /// <param name="numbers">Of the boxes to be put in order.</param>
    /// <param name="xs">The centres of all boxes.</param>
    /// <param name="ys">The same.</param>
    /// <param name="keys">Room to work in, as long as the numbers.</param>
    /// <param name="held">How many boxes one child of theirs holds.</param>
    private static void Cut(Span<int> numbers, double[] xs, double[] ys, Span<double> keys, int held)
    {
        while (held > 1 && numbers.Length <= held)
        {
            held /= BoxTree.Fanout;
        }

        if (numbers.Length <= BoxTree.Fanout)
        {
            return;
        }

        var along = Extent(numbers, xs) >= Extent(numbers, ys) ? xs : ys;
        for (var i = 0; i < numbers.Length; i++)
        {
            keys[i] = along[numbers[i]];
        }

        MemoryExtensions.Sort(keys, numbers);
        var children = (numbers.Length + held - 1) / held;
        var first = children / 2 * held;
        Cut(numbers[..first], xs, ys, keys[..first], held);
        Cut(numbers[first..], xs, ys, keys[first..], held);
    }

    private static double Extent(ReadOnlySpan<int> numbers, double[] values)
    {
        var (least, most) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var number in numbers)
        {
            (least, most) = (Math.Min(least, values[number]), Math.Max(most, values[number]));
        }

        return most - least;
    }
}
