namespace Kinerja.Domain.Tests.Surveys;

/// <summary>
/// A reader who keeps everything that was ever told of a question and adds and subtracts it at will: which sums over
/// people come out? Unknown are each group's counts at each closing; a group in which nobody answered anew is known to
/// be the same as before, which is more than a reader knows. Slow: it solves for every set of groups.
/// </summary>
internal sealed class DisclosureAttack(int groups, int closings)
{
    private const long Prime = 1_000_000_007;

    private readonly List<long[]> _told = [];
    private readonly int[,] _unknowns = new int[closings, groups];
    private int _count;

    /// <summary>Begins a closing, in which these groups are known to be as at the one before.</summary>
    internal void Begin(int closing, Func<int, bool> isUnchanged)
    {
        for (var group = 0; group < groups; group++)
        {
            _unknowns[closing, group] =
                closing > 0 && isUnchanged(group) ? _unknowns[closing - 1, group] : _count++;
        }
    }

    internal void Learn(int closing, IEnumerable<int> sumOf) => _told.Add(Sum(closing, sumOf));

    /// <summary>Whether the sum of these groups at that closing comes out.</summary>
    internal bool Finds(int closing, IReadOnlyCollection<int> set) => Spans(Sum(closing, set));

    /// <summary>Whether their change from one closing to the other comes out.</summary>
    internal bool FindsChange(int from, int to, IReadOnlyCollection<int> set) =>
        Spans([.. Sum(to, set).Zip(Sum(from, set), (a, b) => Mod(a - b))]);

    private long[] Sum(int closing, IEnumerable<int> set)
    {
        var row = new long[groups * closings];
        foreach (var group in set)
        {
            row[_unknowns[closing, group]] = Mod(row[_unknowns[closing, group]] + 1);
        }

        return row;
    }

    /// <summary>By elimination, modulo a prime far beyond any determinant of so few rows of ones.</summary>
    private bool Spans(long[] target)
    {
        if (target.All(x => x == 0))
        {
            return false;
        }

        var rows = _told.Select(row => (long[])row.Clone()).ToList();
        var wanted = (long[])target.Clone();
        for (var column = 0; column < wanted.Length; column++)
        {
            var at = rows.FindIndex(row => row[column] != 0);
            if (at < 0)
            {
                continue;
            }

            var pivot = rows[at];
            rows.RemoveAt(at);
            rows.ForEach(row => Eliminate(row, pivot, column));
            Eliminate(wanted, pivot, column);
        }

        return wanted.All(x => x == 0);
    }

    private static void Eliminate(long[] row, long[] pivot, int column)
    {
        var factor = Mod(row[column] * Inverse(pivot[column]));
        for (var i = column; factor != 0 && i < row.Length; i++)
        {
            row[i] = Mod(row[i] - (factor * pivot[i]));
        }
    }

    private static long Inverse(long x)
    {
        var (result, power) = (1L, Prime - 2);
        for (var square = Mod(x); power > 0; power >>= 1, square = Mod(square * square))
        {
            result = (power & 1) == 1 ? Mod(result * square) : result;
        }

        return result;
    }

    private static long Mod(long x) => ((x % Prime) + Prime) % Prime;
}
