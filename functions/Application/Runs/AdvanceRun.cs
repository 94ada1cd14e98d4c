using Kinerja.Domain.Evaluation;

namespace Kinerja.Application.Runs;

/// <summary>
/// Carries out one step of a run. A step that was done before does nothing but pass the run on, so a message may come
/// twice, late, or after its worker died half-way: rows are written whole under keys made from the data.
/// </summary>
public sealed class AdvanceRun(
    IRuns runs,
    IRunQueue queue,
    GatherShard gather,
    EvaluateShard evaluate,
    RankAgency rank,
    PublishRanking publish,
    ObjectionWindow window,
    TimeProvider clock)
{
    public async Task ExecuteAsync(RunStep step, CancellationToken cancel)
    {
        var run = await FindAsync(step, cancel);
        switch (step.Kind)
        {
            case RunStepKind.Gather:
                await DoShardAsync(run, step.Shard, RunState.Planned, RunState.Gathered, gather.ExecuteAsync, cancel);
                break;
            case RunStepKind.Evaluate:
                await DoShardAsync(run, step.Shard, RunState.Gathered, RunState.Evaluated, evaluate.ExecuteAsync, cancel);
                break;
            case RunStepKind.Rank:
                await DoWholeAsync(run, RunState.Evaluated, RunState.Ranked, rank.ExecuteAsync, cancel);
                break;
            case RunStepKind.Publish:
                await DoWholeAsync(run, RunState.Ranked, RunState.Published, publish.ExecuteAsync, cancel);
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
            : throw new InvalidOperationException($"No run for the step {step.MessageId}.");
    }

    private async Task DoShardAsync(
        EvaluationRun run,
        int shard,
        RunState from,
        RunState to,
        Func<EvaluationRun, int, CancellationToken, Task<string>> work,
        CancellationToken cancel)
    {
        var marks = await runs.MarksAsync(run, to, cancel);
        if (run.State == from && !marks.ContainsKey(shard))
        {
            await runs.MarkAsync(run, to, shard, await work(run, shard, cancel), cancel);
            marks = await runs.MarksAsync(run, to, cancel);
        }

        // Each shard marks itself before it counts, so whichever comes last sees all of them.
        if (marks.Count == run.Shards)
        {
            await PassOnAsync(run, from, to, cancel);
        }
    }

    private async Task DoWholeAsync(
        EvaluationRun run,
        RunState from,
        RunState to,
        Func<EvaluationRun, CancellationToken, Task> work,
        CancellationToken cancel)
    {
        if (run.State == from)
        {
            await work(run, cancel);
        }

        await PassOnAsync(run, from, to, cancel);
    }

    /// <summary>Moves the run on if nobody has, then sends its next steps, also when somebody moved it and died.</summary>
    private async Task PassOnAsync(EvaluationRun run, RunState from, RunState to, CancellationToken cancel)
    {
        var found = (await runs.FindAsync(run.AgencyId, run.Period, run.Revision, cancel))!;
        var moved = found.Value;
        if (moved.State == from)
        {
            moved = moved with { State = to, ProgressAt = clock.Now() };
            moved = to == RunState.Published ? await window.OpenAsync(moved, moved.ProgressAt, cancel) : moved;
            if (!await runs.ReplaceAsync(moved, found.Tag, cancel))
            {
                throw new InvalidOperationException($"The run of {run.AgencyId} moved meanwhile; the message comes again.");
            }
        }

        if (moved.State == to)
        {
            await queue.SendAsync(RunStep.NextOf(moved), cancel);
        }
    }
}
