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
        Of(policy, evaluations.Select(one => (one.EmployeeId, one.UnitId, one.Facts)));

    internal static IReadOnlyDictionary<EmployeeId, ReleasedLine> Of(
        RankingPolicy policy, IEnumerable<EvaluationInput> inputs) =>
        Of(policy, inputs.Select(one => (one.EmployeeId, (UnitId?)one.UnitId, one.Facts)));

    private static Dictionary<EmployeeId, ReleasedLine> Of(
        RankingPolicy policy, IEnumerable<(EmployeeId Person, UnitId? Unit, PersonFacts Facts)> people) =>
        policy.Releases == ReleasedFacts.None
            ? []
            : people.ToDictionary(one => one.Person, one => new ReleasedLine(
                policy.Releases.HasFlag(ReleasedFacts.Unit) ? one.Unit : null, one.Facts));
}
