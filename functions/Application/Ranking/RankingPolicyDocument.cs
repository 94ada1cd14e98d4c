using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Ranking;

namespace Kinerja.Application.Ranking;

/// <summary>
/// A policy of kind <c>ranking</c>. What its author leaves out is filled before it is read and stored.
/// </summary>
public sealed record RankingPolicyDocument(
    int? TopPercent,
    string? TopFloor,
    int? MinimumCohort,
    bool? ExcludeDisciplineInProcess,
    bool? ExcludeDisciplineServing,
    int? NewStaffMonths,
    bool? PerUnit,
    bool? Months = null,
    IReadOnlyList<string?>? Releases = null)
{
    private const int MostFacts = 4;

    internal RankingPolicyDocument FilledFrom(RankingPolicyDocument shipped) => new(
        TopPercent ?? shipped.TopPercent,
        TopFloor ?? shipped.TopFloor,
        MinimumCohort ?? shipped.MinimumCohort,
        ExcludeDisciplineInProcess ?? shipped.ExcludeDisciplineInProcess,
        ExcludeDisciplineServing ?? shipped.ExcludeDisciplineServing,
        NewStaffMonths ?? shipped.NewStaffMonths,
        PerUnit ?? shipped.PerUnit,
        Months ?? shipped.Months,
        Releases ?? shipped.Releases);

    public Result<RankingPolicy> Read(string version, string prefix = "")
    {
        var fields = new FieldReader(prefix);
        var percent = fields.Whole("topPercent", TopPercent, 0, 100);
        var floor = fields.Enum<Predicate>("topFloor", TopFloor);
        var cohort = fields.Whole("minimumCohort", MinimumCohort, 0, 100_000);
        var inProcess = fields.Required("excludeDisciplineInProcess", ExcludeDisciplineInProcess);
        var serving = fields.Required("excludeDisciplineServing", ExcludeDisciplineServing);
        var months = fields.Whole("newStaffMonths", NewStaffMonths, 0, 120);
        var perUnit = fields.Required("perUnit", PerUnit);
        var releases = fields.Ids("releases", Releases, MostFacts, ReadFact);
        return fields.Finish(() => new RankingPolicy(version, percent!.Value, floor!.Value)
        {
            MinimumCohort = cohort!.Value,
            ExcludeDisciplineInProcess = inProcess!.Value,
            ExcludeDisciplineServing = serving!.Value,
            NewStaffMonths = months!.Value,
            PerUnit = perUnit!.Value,
            Months = Months ?? false,
            Releases = releases.Aggregate(ReleasedFacts.None, (all, one) => all | one),
        });
    }

    private static Result<ReleasedFacts> ReadFact(string? name, string pointer) =>
        name is not null && EnumNames<ReleasedFacts>.ByName.TryGetValue(name, out var fact) && fact != 0
            ? fact
            : Refusal.Malformed(pointer, "One of unit, postCategory, employmentKind, postClass is expected.");
}
