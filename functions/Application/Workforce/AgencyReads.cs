using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Workforce;

/// <summary>One read of each of several agencies, some at once.</summary>
internal static class AgencyReads
{
    private const int AtOnce = 16;

    /// <summary>What was read of each, in the order of the agencies.</summary>
    internal static async Task<T[]> ReadEachAsync<T>(
        this IReadOnlyList<Agency> agencies, Func<Agency, CancellationToken, ValueTask<T>> read,
        CancellationToken cancel)
    {
        var found = new T[agencies.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel };
        await Parallel.ForAsync(0, found.Length, options, async (i, stop) => found[i] = await read(agencies[i], stop));
        return found;
    }
}
