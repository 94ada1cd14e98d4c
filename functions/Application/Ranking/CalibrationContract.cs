using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Evaluation.Distribution;

namespace Kinerja.Application.Ranking;

/// <summary>The policy that the pack was drawn by, in full.</summary>
public sealed record CalibrationPolicyResponse(
    string Version,
    string Pattern,
    string Scope,
    string Rounding,
    string Most,
    int SmallestUnit,
    bool HeadCounts,
    string Peers,
    string Measure,
    int FewestRated,
    decimal StandardErrors)
{
    internal static CalibrationPolicyResponse Of(DistributionPolicy policy) => new(
        policy.Version,
        policy.Pattern.Name,
        JsonFormat.Name(policy.Pattern.Scope),
        JsonFormat.Name(policy.Rounding),
        JsonFormat.Name(policy.Most),
        policy.SmallestUnit,
        policy.HeadCounts,
        JsonFormat.Name(policy.Leniency.Peers),
        JsonFormat.Name(policy.Leniency.Measure),
        policy.Leniency.FewestRated,
        policy.Leniency.StandardErrorsHundredths / 100m);
}

public sealed record PredicateCountsResponse(int VeryGood, int Good, int NeedsImprovement, int Poor, int VeryPoor)
{
    internal static PredicateCountsResponse Of(PredicateCounts counts) =>
        new(counts.VeryGood, counts.Good, counts.NeedsImprovement, counts.Poor, counts.VeryPoor);
}

/// <summary>
/// One cell of the pattern: what it wants in percent, exactly and as whole people, and what is there.
/// </summary>
public sealed record LimitResponse(
    string Kind,
    IReadOnlyList<string> Predicates,
    int? Percent,
    decimal ExactPeople,
    string Rounded,
    int WantedPeople,
    int FoundPeople,
    decimal FoundPercent,
    bool Kept)
{
    internal static LimitResponse Of(LimitFinding finding, int people) => new(
        JsonFormat.Name(finding.Limit.Kind),
        [.. finding.Limit.Predicates.Select(JsonFormat.Name)],
        finding.Limit.Kind is LimitKind.AtMost or LimitKind.AtLeast ? finding.Limit.Percent : null,
        finding.ExactHundredths / 100m,
        JsonFormat.Name(finding.Rounded),
        finding.Wanted,
        finding.Found,
        decimal.Round(finding.Found * 100m / people, 2, MidpointRounding.AwayFromZero),
        finding.Kept);
}

/// <summary>
/// One of nine boxes (result × behaviour), the best result first and the best behaviour last. The predicate is left
/// out where it comes from the score and not from the two ratings.
/// </summary>
public sealed record NineBoxResponse(string Result, string Behaviour, string? Predicate, int People)
{
    internal static IReadOnlyList<NineBoxResponse> Of(DistributionFinding finding, EvaluationPolicy policy)
    {
        var levels = Enum.GetValues<ExpectationLevel>();
        return
        [
            .. levels.OrderDescending().SelectMany(result => levels.Select(behaviour => new NineBoxResponse(
                JsonFormat.Name(result),
                JsonFormat.Name(behaviour),
                policy.Rule == PredicateRule.Matrix
                    ? JsonFormat.Name(policy.Matrix.PredicateOf(result, behaviour))
                    : null,
                finding.Boxes.GetValueOrDefault((result, behaviour))))),
        ];
    }
}

/// <summary>A unit, or without one the agency.</summary>
public sealed record UnitCalibrationResponse(
    string? UnitId,
    string? Name,
    string? Level,
    int Assessed,
    int NotAssessed,
    PredicateCountsResponse Found,
    IReadOnlyList<NineBoxResponse> Boxes,
    string Standing,
    bool CanHold,
    int Breaches,
    IReadOnlyList<LimitResponse> Limits)
{
    internal static UnitCalibrationResponse Of(DistributionFinding finding, CalibratedRun run) => new(
        finding.UnitId?.ToString(),
        finding.UnitId is { } id ? run.Units.GetValueOrDefault(id)?.Name : null,
        finding.Level is { } level ? JsonFormat.Name(level) : null,
        finding.Found.Assessed,
        finding.NotAssessed,
        PredicateCountsResponse.Of(finding.Found),
        NineBoxResponse.Of(finding, run.Evaluation),
        JsonFormat.Name(finding.Standing),
        finding.CanHold,
        finding.Breaches.Count(),
        [.. finding.Limits.Select(l => LimitResponse.Of(l, finding.Found.Assessed))]);
}

/// <summary>
/// Mean and spread (standard deviation, n − 1) of scores (0 to 120) and of predicates (1 Sangat Kurang to 5 Sangat
/// Baik).
/// </summary>
public sealed record FiguresResponse(
    int Rated, decimal? MeanScore, decimal? ScoreSpread, decimal? MeanPredicate, decimal? PredicateSpread)
{
    internal static FiguresResponse Of(FigureSums scores, FigureSums predicates) => new(
        scores.Count, Round(scores.Mean / 100), Round(scores.Spread / 100), Round(predicates.Mean),
        Round(predicates.Spread));

    private static decimal? Round(decimal? value) =>
        value is { } given ? decimal.Round(given, 2, MidpointRounding.AwayFromZero) : null;
}

public sealed record RaterCalibrationResponse(
    string RaterId, FiguresResponse Own, FiguresResponse Peers, string Standing, bool ReasonMissing,
    RaterReasonResponse? Reason)
{
    internal static RaterCalibrationResponse Of(RaterStatistics rater, CalibratedRun run)
    {
        var reason = run.Reasons.GetValueOrDefault(rater.RaterId);
        return new(
            rater.RaterId.ToString(),
            FiguresResponse.Of(rater.Scores, rater.Predicates),
            FiguresResponse.Of(rater.PeerScores, rater.PeerPredicates),
            JsonFormat.Name(rater.Standing),
            rater.Standing == LeniencyStanding.Outlier && reason is null,
            reason is null ? null : RaterReasonResponse.Of(reason));
    }
}

public sealed record UnassessedResponse(string EmployeeId, string UnitId, string Reason);

/// <summary>
/// The calibration pack of a run: for leaders to read, before the results are final. It changes nobody's predicate.
/// </summary>
public sealed record CalibrationResponse(
    string AgencyId,
    string Period,
    int Revision,
    string State,
    CalibrationPolicyResponse Policy,
    int Assessed,
    int Breaches,
    IReadOnlyList<UnitCalibrationResponse> Units,
    IReadOnlyList<RaterCalibrationResponse> Raters,
    IReadOnlyList<string> ReasonsMissing,
    IReadOnlyList<UnassessedResponse> NotAssessed)
{
    public static CalibrationResponse Of(CalibratedRun run) => new(
        run.Run.AgencyId.ToString(),
        run.Run.Period.ToString(),
        run.Run.Revision,
        JsonFormat.Name(run.Run.State),
        CalibrationPolicyResponse.Of(run.Calibration.Policy),
        run.Calibration.Assessed,
        run.Calibration.Breaches,
        [.. run.Calibration.Findings.Select(f => UnitCalibrationResponse.Of(f, run))],
        [.. run.Calibration.Raters.Select(r => RaterCalibrationResponse.Of(r, run))],
        [.. run.WithoutReason.Select(r => r.RaterId.ToString())],
        [.. run.Calibration.NotAssessed.Select(p =>
            new UnassessedResponse(p.EmployeeId.ToString(), p.UnitId.ToString(), JsonFormat.Name(p.Reason)))]);
}
