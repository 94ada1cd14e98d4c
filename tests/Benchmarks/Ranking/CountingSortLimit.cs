using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Ranking;

namespace Kinerja.Benchmarks.Ranking;

/// <summary>
/// What the machine could do: flat arrays, one 31-bit key a person, three counting passes of 11 bits, places written
/// and percent ranks straight into arrays, a counter a unit. No records, no ids, no explanation: a limit, not a design.
/// </summary>
internal static class CountingSortLimit
{
    private const int DigitBits = 11;
    private const int Digits = 1 << DigitBits;
    private const int ScoreBits = 14;
    private const int BestPredicate = (int)Predicate.VeryGood;
    private const byte In = 1;
    private const byte Tied = 2;

    private static readonly int[] Predicates = [.. Cells().Select(p => (int)p)];

    public static RankingSum Rank(RatedPerson[] people)
    {
        var (keys, order) = (new int[people.Length], new int[people.Length]);
        var counts = new int[(1 + LastUnit(people)) * (1 + BestPredicate)];
        var assessed = 0;
        for (var i = 0; i < people.Length; i++)
        {
            if (people[i].Rated)
            {
                keys[assessed] = KeyOf(people[i]);
                order[assessed++] = i;
                counts[(people[i].Unit * (1 + BestPredicate)) + PredicateOf(people[i])]++;
            }
        }

        Sort(keys, order, assessed);
        var outcome = new Outcome(new int[people.Length], new double[people.Length], new byte[people.Length]);
        return Place(keys.AsSpan(0, assessed), order, outcome) with { Breaches = Breaches(counts) };
    }

    private static int LastUnit(RatedPerson[] people)
    {
        var last = 0;
        foreach (var person in people)
        {
            last = Math.Max(last, person.Unit);
        }

        return last;
    }

    private static int PredicateOf(in RatedPerson person) => Predicates[(person.Result * 3) + person.Behaviour];

    /// <summary>The better, the smaller, so that a rising sort puts the best first.</summary>
    private static int KeyOf(in RatedPerson person)
    {
        var score = ((person.Skp * 70) + (person.BehaviourScore * 30) + 50) / 100;
        return int.MaxValue - ((PredicateOf(person) << (2 * ScoreBits)) | (score << ScoreBits) | person.BehaviourScore);
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

    private static RankingSum Place(ReadOnlySpan<int> keys, int[] order, Outcome outcome)
    {
        var cap = keys.Length * RankingPolicy.Default.TopPercent / 100;
        var (sum, millionths, inTop, tied) = (0L, 0L, 0L, 0L);
        for (int start = 0, end; start < keys.Length; start = end)
        {
            for (end = start + 1; end < keys.Length && keys[end] == keys[start];)
            {
                end++;
            }

            var good = (int.MaxValue - keys[start]) >> (2 * ScoreBits) >= (int)RankingPolicy.Default.TopFloor;
            var mark = !good || start >= cap ? (byte)0 : end <= cap ? In : Tied;
            var percent = start / (double)Math.Max(1, keys.Length - 1);
            for (var i = start; i < end; i++)
            {
                outcome.Places[order[i]] = start + 1;
                outcome.Percents[order[i]] = percent;
                outcome.Top[order[i]] = mark;
            }

            millionths += (long)(percent * 1e6) * (end - start);
            sum += (long)(start + 1) * (end - start);
            inTop += mark == In ? end - start : 0;
            tied += mark == Tied ? end - start : 0;
        }

        return new RankingSum(keys.Length, sum, millionths, inTop, tied, 0);
    }

    private static int Breaches(ReadOnlySpan<int> counts)
    {
        var breaches = 0;
        for (; counts.Length > 0; counts = counts[(1 + BestPredicate)..])
        {
            breaches += RankingSum.BreaksPattern(counts[..(1 + BestPredicate)]) ? 1 : 0;
        }

        return breaches;
    }

    private static IEnumerable<Predicate> Cells() =>
        from result in Enum.GetValues<ExpectationLevel>()
        from behaviour in Enum.GetValues<ExpectationLevel>()
        select PredicateMatrix.PermenPanrb6Of2022.PredicateOf(result, behaviour);

    /// <summary>By person, as they were given.</summary>
    private readonly record struct Outcome(int[] Places, double[] Percents, byte[] Top);
}
