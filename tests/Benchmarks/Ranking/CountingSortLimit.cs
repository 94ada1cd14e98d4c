using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Ranking;

namespace Kinerja.Benchmarks.Ranking;

/// <summary>
/// What the machine could do: flat arrays, one 31-bit key a person, three counting passes of 11 bits, places written
/// straight into an array. No records, no ids, no explanation: a limit, not a design.
/// </summary>
internal static class CountingSortLimit
{
    private const int DigitBits = 11;
    private const int Digits = 1 << DigitBits;
    private const int ScoreBits = 14;
    private const byte In = 1;
    private const byte Tied = 2;

    private static readonly int[] Predicates = [.. Cells().Select(p => (int)p)];

    public static RankingSum Rank(RatedPerson[] people)
    {
        var (keys, order) = (new int[people.Length], new int[people.Length]);
        var assessed = 0;
        for (var i = 0; i < people.Length; i++)
        {
            if (people[i].Rated)
            {
                keys[assessed] = KeyOf(people[i]);
                order[assessed++] = i;
            }
        }

        Sort(keys, order, assessed);
        var (places, top) = (new int[people.Length], new byte[people.Length]);
        return Place(keys.AsSpan(0, assessed), order, places, top);
    }

    /// <summary>The better, the smaller, so that a rising sort puts the best first.</summary>
    private static int KeyOf(in RatedPerson person)
    {
        var score = ((person.Skp * 70) + (person.BehaviourScore * 30) + 50) / 100;
        var predicate = Predicates[(person.Result * 3) + person.Behaviour];
        return int.MaxValue - ((predicate << (2 * ScoreBits)) | (score << ScoreBits) | person.BehaviourScore);
    }

    private static void Sort(int[] keys, int[] order, int count)
    {
        var (fromKeys, toKeys, from, to) = (keys, new int[count], order, new int[count]);
        Span<int> starts = stackalloc int[Digits];
        for (var shift = 0; shift < 3 * DigitBits; shift += DigitBits)
        {
            starts.Clear();
            for (var i = 0; i < count; i++)
            {
                starts[(fromKeys[i] >> shift) & (Digits - 1)]++;
            }

            for (int digit = 0, start = 0; digit < Digits; digit++)
            {
                (starts[digit], start) = (start, start + starts[digit]);
            }

            for (var i = 0; i < count; i++)
            {
                var at = starts[(fromKeys[i] >> shift) & (Digits - 1)]++;
                toKeys[at] = fromKeys[i];
                to[at] = from[i];
            }

            (fromKeys, toKeys, from, to) = (toKeys, fromKeys, to, from);
        }

        // An odd number of passes ends in the other pair.
        Array.Copy(fromKeys, keys, count);
        Array.Copy(from, order, count);
    }

    private static RankingSum Place(ReadOnlySpan<int> keys, int[] order, int[] places, byte[] top)
    {
        var cap = keys.Length * RankingPolicy.Default.TopPercent / 100;
        var (sum, inTop, tied) = (0L, 0L, 0L);
        for (int start = 0, end; start < keys.Length; start = end)
        {
            for (end = start + 1; end < keys.Length && keys[end] == keys[start];)
            {
                end++;
            }

            var good = (int.MaxValue - keys[start]) >> (2 * ScoreBits) >= (int)RankingPolicy.Default.TopFloor;
            var mark = !good || start >= cap ? (byte)0 : end <= cap ? In : Tied;
            for (var i = start; i < end; i++)
            {
                places[order[i]] = start + 1;
                top[order[i]] = mark;
            }

            sum += (long)(start + 1) * (end - start);
            inTop += mark == In ? end - start : 0;
            tied += mark == Tied ? end - start : 0;
        }

        return new RankingSum(keys.Length, sum, inTop, tied);
    }

    private static IEnumerable<Predicate> Cells() =>
        from result in Enum.GetValues<ExpectationLevel>()
        from behaviour in Enum.GetValues<ExpectationLevel>()
        select PredicateMatrix.PermenPanrb6Of2022.PredicateOf(result, behaviour);
}
