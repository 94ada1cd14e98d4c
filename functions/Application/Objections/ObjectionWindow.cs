using Kinerja.Application.Runs;
using Kinerja.Application.Workforce;
using Kinerja.Domain.Objections;
using Kinerja.Domain.Runs;
using NodaTime;

namespace Kinerja.Application.Objections;

/// <summary>Opens the window for objections when a result is delivered, which is when the bus has taken it.</summary>
public sealed class ObjectionWindow(IAgencies agencies, PinnedPolicies policies)
{
    public async Task<EvaluationRun> OpenAsync(EvaluationRun run, Instant now, CancellationToken cancel)
    {
        if (run.ObjectionsUntil is not null)
        {
            return run with { PublishedAt = now };
        }

        var agency = await agencies.FindAsync(run.AgencyId, cancel)
            ?? throw new InvalidOperationException($"{run.AgencyId} has a run and is not registered.");
        var policy = await policies.ObjectionAsync(run, cancel);
        var isWorkingDay = await policies.WorkingDaysAsync(run.AgencyId, cancel);
        return run with
        {
            PublishedAt = now,
            ObjectionsUntil = Deadline.LastDay(now.InZone(agency.Zone).Date, policy.ToObject, isWorkingDay)
        };
    }
}
