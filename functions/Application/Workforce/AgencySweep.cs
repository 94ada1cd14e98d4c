using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Workforce;

/// <summary>A timer's round over all agencies.</summary>
internal static class AgencySweep
{
    /// <summary>
    /// One agency after the other; one that fails keeps no other waiting, and the failures come together at the end,
    /// for the timer's retry. Returns the sum of what was done.
    /// </summary>
    /// <param name="what">Says in a failure what was being done, as in "Planning for".</param>
    internal static async Task<int> ForEachAsync(
        this IAgencies agencies,
        string what,
        Func<Agency, CancellationToken, Task<int>> work,
        CancellationToken cancel)
    {
        var done = 0;
        var failures = new List<Exception>();
        await foreach (var agency in agencies.ListAsync(cancel))
        {
            try
            {
                done += await work(agency, cancel);
            }
            catch (Exception failure) when (!cancel.IsCancellationRequested)
            {
                failures.Add(new InvalidOperationException($"{what} {agency.Id} failed.", failure));
            }
        }

        return failures.Count == 0 ? done : throw new AggregateException(failures);
    }
}
