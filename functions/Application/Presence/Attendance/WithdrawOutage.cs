using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>Takes an outage window back.</summary>
public sealed class WithdrawOutage(WriteOutage step, IOutages outages, TimeProvider clock)
{
    public async Task<Result<OutageNotice>> ExecuteAsync(
        Actor actor, ClientId id, VersionCondition? condition, CancellationToken cancel)
    {
        if (await outages.FindAsync(actor.Agency, id, cancel) is not { } current
            || (current.Withdrawn && condition?.Match is not { Any: false }))
        {
            return NotFound.Outage(id);
        }

        var next = current with
        {
            Version = current.Version + 1,
            Withdrawn = true,
            DeclaredAt = clock.Now(),
            Actor = actor,
        };
        return await step.SaveAsync(next, current, condition, cancel);
    }
}
