namespace Kinerja.Domain.Ranking;

/// <summary>
/// Puts words in order of merit, equals in the order in which they came. Many: a counting sort by 11 bits at a time,
/// the lowest first (radix sort), whose time grows with the number alone. Few: the platform's sort, since the counters
/// cost more than they save; whole words sort alike, because the place in the list follows the merit in them.
/// </summary>
internal static class RankSort
{
    internal const int Few = 512;

    private const int DigitBits = 11;
    private const int Digits = 1 << DigitBits;
    private const int Passes = 3;

    /// <summary>Scratch is as long as the words; what is left in it means nothing.</summary>
    internal static void Sort(Span<ulong> words, Span<ulong> scratch)
    {
        if (words.Length < Few)
        {
            words.Sort();
            return;
        }

        Span<int> counts = stackalloc int[Passes * Digits];
        counts.Clear();
        Count(words, counts);
        var from = words;
        var to = scratch;
        for (var pass = 0; pass < Passes; pass++)
        {
            var starts = counts.Slice(pass * Digits, Digits);
            if (starts[DigitOf(words[0], pass)] == words.Length)
            {
                continue; // All are alike here: nothing to move.
            }

            Spread(from, to, starts, pass);
            var emptied = from;
            from = to;
            to = emptied;
        }

        if (from != words)
        {
            from.CopyTo(words);
        }
    }

    private static void Count(ReadOnlySpan<ulong> words, Span<int> counts)
    {
        foreach (var word in words)
        {
            counts[DigitOf(word, 0)]++;
            counts[Digits + DigitOf(word, 1)]++;
            counts[(2 * Digits) + DigitOf(word, 2)]++;
        }
    }

    private static void Spread(ReadOnlySpan<ulong> from, Span<ulong> to, Span<int> starts, int pass)
    {
        for (int digit = 0, start = 0; digit < Digits; digit++)
        {
            (starts[digit], start) = (start, start + starts[digit]);
        }

        foreach (var word in from)
        {
            to[starts[DigitOf(word, pass)]++] = word;
        }
    }

    private static int DigitOf(ulong word, int pass) =>
        (int)((word >> (RankKey.MeritShift + (pass * DigitBits))) & (Digits - 1));
}
