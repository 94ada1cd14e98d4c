using Kinerja.Application.Objections;
using Kinerja.Application.Ranking;
using Kinerja.Application.Telemetry;
using Kinerja.Domain;
using Kinerja.Domain.Runs;
using Microsoft.Extensions.Logging;

namespace Kinerja.Application.Runs;

/// <summary>
/// Carries out one step of a run. A step that was done before does nothing but pass the run on, so a message may come
/// twice, late, or after its worker died half-way: rows are written whole under keys made from the data.
/// </summary>
public sealed partial class AdvanceRun(
    IRuns runs,
    DispatchSteps dispatch,
    GatherShard gather,
    EvaluateShard evaluate,
    RankAgency rank,
    PublishRanking publish,
    ObjectionWindow window,
    TimeProvider clock,
    ILogger<AdvanceRun> log)
{
    public async Task ExecuteAsync(RunStep step, CancellationToken cancel)
    {
        var began = clock.GetTimestamp();
        var done = false;
        try
        {
            await DoAsync(step, cancel);
            done = true;
        }
        finally
        {
            RunMetrics.Ended(step.Kind, clock.GetElapsedTime(began), done);
        }
    }

    private async Task DoAsync(RunStep step, CancellationToken cancel)
    {
        var run = await FindAsync(step, cancel);
        switch (step.Kind)
        {
            case RunStepKind.Gather:
                await DoShardAsync(run, step, RunState.Planned, RunState.Gathered, gather.ExecuteAsync, cancel);
                break;
            case RunStepKind.Evaluate:
                await DoShardAsync(run, step, RunState.Gathered, RunState.Evaluated, evaluate.ExecuteAsync, cancel);
                break;
            case RunStepKind.Rank:
                await DoWholeAsync(run, step, RunState.Evaluated, RunState.Ranked, rank.ExecuteAsync, cancel);
                break;
            case RunStepKind.Publish:
                await DoWholeAsync(run, step, RunState.Ranked, RunState.Published, PublishAsync, cancel);
                break;
            default:
                throw new InvalidOperationException($"Unknown step {step.Kind}.");
        }
    }

    private async Task<EvaluationRun> FindAsync(RunStep step, CancellationToken cancel)
    {
        var found = await runs.FindAsync(step.AgencyId, step.Period, step.Revision, cancel);
        return found is not null
            ? found.Value
            : throw new InvalidOperationException($"No run for the step {step}.");
    }

    private async Task DoShardAsync(
        EvaluationRun run,
        RunStep step,
        RunState from,
        RunState to,
        Func<EvaluationRun, int, CancellationToken, Task<string>> work,
        CancellationToken cancel)
    {
        if (run.State == from && !await runs.IsMarkedAsync(run, to, step.Shard, cancel))
        {
            await runs.MarkAsync(run, to, step.Shard, await work(run, step.Shard, cancel), cancel);
        }

        // Each shard marks itself before it counts, so whichever comes last sees all of them.
        if ((await runs.MarksAsync(run, to, cancel)).Count == run.Shards)
        {
            await PassOnAsync(run, step, from, to, cancel);
        }
    }

    private async Task DoWholeAsync(
        EvaluationRun run,
        RunStep step,
        RunState from,
        RunState to,
        Func<EvaluationRun, CancellationToken, Task> work,
        CancellationToken cancel)
    {
        if (run.State == from)
        {
            await work(run, cancel);
        }

        await PassOnAsync(run, step, from, to, cancel);
    }

    /// <summary>
    /// Moves the run on if nobody has; only who moved it sends what follows, now or, if he died before, when his
    /// message comes again.
    /// </summary>
    private async Task PassOnAsync(
        EvaluationRun run, RunStep step, RunState from, RunState to, CancellationToken cancel)
    {
        var found = (await runs.FindAsync(run.AgencyId, run.Period, run.Revision, cancel))!;
        while (found.Value.State == from)
        {
            // When somebody else wrote first, what he wrote decides whether there is still anything to do.
            var moved = found.Value with
            {
                State = to,
                ProgressAt = clock.Now(),
                UnsentBy = to == RunState.Published ? null : step.Name,
            };
            if (await runs.ReplaceAsync(moved, found.Tag, cancel))
            {
                RunMetrics.Reached(moved);
                LogMoved(moved.AgencyId, moved.Period, moved.Revision, moved.State);
            }

            found = (await runs.FindAsync(run.AgencyId, run.Period, run.Revision, cancel))!;
        }

        if (found.Value.State == to && found.Value.UnsentBy == step.Name)
        {
            await dispatch.ExecuteAsync(found.Value, cancel);
        }
    }

    /// <summary>
    /// People first, then the dates of their term, then the manifest whose seal names them: a bus that does not take
    /// the manifest for hours shortens nobody's term.
    /// </summary>
    private async Task PublishAsync(EvaluationRun run, CancellationToken cancel)
    {
        await publish.PagesAsync(run, cancel);
        await publish.ManifestAsync(await DatedAsync(run, cancel), cancel);
    }

    /// <summary>Fixed once, so that a repeat tells the same dates.</summary>
    private async Task<EvaluationRun> DatedAsync(EvaluationRun run, CancellationToken cancel)
    {
        var found = (await runs.FindAsync(run.AgencyId, run.Period, run.Revision, cancel))!;
        while (found.Value.PublishedAt is null)
        {
            await runs.ReplaceAsync(await window.OpenAsync(found.Value, clock.Now(), cancel), found.Tag, cancel);
            found = (await runs.FindAsync(run.AgencyId, run.Period, run.Revision, cancel))!;
        }

        return found.Value;
    }

    [LoggerMessage(LogLevel.Information, "The run of {Agency} for {Period}, revision {Revision}, is {State}")]
    private partial void LogMoved(AgencyId agency, AppraisalPeriod period, int revision, RunState state);
}
