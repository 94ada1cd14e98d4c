namespace Kinerja.Domain.WorkPlans;

/// <summary>
/// Shares of 100%, in hundredths of a percent, that add to 100% exactly: each is rounded half up where that can be, and
/// what is missing or too much goes by the largest remainder, of equals to the one that stands first.
/// </summary>
public static class Shares
{
    public const int All = 10_000;

    /// <summary>Parts are zero or more and one of them at least is above zero.</summary>
    public static IReadOnlyList<int> OfAll(IReadOnlyList<long> parts)
    {
        var total = parts.Sum();
        var whole = parts.Select(p => (int)(p * All / total)).ToArray();
        var left = All - whole.Sum();
        foreach (var i in Enumerable.Range(0, parts.Count).OrderByDescending(i => parts[i] * All % total).ThenBy(i => i)
            .Take(left))
        {
            whole[i]++;
        }

        return whole;
    }
}
