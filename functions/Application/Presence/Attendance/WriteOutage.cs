using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>
/// Every change of an outage window is a new version; before it is written it marks the agency's months that it or the
/// version before it touches.
/// </summary>
public sealed class WriteOutage(IOutages outages, IStaleMonths dirty)
{
    internal async Task<Result<OutageNotice>> SaveAsync(
        OutageNotice next, OutageNotice? current, VersionCondition? condition, CancellationToken cancel)
    {
        if (current is not null && current.SaysTheSameAs(next))
        {
            return current;
        }

        if (condition?.Allows(current?.Version) == false)
        {
            return Stale(current);
        }

        foreach (var month in next.MonthsUntil(next.DeclaredAt).Union(current?.MonthsUntil(next.DeclaredAt) ?? []))
        {
            await dirty.MarkAllAsync(next.AgencyId, month, cancel);
        }

        return await outages.AddVersionAsync(next, cancel) ? next : Stale(current);
    }

    private static Refusal Stale(OutageNotice? current) =>
        Refusal.Stale($"The current version is {current?.Version ?? 0}.");
}
