using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Ranking;

namespace Kinerja.Application.Runs;

/// <summary>Policies by the version that a run named: a past run is repeated with its own.</summary>
internal static class RunPolicies
{
    internal static EvaluationPolicy Evaluation(string version) =>
        version == EvaluationPolicy.Default.Version
            ? EvaluationPolicy.Default
            : throw new InvalidOperationException($"No evaluation policy {version}.");

    internal static RankingPolicy Ranking(string version) =>
        version == RankingPolicy.Default.Version
            ? RankingPolicy.Default
            : throw new InvalidOperationException($"No ranking policy {version}.");
}
