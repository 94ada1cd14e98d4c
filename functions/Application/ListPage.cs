namespace Kinerja.Application;

/// <summary>A page of a list, and the key after which the next one begins; null when there is none.</summary>
public sealed record ListPage<T>(IReadOnlyList<T> Items, string? Next);

internal static class ListPages
{
    /// <summary>
    /// By key and after a key, so that nothing is left out when what came before is dealt with meanwhile.
    /// </summary>
    internal static ListPage<T> After<T>(this IEnumerable<T> all, string? after, int most, Func<T, string> key)
    {
        var rest = all.Select(item => (Item: item, Key: key(item)))
            .Where(item => after is null || string.CompareOrdinal(item.Key, after) > 0)
            .OrderBy(item => item.Key, StringComparer.Ordinal)
            .Take(most + 1)
            .ToList();
        return new([.. rest.Take(most).Select(item => item.Item)], rest.Count > most ? rest[most - 1].Key : null);
    }
}
