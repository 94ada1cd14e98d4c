using Kinerja.Application.Events;
using Kinerja.Application.FollowUp;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Tables;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.FlexibleWork;

namespace Kinerja.Application.FlexibleWork;

/// <summary>
/// Writes a grant and tells of it. A change that reaches back marks the months of past days before it is written.
/// </summary>
public sealed class WriteEntitlement(
    IEntitlements entitlements, IStaleMonths dirty, OutboxPublisher tell, TimeProvider clock)
{
    internal async Task<Result<Entitlement>> WriteAsync(
        AgencyId agency,
        Tagged<Entitlement>? known,
        Result<Entitlement> decided,
        CancellationToken cancel)
    {
        if (!decided.TryGet(out var next, out var refusal) || next == known?.Value)
        {
            return refusal is null ? next! : refusal;
        }

        foreach (var month in EntitlementRules.MonthsTouched(next, known?.Value, clock.Now()))
        {
            await dirty.MarkAsync(agency, next.EmployeeId, month, cancel);
        }

        var news = FollowUpEvents.Of(agency, next);
        if (!await entitlements.PutAsync(agency, next, known?.Tag, news, cancel))
        {
            return Refusal.Stale("Somebody else changed this entitlement meanwhile.");
        }

        await tell.SendAsync(agency, news, cancel);
        return next;
    }
}
