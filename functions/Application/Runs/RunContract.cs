using Kinerja.Application.Explanations;
using Kinerja.Application.Json;
using Kinerja.Application.Objections;
using Kinerja.Application.Ranking;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Ranking;
using Kinerja.Domain.Runs;
using NodaTime;

namespace Kinerja.Application.Runs;

public sealed record RunRequest(string? Period)
{
    public Result<AppraisalPeriod> Read() => AppraisalPeriod.Parse(Period);
}

/// <summary>Who opens a final result again, and why.</summary>
public sealed record ReopeningRequest(string? ReopenedById, string? Reason)
{
    public Result<ReopeningCommand> Read()
    {
        var fields = new FieldReader();
        var by = fields.Take("reopenedById", p => EmployeeId.Parse(ReopenedById, p));
        var reason = fields.Text("reason", Reason, 4000);
        return fields.Finish(() => new ReopeningCommand(by!.Value, reason!));
    }
}

public readonly struct ReopeningResponse(Reopening opening)
{
    public EmployeeId ReopenedById => opening.By;
    public string Reason => opening.Reason;
    public int Revision => opening.Revision;
    public Instant At => opening.At;
    public LocalDate OpenUntil => opening.Until;
    public IReadOnlyList<int>? UncoveredYears => opening.UncoveredYears is { Count: > 0 } years ? years : null;
}

public readonly struct RunResponse(RunProgress progress)
{
    public AgencyId AgencyId => progress.Run.AgencyId;
    public AppraisalPeriod Period => progress.Run.Period;
    public int Revision => progress.Run.Revision;
    public RunState State => progress.Run.State;
    public int Shards => progress.Run.Shards;
    public int GatheredShards => progress.Gathered;
    public int EvaluatedShards => progress.Evaluated;
    public int Attempt => progress.Run.Attempt;
    public Instant PlannedAt => progress.Run.PlannedAt;
    public Instant ProgressAt => progress.Run.ProgressAt;
    public string EvaluationPolicy => progress.Run.EvaluationPolicyVersion;
    public string RankingPolicy => progress.Run.RankingPolicyVersion;
    public string ObjectionPolicy => progress.Run.ObjectionPolicyVersion;
    public Instant? PublishedAt => progress.Run.PublishedAt;
    public LocalDate? DeemedOn => progress.Run.DeemedOn;
    public LocalDate? ObjectionsUntil => progress.Run.ObjectionsUntil;
    public Instant? FinalSince => progress.Run.State == RunState.Final ? progress.Run.FinalSince : null;
    public IReadOnlyList<int>? UncoveredYears => progress.Run.UncoveredYears is { Count: > 0 } years ? years : null;
    public IReadOnlyList<ReopeningResponse>? Reopenings => progress.Run.Reopenings is { Count: > 0 } openings
        ? [.. openings.Select(one => new ReopeningResponse(one))]
        : null;

    public static RunResponse Of(RunProgress progress) => new(progress);
}

/// <summary>A run in a list; its progress is told of it alone.</summary>
public readonly struct ListedRunResponse(EvaluationRun run)
{
    public AppraisalPeriod Period => run.Period;
    public int Revision => run.Revision;
    public RunState State => run.State;
    public Instant PlannedAt => run.PlannedAt;
    public Instant? PublishedAt => run.PublishedAt;
    public LocalDate? ObjectionsUntil => run.ObjectionsUntil;

    public static ListedRunResponse Of(EvaluationRun run) => new(run);
}

public sealed record RunListResponse(IReadOnlyList<ListedRunResponse> Runs);

/// <summary>
/// A quarter beside the year, or a month beside the quarter; nothing but the period where it was not evaluated.
/// </summary>
public readonly struct PartOutcomeResponse(PartOutcome outcome)
{
    public AppraisalPeriod Period => outcome.Period;
    public int? Revision => outcome.Run?.Revision;
    public Predicate? Predicate => outcome.Evaluation?.Assessment?.Predicate;
    public NotAssessedReason? NotAssessed => outcome.Evaluation?.NotAssessed;
    public Score? Score => outcome.Evaluation?.Assessment?.Score;
    public int? Place => outcome.Place?.Place;
    public TopShare? TopShare => outcome.Place?.Top;
}

public sealed record EvaluationResponse(
    EmployeeId EmployeeId,
    AppraisalPeriod Period,
    int Revision,
    RunState State,
    string InputSha256,
    Predicate? Predicate,
    NotAssessedReason? NotAssessed,
    Score? Score,
    int? Place,
    double? PercentRank,
    TopShare? TopShare,
    IReadOnlyList<string>? ExcludedFromReward,
    int FeedbackNotes,
    AttendanceSummary Attendance,
    string Policy,
    string RankingPolicy,
    string DistributionPolicy,
    string ObjectionPolicy,
    DeliveryResponse? Delivery,
    IReadOnlyList<PartOutcomeResponse>? Quarters,
    IReadOnlyList<PartOutcomeResponse>? Months,
    IReadOnlyList<ExplanationStep> Explanation) : IExplained
{
    WordsResponse IExplained.Title => new(
        $"Performance evaluation {EmployeeId}, {Period}, revision {Revision}",
        $"Evaluasi kinerja {EmployeeId}, {Period}, revisi {Revision}");

    public static EvaluationResponse Of(ExplainedEvaluation explained)
    {
        var (run, _, input, evaluation, place) = explained;
        return new EvaluationResponse(
            evaluation.EmployeeId,
            run.Period,
            run.Revision,
            run.State,
            InputHash.Of([input]),
            evaluation.Assessment?.Predicate,
            evaluation.NotAssessed,
            evaluation.Assessment?.Score,
            place?.Place,
            place?.PercentRank,
            place?.Top,
            place is { Top: Domain.Ranking.TopShare.ExcludedFromReward }
                ? LeftOutContract.NamesOf(RewardRules.ExclusionsOf(input.Reward, explained.RankingPolicy))
                : null,
            input.FeedbackNotes,
            input.Attendance,
            evaluation.PolicyVersion,
            run.RankingPolicyVersion,
            run.DistributionPolicyVersion,
            run.ObjectionPolicyVersion,
            explained.Delivery is { } delivery ? new DeliveryResponse(delivery) : null,
            PartsOf(PeriodKind.Quarter),
            PartsOf(PeriodKind.Month),
            EvaluationExplanation.Of(explained));

        IReadOnlyList<PartOutcomeResponse>? PartsOf(PeriodKind kind) =>
            explained.Parts is [{ Period: var first }, ..] parts && first.Kind == kind
                ? [.. parts.Select(part => new PartOutcomeResponse(part))]
                : null;
    }
}
