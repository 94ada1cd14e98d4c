using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Ranking;

namespace Kinerja.Application.Ranking;

/// <summary>What a published line says of a person beside the result; null: not released, or not known.</summary>
internal readonly record struct ReleasedLine(UnitId? UnitId, PersonFacts Facts);

/// <summary>What the lines of a ranking say by its policy; nothing of anybody where that releases nothing.</summary>
internal static class ReleasedLines
{
    internal static IReadOnlyDictionary<EmployeeId, ReleasedLine> Of(
        RankingPolicy policy, IEnumerable<EmployeeEvaluation> evaluations) =>
        policy.Releases == ReleasedFacts.None
            ? new Dictionary<EmployeeId, ReleasedLine>()
            : evaluations.ToDictionary(one => one.EmployeeId, one => new ReleasedLine(
                policy.Releases.HasFlag(ReleasedFacts.Unit) ? one.UnitId : null, one.Facts));
}
