namespace Kinerja.AgencyApp;

/// <summary>
/// Seeded chance (SplitMix64), a stream of its own for every name: what one person does on one day depends on the seed,
/// the person and the day only, so that any day can be made without the days before it.
/// </summary>
internal sealed class Dice
{
    private ulong _state;

    internal Dice(int seed, params ReadOnlySpan<string> names)
    {
        // FNV-1a: string.GetHashCode differs from process to process.
        var hash = (14695981039346656037 ^ unchecked((uint)seed)) * 1099511628211;
        foreach (var name in names)
        {
            foreach (var character in name)
            {
                hash = (hash ^ character) * 1099511628211;
            }

            hash = (hash ^ '/') * 1099511628211;
        }

        _state = hash;
    }

    /// <summary>A whole number, both ends included.</summary>
    internal int Between(int least, int most) =>
        least + (int)Math.BigMul(Next(), (ulong)(most - least + 1), out _);

    /// <summary>The same, but the middle is likelier than the ends.</summary>
    internal int Around(int least, int most) => (Between(least, most) + Between(least, most) + 1) >> 1;

    internal double Between(double least, double most) =>
        least + ((Next() >> 11) * (1.0 / (1UL << 53)) * (most - least));

    internal bool Chance(double share) => Between(0.0, 1.0) < share;

    internal T Pick<T>(IReadOnlyList<T> items) => items[Between(0, items.Count - 1)];

    /// <summary>All items in a random order.</summary>
    internal List<T> Shuffle<T>(IEnumerable<T> items)
    {
        var list = items.ToList();
        for (var i = list.Count - 1; i > 0; i--)
        {
            var j = Between(0, i);
            (list[i], list[j]) = (list[j], list[i]);
        }

        return list;
    }

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = _state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
