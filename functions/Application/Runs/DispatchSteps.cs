using Kinerja.Domain.Runs;

namespace Kinerja.Application.Runs;

/// <summary>
/// Sends the steps that take a run onward, and notes in its row that they are sent. Called only by whoever the row
/// names (<see cref="EvaluationRun.UnsentBy"/>); when sending fails the name stays, and his repeat sends them all
/// again.
/// </summary>
public sealed class DispatchSteps(IRuns runs, IRunQueue queue)
{
    public async Task ExecuteAsync(EvaluationRun run, CancellationToken cancel)
    {
        await queue.SendAsync(await StepsAsync(run, cancel), cancel);
        var found = await runs.FindAsync(run.AgencyId, run.Period, run.Revision, cancel);
        if (found is { Value: { } sent } && (sent.State, sent.UnsentBy) == (run.State, run.UnsentBy))
        {
            // Whoever wrote in between has moved the run on, and names the next sender.
            await runs.ReplaceAsync(sent with { UnsentBy = null }, found.Tag, cancel);
        }
    }

    /// <summary>
    /// Of shards only those that are not done; where all are, and nobody has passed the run on, one is enough to count
    /// them again.
    /// </summary>
    private async Task<IReadOnlyCollection<RunStep>> StepsAsync(EvaluationRun run, CancellationToken cancel)
    {
        var steps = RunStep.NextOf(run);
        if (run.Attempt == 1 || run.State > RunState.Gathered)
        {
            return steps;
        }

        var done = await runs.MarksAsync(run, run.State + 1, cancel);
        return [.. steps.Where(step => !done.ContainsKey(step.Shard)).DefaultIfEmpty(steps[0])];
    }
}
