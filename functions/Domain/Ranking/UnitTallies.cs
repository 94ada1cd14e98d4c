using Kinerja.Domain.Evaluation;

namespace Kinerja.Domain.Ranking;

/// <summary>Counts people by unit and predicate while they go by, and gives each unit a number for it.</summary>
internal sealed class UnitTallies
{
    internal const int NoUnit = -1;

    /// <summary>One counter for those without a predicate, then one for each predicate, which count from 1.</summary>
    private const int Counters = (int)Predicate.VeryGood + 1;

    private readonly Dictionary<UnitId, int> _numbers = [];
    private int[] _counts = new int[8 * Counters];
    private (UnitId Unit, int Number) _last = (default, NoUnit);

    internal int Count => _numbers.Count;

    /// <summary>Counts one person, null: not assessed; returns the unit's number.</summary>
    internal int Add(UnitId? unit, Predicate? predicate)
    {
        if (unit is not { } own)
        {
            return NoUnit;
        }

        // Lists often come unit by unit.
        var number = _last.Number != NoUnit && _last.Unit == own ? _last.Number : NumberOf(own);
        _last = (own, number);
        _counts[(number * Counters) + (predicate is { } known ? (int)known : 0)]++;
        return number;
    }

    internal UnitTally[] InOrder()
    {
        var tallies = _numbers.Select(unit => TallyOf(unit.Key, _counts.AsSpan(unit.Value * Counters, Counters)))
            .ToArray();
        Array.Sort(tallies, static (a, b) => string.CompareOrdinal(a.UnitId.ToString(), b.UnitId.ToString()));
        return tallies;
    }

    private static UnitTally TallyOf(UnitId unit, ReadOnlySpan<int> counts) =>
        new(unit, new PredicateCounts(counts[1], counts[2], counts[3], counts[4], counts[5]), counts[0]);

    private int NumberOf(UnitId unit)
    {
        if (_numbers.TryGetValue(unit, out var number))
        {
            return number;
        }

        number = _numbers.Count;
        _numbers.Add(unit, number);
        if (_counts.Length < (number + 1) * Counters)
        {
            Array.Resize(ref _counts, _counts.Length * 2);
        }

        return number;
    }
}
