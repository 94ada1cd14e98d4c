using NodaTime;

namespace Kinerja.Domain.Presence.Attendance;

/// <summary>How much of a span lies in outage windows; what lies in two windows counts once.</summary>
internal static class OutageRules
{
    /// <param name="windows">By their beginning.</param>
    /// <param name="from">Included.</param>
    /// <param name="to">Excluded.</param>
    internal static Duration Within(IReadOnlyList<OutageWindow> windows, Instant from, Instant to)
    {
        var (sum, covered) = (Duration.Zero, from);
        foreach (var window in windows)
        {
            var (begin, end) = (Instant.Max(window.From, covered), Instant.Min(window.To, to));
            if (begin < end)
            {
                sum += end - begin;
                covered = end;
            }
        }

        return sum;
    }
}
