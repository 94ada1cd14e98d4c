using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Ranking;

namespace Kinerja.Application.Ranking;

/// <summary>A policy of kind <c>ranking</c>; what is left out is as shipped.</summary>
public sealed record RankingPolicyDocument(
    int? TopPercent,
    string? TopFloor,
    int? MinimumCohort,
    bool? ExcludeDisciplineInProcess,
    bool? ExcludeDisciplineServing,
    int? NewStaffMonths,
    bool? PerUnit)
{
    public Result<RankingPolicy> Read(string version, string prefix = "")
    {
        var shipped = RankingPolicy.Default;
        var fields = new FieldReader(prefix);
        var percent = fields.Whole("topPercent", TopPercent ?? shipped.TopPercent, 0, 100);
        var floor = fields.OptionalEnum<Predicate>("topFloor", TopFloor);
        var cohort = fields.Whole("minimumCohort", MinimumCohort ?? shipped.MinimumCohort, 0, 100_000);
        var months = fields.Whole("newStaffMonths", NewStaffMonths ?? shipped.NewStaffMonths, 0, 120);
        return fields.Finish(() => new RankingPolicy(version, percent!.Value, floor ?? shipped.TopFloor)
        {
            MinimumCohort = cohort!.Value,
            ExcludeDisciplineInProcess = ExcludeDisciplineInProcess ?? shipped.ExcludeDisciplineInProcess,
            ExcludeDisciplineServing = ExcludeDisciplineServing ?? shipped.ExcludeDisciplineServing,
            NewStaffMonths = months!.Value,
            PerUnit = PerUnit ?? shipped.PerUnit,
        });
    }
}
