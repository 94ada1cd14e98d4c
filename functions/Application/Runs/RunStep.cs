using System.Globalization;
using Kinerja.Domain;
using Kinerja.Domain.Runs;

namespace Kinerja.Application.Runs;

/// <summary>What a queue message asks for.</summary>
public enum RunStepKind
{
    Gather,
    Evaluate,
    Rank,
    Publish,
}

/// <summary>One step of one run; shard counts from 0 and is 0 for steps that take the agency as a whole.</summary>
public sealed record RunStep(
    AgencyId AgencyId, AppraisalPeriod Period, int Revision, RunStepKind Kind, int Shard, int Attempt)
{
    /// <summary>Within its run, whatever the attempt, such as <c>gather_00003</c>.</summary>
    public string Name =>
        string.Create(CultureInfo.InvariantCulture, $"{Kind.ToString().ToLowerInvariant()}_{Shard:D5}");

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{AgencyId}_{Period}_r{Revision}_{Name}_a{Attempt}");

    /// <summary>The steps that take a run onward from the state it is in; none once it is published.</summary>
    public static IReadOnlyList<RunStep> NextOf(EvaluationRun run) => run.State switch
    {
        RunState.Planned => PerShard(run, RunStepKind.Gather),
        RunState.Gathered => PerShard(run, RunStepKind.Evaluate),
        RunState.Evaluated => [Of(run, RunStepKind.Rank, 0)],
        RunState.Ranked => [Of(run, RunStepKind.Publish, 0)],
        RunState.Held or RunState.Published or RunState.Final => [],
    };

    private static List<RunStep> PerShard(EvaluationRun run, RunStepKind kind) =>
        [.. Enumerable.Range(0, run.Shards).Select(shard => Of(run, kind, shard))];

    private static RunStep Of(EvaluationRun run, RunStepKind kind, int shard) =>
        new(run.AgencyId, run.Period, run.Revision, kind, shard, run.Attempt);
}
