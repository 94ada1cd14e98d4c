using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.Presence.Attendance;

namespace Kinerja.Domain.Ranking;

/// <summary>
/// Units (or the agency) held against the pattern: how many were judged, breached it, and could not be judged.
/// </summary>
public sealed record DistributionCounts(string PolicyVersion, int Judged, int Breached, int NotJudged)
{
    public static DistributionCounts Of(Calibration calibration) => new(
        calibration.Policy.Version,
        calibration.Findings.Count(IsJudged),
        calibration.Findings.Count(f => f.Standing == DistributionStanding.Breached),
        calibration.Findings.Count(f => !IsJudged(f)));

    private static bool IsJudged(DistributionFinding finding) =>
        finding.Standing is DistributionStanding.Kept or DistributionStanding.Breached;
}

/// <summary>Days of those who had at least one, and how many of them were on time.</summary>
public readonly record struct PresenceCounts(int People, int Days, int OnTimeDays)
{
    /// <summary>Per hundred days, with one decimal, half away from zero; null without days.</summary>
    public decimal? OnTimePercent =>
        Days == 0 ? null : Math.Round(100m * OnTimeDays / Days, 1, MidpointRounding.AwayFromZero);

    public static PresenceCounts operator +(PresenceCounts sum, (int Days, int OnTime) person) => person.Days == 0
        ? sum
        : new(sum.People + 1, sum.Days + person.Days, sum.OnTimeDays + person.OnTime);
}

/// <summary>
/// What a final result comes to in numbers: written once when it becomes final, so that nobody counts people again to
/// read it. It names nobody.
/// </summary>
public sealed record ResultSummary(
    AgencyId AgencyId, AppraisalPeriod Period, int Revision, PredicateCounts Counts, int NotAssessed, int InTopShare)
{
    public required DistributionCounts Distribution { get; init; }

    /// <summary>All days present, flexible ones included.</summary>
    public PresenceCounts Present { get; init; }

    public PresenceCounts Flexible { get; init; }

    public int People => Counts.Assessed + NotAssessed;

    /// <summary>With one more person.</summary>
    public ResultSummary With(EmployeeEvaluation evaluation) => evaluation.Assessment is { } assessment
        ? this with { Counts = Counts + One(assessment.Predicate) }
        : this with { NotAssessed = NotAssessed + 1 };

    /// <summary>With one more person's days.</summary>
    public ResultSummary With(AttendanceSummary days) => this with
    {
        Present = Present + (days.PresentDays, days.OnTimeDays),
        Flexible = Flexible + (days.FlexibleDays, days.FlexibleOnTimeDays),
    };

    private static PredicateCounts One(Predicate predicate) => predicate switch
    {
        Predicate.VeryPoor => new(1, 0, 0, 0, 0),
        Predicate.Poor => new(0, 1, 0, 0, 0),
        Predicate.NeedsImprovement => new(0, 0, 1, 0, 0),
        Predicate.Good => new(0, 0, 0, 1, 0),
        Predicate.VeryGood => new(0, 0, 0, 0, 1),
    };
}
