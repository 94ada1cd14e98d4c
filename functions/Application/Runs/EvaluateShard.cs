using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Runs;

namespace Kinerja.Application.Runs;

/// <summary>Frozen inputs of one shard → evaluations, by the policy that the run named at planning.</summary>
public sealed class EvaluateShard(IRunResults results, PinnedPolicies policies)
{
    public async Task<string> ExecuteAsync(EvaluationRun run, int shard, CancellationToken cancel)
    {
        var range = HashRange.Slice(shard, run.Shards);
        var inputs = await results.ListInputsAsync(run, range, cancel).ToListAsync(cancel);
        var policy = await policies.EvaluationAsync(run, cancel);
        var evaluations = inputs.OrderBy(i => i.EmployeeId).Select(i => Evaluator.Evaluate(i, policy)).ToList();
        await results.PutEvaluationsAsync(run, evaluations, cancel);
        return InputHash.Of(inputs);
    }
}
