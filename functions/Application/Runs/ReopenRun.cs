using Kinerja.Application.Events;
using Kinerja.Application.Policies;
using Kinerja.Application.Tables;
using Kinerja.Application.Telemetry;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Objections;
using Kinerja.Domain.Runs;

namespace Kinerja.Application.Runs;

/// <summary>An official's act as it came.</summary>
public sealed record ReopeningCommand(EmployeeId By, string Reason);

/// <summary>
/// Opens a final result again, so that ratings may be put right with a reason up to a last day. Nothing changes by the
/// act itself; it is told by an event of its own, at once or by the next round of the timer.
/// </summary>
public sealed class ReopenRun(
    AgencyDirectory register, IRuns runs, PinnedPolicies policies, OutboxPublisher tell, TimeProvider clock)
{
    public async Task<Result<EvaluationRun>> ExecuteAsync(
        Actor actor, AppraisalPeriod period, ReopeningCommand asked, CancellationToken cancel)
    {
        if (await register.FindAgencyAsync(actor.Agency, cancel) is not { } agency)
        {
            return NotFound.Agency(actor.Agency);
        }

        if (await runs.FindAsync(agency.Id, period, cancel) is not { } found)
        {
            return NotFound.Run(period);
        }

        var now = clock.Now();
        var today = now.InZone(agency.Zone).Date;
        if (await register.FindEmployeeAsync(agency.Id, asked.By, today, cancel) is not { } official)
        {
            return NotFound.Employee(asked.By, "/reopenedById");
        }

        if (!RunRules.InReach(agency, now).Contains(period))
        {
            return new Refusal(
                RefusalKind.Unprocessable, RefusalCodes.ReopeningTooLate, $"{period} is more than a year back.");
        }

        var terms = (await register.PoliciesOfAsync(agency.Id, PolicyKinds.Objection, cancel)).On(today).Reopening;
        var days = await policies.DaysAsync(agency.Id, cancel);
        var until = Deadline.LastDay(today, terms.Term, days.IsWorkingDay);
        var act = new Reopening(asked.By, asked.Reason, found.Value.Revision, now, until)
        {
            Actor = actor,
            UncoveredYears = [.. Deadline.UncoveredYears(today, until, terms.Term, days.IsCovered)],
        };
        if (!ReopeningRules.Reopen(found.Value, act, official, terms).TryGet(out var opened, out var refusal))
        {
            return refusal;
        }

        if (!ReferenceEquals(opened, found.Value))
        {
            if (!await runs.ReplaceAsync(opened, found.Tag, cancel))
            {
                return Refusal.Stale("Somebody else wrote to this run at the same moment; read it again.");
            }

            RunMetrics.Reached(opened);
        }

        await TellAsync((await runs.FindAsync(agency.Id, period, cancel))!, cancel);
        return opened;
    }

    /// <summary>Does nothing where the last reopening has been told, or there is none.</summary>
    public async Task TellAsync(Tagged<EvaluationRun> found, CancellationToken cancel)
    {
        if (found.Value.Reopenings is not [.., { Told: false } last])
        {
            return;
        }

        var all = found.Value.Reopenings;
        await tell.PublishAsync([RunEvents.Reopened(found.Value, last, all.Count)], cancel);

        // Whoever wrote in between leaves it untold: the next round tells the same, and the bus drops it.
        await runs.ReplaceAsync(
            found.Value with { Reopenings = [.. all.SkipLast(1), last with { Told = true }] }, found.Tag, cancel);
    }
}
