using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Ranking;

namespace Kinerja.Application.Contracts;

/// <summary>A policy of kind <c>ranking</c>; what is left out is as shipped.</summary>
public sealed record RankingPolicyBody(int? TopPercent, string? TopFloor)
{
    public Result<RankingPolicy> Read(string version)
    {
        var shipped = RankingPolicy.Default;
        var fields = new FieldReader();
        var percent = TopPercent is null ? shipped.TopPercent : fields.Whole("topPercent", TopPercent, 0, 100);
        var floor = fields.OptionalEnum<Predicate>("topFloor", TopFloor);
        return fields.Finish(() => new RankingPolicy(version, percent!.Value, floor ?? shipped.TopFloor));
    }
}
