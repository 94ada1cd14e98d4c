using Kinerja.Application.Runs;
using Kinerja.Application.Workforce;
using Kinerja.Domain.Objections;
using Kinerja.Domain.Runs;
using NodaTime;

namespace Kinerja.Application.Objections;

/// <summary>
/// Opens the window for objections when a result is delivered, which is when the bus has taken its pages and everybody
/// has been told. A revision opens one for those whose outcome it changed; where it changed nobody's, the one before
/// runs on.
/// </summary>
public sealed class ObjectionWindow(IAgencies agencies, CompareRevisions compare, PinnedPolicies policies)
{
    public async Task<EvaluationRun> OpenAsync(EvaluationRun run, Instant now, CancellationToken cancel)
    {
        if (run.ObjectionsUntil is not null
            && !(await compare.ExecuteAsync(run, cancel)).Any(change => change.OpensTerm()))
        {
            return run with { PublishedAt = now };
        }

        var agency = await agencies.FindAsync(run.AgencyId, cancel)
            ?? throw new InvalidOperationException($"{run.AgencyId} has a run and is not registered.");
        var policy = await policies.ObjectionAsync(run, cancel);
        var days = await policies.DaysAsync(run.AgencyId, cancel);
        var today = now.InZone(agency.Zone).Date;
        var deemed = Deadline.LastDay(today, policy.DeemedDelivery, days.IsWorkingDay);
        var until = Deadline.LastDay(deemed, policy.ToObject, days.IsWorkingDay);
        return run with
        {
            PublishedAt = now,
            DeemedOn = deemed,
            UncoveredYears =
            [
                .. Deadline.UncoveredYears(today, deemed, policy.DeemedDelivery, days.IsCovered)
                    .Union(Deadline.UncoveredYears(deemed, until, policy.ToObject, days.IsCovered)).Order(),
            ],
            // A term that was opened before runs on, also when the calendar has changed since.
            ObjectionsUntil = run.ObjectionsUntil is { } before ? LocalDate.Max(before, until) : until,
        };
    }
}
