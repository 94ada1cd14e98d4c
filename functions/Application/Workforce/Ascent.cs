namespace Kinerja.Application.Workforce;

/// <summary>A walk upward in the register. It ends at the top, and where a register goes round in a circle.</summary>
internal static class Ascent
{
    /// <summary>Each once, nearest first; what the register does not know is the last, and null.</summary>
    internal static async IAsyncEnumerable<(TId Id, T? Found)> FromAsync<TId, T>(
        TId? first, Func<TId, Task<T?>> find, Func<T, TId?> above)
        where TId : struct
        where T : class
    {
        var seen = new HashSet<TId>();
        for (var next = first; next is { } id && seen.Add(id);)
        {
            var found = await find(id);
            yield return (id, found);
            next = found is null ? null : above(found);
        }
    }
}
