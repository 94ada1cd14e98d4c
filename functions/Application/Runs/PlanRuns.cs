using Kinerja.Application.Ranking;
using Kinerja.Application.Tables;
using Kinerja.Application.Telemetry;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Runs;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Runs;

/// <summary>
/// Starts what is due, holds what has nothing to rank yet, and sets going again what has stalled. The timer calls it
/// far more often than needed; it decides in each agency's own zone. Doing it twice changes nothing: the run's row is
/// added once, and it says whether its steps have been sent.
/// </summary>
public sealed class PlanRuns(
    IAgencies agencies,
    IWorkforce workforce,
    IRuns runs,
    DispatchSteps dispatch,
    HoldRun hold,
    PinnedPolicies policies,
    EvaluatedPeriods periods,
    RunSettings settings,
    LineSecrets secrets,
    TimeProvider clock)
{
    /// <summary>
    /// All agencies: plans each due period, and wakes stalled runs of them, of those before, of revisions,
    /// and of ones that were started by hand within the days of grace. One that is held is planned as soon as somebody
    /// would be assessed, also within grace if it was started by hand. Returns how many runs were touched.
    /// </summary>
    public Task<int> PlanDueAsync(CancellationToken cancel) => agencies.ForEachAsync("Planning for", PlanAsync, cancel);

    /// <summary>One agency and period by hand, as soon as the period is over; grace is the timer's business.</summary>
    public async Task<Result<EvaluationRun>> StartAsync(
        Actor actor, AppraisalPeriod period, CancellationToken cancel)
    {
        var agencyId = actor.Agency;
        if (await agencies.FindAsync(agencyId, cancel) is not { } agency)
        {
            return NotFound.Agency(agencyId);
        }

        if ((RunRules.IsOver(period, agency, clock.Now()) ?? await periods.WhyNotAsync(agency, period, cancel))
            is { } refusal)
        {
            return refusal;
        }

        await EnsureAsync(agency, actor, period, cancel);
        return (await runs.FindAsync(agencyId, period, cancel))!.Value;
    }

    private async Task<int> PlanAsync(Agency agency, CancellationToken cancel)
    {
        var due = await periods.DueAsync(agency, cancel);
        var touched = 0;
        foreach (var period in RunRules.InReach(agency, clock.Now()).Except(due))
        {
            var found = await runs.FindAsync(agency.Id, period, cancel);
            touched += found is not null && await GoOnAsync(agency, null, found, cancel) ? 1 : 0;
        }

        foreach (var period in due)
        {
            touched += await EnsureAsync(agency, null, period, cancel) ? 1 : 0;
        }

        return touched;
    }

    private async Task<bool> EnsureAsync(
        Agency agency, Actor? actor, AppraisalPeriod period, CancellationToken cancel)
    {
        var found = await runs.FindAsync(agency.Id, period, cancel);
        return found is null
            ? await BeginAsync(agency, actor, period, null, cancel)
            : await GoOnAsync(agency, actor, found, cancel);
    }

    private Task<bool> GoOnAsync(
        Agency agency, Actor? actor, Tagged<EvaluationRun> found, CancellationToken cancel) =>
        found.Value.HasBegun
            ? WakeAsync(found, cancel)
            : BeginAsync(agency, actor ?? found.Value.Actor, found.Value.Period, found, cancel);

    /// <summary>
    /// Plans the run, or holds it and tells so; one that is held stays as it is until there is something to rank.
    /// </summary>
    private async Task<bool> BeginAsync(
        Agency agency, Actor? actor, AppraisalPeriod period, Tagged<EvaluationRun>? held, CancellationToken cancel)
    {
        var run = await NextAsync(agency, period, cancel) with { Actor = actor };
        if (held is not null && !run.HasBegun)
        {
            return held.Value.UnsentBy is not null && await TellHeldAsync(held.Value, cancel);
        }

        var written = held is null
            ? await runs.AddAsync(run, cancel)
            : await runs.ReplaceAsync(run, held.Tag, cancel);
        if (!written)
        {
            return false;
        }

        RunMetrics.Reached(run);
        if (!run.HasBegun)
        {
            return await TellHeldAsync(run, cancel);
        }

        await dispatch.ExecuteAsync(run, cancel);
        return true;
    }

    /// <summary>No step follows; to dispatch notes that all is sent.</summary>
    private async Task<bool> TellHeldAsync(EvaluationRun held, CancellationToken cancel)
    {
        await hold.TellAsync(held, cancel);
        await dispatch.ExecuteAsync(held, cancel);
        return true;
    }

    private async Task<EvaluationRun> NextAsync(Agency agency, AppraisalPeriod period, CancellationToken cancel)
    {
        var now = clock.Now();
        var holding = await policies.HoldingAsync(agency.Id, period, cancel);
        var run = new EvaluationRun(
            agency.Id,
            period,
            Revision: 1,
            RunState.Held,
            Shards: 1,
            Attempt: 1,
            PlannedAt: now,
            ProgressAt: now,
            holding.Evaluation,
            holding.Ranking)
        {
            ObjectionPolicyVersion = holding.Objection,
            DistributionPolicyVersion = holding.Distribution,
            LineSecret = secrets.Of(agency.Id, period),
            UnsentBy = EvaluationRun.Planner,
        };
        if (!await hold.AnyToRankAsync(run, cancel))
        {
            return run;
        }

        var headcount = await workforce.CountEmployeesAsync(agency.Id, cancel);
        return run with { State = RunState.Planned, Shards = RunRules.ShardsFor(headcount, settings.ShardSize) };
    }

    /// <summary>
    /// Sends the steps of a run that has stalled, or whose first ones never reached the queue, under a new attempt; of
    /// several who see that at once, one does.
    /// </summary>
    private async Task<bool> WakeAsync(Tagged<EvaluationRun> found, CancellationToken cancel)
    {
        if (!RunRules.NeedsSteps(found.Value, clock.Now()))
        {
            return false;
        }

        var woken = found.Value with
        {
            Attempt = found.Value.Attempt + 1,
            ProgressAt = clock.Now(),
            UnsentBy = EvaluationRun.Planner,
        };
        if (await runs.ReplaceAsync(woken, found.Tag, cancel))
        {
            await dispatch.ExecuteAsync(woken, cancel);
        }

        return true;
    }
}
