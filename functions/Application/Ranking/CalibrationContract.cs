using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.Runs;

namespace Kinerja.Application.Ranking;

/// <summary>The policy that the pack was drawn by, in full.</summary>
public readonly struct CalibrationPolicyResponse(DistributionPolicy policy)
{
    public string Version => policy.Version;
    public string Pattern => policy.Pattern.Name;
    public DistributionScope Scope => policy.Pattern.Scope;
    public PeopleRounding Rounding => policy.Rounding;
    public MostReading Most => policy.Most;
    public int SmallestUnit => policy.SmallestUnit;
    public bool HeadCounts => policy.HeadCounts;
    public LeniencyPeers Peers => policy.Leniency.Peers;
    public LeniencyMeasure Measure => policy.Leniency.Measure;
    public int FewestRated => policy.Leniency.FewestRated;
    public decimal StandardErrors => policy.Leniency.StandardErrorsHundredths / 100m;
}

public readonly struct PredicateCountsResponse(PredicateCounts counts)
{
    public int VeryGood => counts.VeryGood;
    public int Good => counts.Good;
    public int NeedsImprovement => counts.NeedsImprovement;
    public int Poor => counts.Poor;
    public int VeryPoor => counts.VeryPoor;
}

/// <summary>
/// One cell of the pattern: what it wants in percent, exactly and as whole people, and what is there.
/// </summary>
public readonly struct LimitResponse(LimitFinding finding, int people)
{
    public LimitKind Kind => finding.Limit.Kind;
    public IReadOnlyList<Predicate> Predicates => finding.Limit.Predicates;
    public int? Percent => finding.Limit.Kind is LimitKind.AtMost or LimitKind.AtLeast ? finding.Limit.Percent : null;
    public decimal ExactPeople => finding.ExactHundredths / 100m;
    public RoundedWay Rounded => finding.Rounded;
    public int WantedPeople => finding.Wanted;
    public int FoundPeople => finding.Found;
    public decimal FoundPercent => decimal.Round(finding.Found * 100m / people, 2, MidpointRounding.AwayFromZero);
    public bool Kept => finding.Kept;

    internal static IReadOnlyList<LimitResponse> Of(DistributionFinding finding) =>
        [.. finding.Limits.Select(limit => new LimitResponse(limit, finding.Found.Assessed))];
}

/// <summary>
/// One of nine boxes (result × behaviour), the best result first and the best behaviour last. The predicate is left
/// out where it comes from the score and not from the two ratings.
/// </summary>
public sealed record NineBoxResponse(
    ExpectationLevel Result, ExpectationLevel Behaviour, Predicate? Predicate, int People)
{
    internal static IReadOnlyList<NineBoxResponse> Of(DistributionFinding finding, EvaluationPolicy policy)
    {
        var levels = Enum.GetValues<ExpectationLevel>();
        return
        [
            .. levels.OrderDescending().SelectMany(result => levels.Select(behaviour => new NineBoxResponse(
                result,
                behaviour,
                policy.Rule == PredicateRule.Matrix ? policy.Matrix.PredicateOf(result, behaviour) : null,
                finding.Boxes.GetValueOrDefault((result, behaviour))))),
        ];
    }
}

/// <summary>A unit, or without one the agency.</summary>
public readonly struct UnitCalibrationResponse(DistributionFinding finding, CalibratedRun run)
{
    public UnitId? UnitId => finding.UnitId;
    public string? Name => finding.UnitId is { } id ? run.Units.GetValueOrDefault(id)?.Name : null;
    public OrganisationLevel? Level => finding.Level;
    public int Assessed => finding.Found.Assessed;
    public int NotAssessed => finding.NotAssessed;
    public PredicateCountsResponse Found => new(finding.Found);
    public IReadOnlyList<NineBoxResponse> Boxes => NineBoxResponse.Of(finding, run.Evaluation);
    public DistributionStanding Standing => finding.Standing;
    public bool CanHold => finding.CanHold;
    public int Breaches => finding.Breaches.Count();
    public IReadOnlyList<LimitResponse> Limits => LimitResponse.Of(finding);

    internal static IReadOnlyList<UnitCalibrationResponse> Of(CalibratedRun run) =>
        [.. run.Calibration.Findings.Select(finding => new UnitCalibrationResponse(finding, run))];
}

/// <summary>
/// Mean and spread (standard deviation, n − 1) of scores (0 to 120) and of predicates (1 Sangat Kurang to 5 Sangat
/// Baik).
/// </summary>
public readonly struct FiguresResponse(FigureSums scores, FigureSums predicates)
{
    public int Rated => scores.Count;
    public decimal? MeanScore => Round(scores.Mean / 100);
    public decimal? ScoreSpread => Round(scores.Spread / 100);
    public decimal? MeanPredicate => Round(predicates.Mean);
    public decimal? PredicateSpread => Round(predicates.Spread);

    private static decimal? Round(decimal? value) =>
        value is { } given ? decimal.Round(given, 2, MidpointRounding.AwayFromZero) : null;
}

public readonly struct RaterCalibrationResponse(RaterStatistics rater, RaterReason? reason)
{
    public EmployeeId RaterId => rater.RaterId;
    public FiguresResponse Own => new(rater.Scores, rater.Predicates);
    public FiguresResponse Peers => new(rater.PeerScores, rater.PeerPredicates);
    public LeniencyStanding Standing => rater.Standing;
    public bool ReasonMissing => rater.Standing == LeniencyStanding.Outlier && reason is null;
    public RaterReasonResponse? Reason => reason is null ? null : new RaterReasonResponse(reason);

    internal static IReadOnlyList<RaterCalibrationResponse> Of(CalibratedRun run) =>
        [.. run.Calibration.Raters.Select(
            rater => new RaterCalibrationResponse(rater, run.Reasons.GetValueOrDefault(rater.RaterId)))];
}

/// <summary>
/// The calibration pack of a run: for leaders to read, before the results are final. It changes nobody's predicate.
/// </summary>
public readonly struct CalibrationResponse(CalibratedRun run)
{
    public AgencyId AgencyId => run.Run.AgencyId;
    public AppraisalPeriod Period => run.Run.Period;
    public int Revision => run.Run.Revision;
    public RunState State => run.Run.State;
    public CalibrationPolicyResponse Policy => new(run.Calibration.Policy);
    public int Assessed => run.Calibration.Assessed;
    public int Breaches => run.Calibration.Breaches;
    public IReadOnlyList<UnitCalibrationResponse> Units => UnitCalibrationResponse.Of(run);
    public IReadOnlyList<RaterCalibrationResponse> Raters => RaterCalibrationResponse.Of(run);
    public IReadOnlyList<EmployeeId> ReasonsMissing => [.. run.WithoutReason.Select(r => r.RaterId)];
    public IReadOnlyList<UnassessedPerson> NotAssessed => run.Calibration.NotAssessed;

    public static CalibrationResponse Of(CalibratedRun run) => new(run);
}
