using Kinerja.Application.Json;
using Kinerja.Application.Objections;
using Kinerja.Application.Ranking;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.Ranking;
using Kinerja.Domain.Runs;
using NodaTime.Text;

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

public sealed record ReopeningResponse(string ReopenedById, string Reason, int Revision, string At, string OpenUntil)
{
    internal static ReopeningResponse Of(Reopening opening) => new(
        opening.By.ToString(),
        opening.Reason,
        opening.Revision,
        InstantPattern.ExtendedIso.Format(opening.At),
        LocalDatePattern.Iso.Format(opening.Until));
}

public sealed record RunResponse(
    string AgencyId,
    string Period,
    int Revision,
    string State,
    int Shards,
    int GatheredShards,
    int EvaluatedShards,
    int Attempt,
    string PlannedAt,
    string ProgressAt,
    string EvaluationPolicy,
    string RankingPolicy,
    string ObjectionPolicy,
    string? PublishedAt,
    string? DeemedOn,
    string? ObjectionsUntil,
    IReadOnlyList<int>? UncoveredYears,
    IReadOnlyList<ReopeningResponse>? Reopenings)
{
    public static RunResponse Of(RunProgress progress) => new(
        progress.Run.AgencyId.ToString(),
        progress.Run.Period.ToString(),
        progress.Run.Revision,
        JsonFormat.Name(progress.Run.State),
        progress.Run.Shards,
        progress.Gathered,
        progress.Evaluated,
        progress.Run.Attempt,
        InstantPattern.ExtendedIso.Format(progress.Run.PlannedAt),
        InstantPattern.ExtendedIso.Format(progress.Run.ProgressAt),
        progress.Run.EvaluationPolicyVersion,
        progress.Run.RankingPolicyVersion,
        progress.Run.ObjectionPolicyVersion,
        progress.Run.PublishedAt is { } published ? InstantPattern.ExtendedIso.Format(published) : null,
        progress.Run.DeemedOn is { } deemed ? LocalDatePattern.Iso.Format(deemed) : null,
        progress.Run.ObjectionsUntil is { } until ? LocalDatePattern.Iso.Format(until) : null,
        progress.Run.UncoveredYears is { Count: > 0 } years ? years : null,
        progress.Run.Reopenings is { Count: > 0 } openings ? [.. openings.Select(ReopeningResponse.Of)] : null);
}

/// <summary>A run in a list; its progress is told of it alone.</summary>
public sealed record ListedRunResponse(
    string Period, int Revision, string State, string PlannedAt, string? PublishedAt, string? ObjectionsUntil)
{
    public static ListedRunResponse Of(EvaluationRun run) => new(
        run.Period.ToString(),
        run.Revision,
        JsonFormat.Name(run.State),
        InstantPattern.ExtendedIso.Format(run.PlannedAt),
        run.PublishedAt is { } published ? InstantPattern.ExtendedIso.Format(published) : null,
        run.ObjectionsUntil is { } until ? LocalDatePattern.Iso.Format(until) : null);
}

public sealed record RunListResponse(IReadOnlyList<ListedRunResponse> Runs);

public sealed record AttendanceSummaryResponse(
    int WorkingDays,
    int PresentDays,
    int FlexibleDays,
    int ReviewDays,
    int NoRecordDays,
    int ExcusedDays,
    int LateMinutes,
    int EarlyMinutes);

/// <summary>
/// One thing that was read or concluded, with its source, in the order in which it was used: for programs its code and
/// parameters as the wire names them, for people the same in English and Indonesian.
/// </summary>
public sealed record ExplanationStep(
    string Code, IReadOnlyDictionary<string, string> Parameters, string En, string Id, string Source);

/// <summary>A quarter beside the year; nothing but the period where it was not evaluated.</summary>
public sealed record QuarterOutcomeResponse(
    string Period,
    int? Revision,
    string? Predicate,
    string? NotAssessed,
    decimal? Score,
    int? Place,
    string? TopShare)
{
    internal static QuarterOutcomeResponse Of(QuarterOutcome outcome) => new(
        outcome.Quarter.ToString(),
        outcome.Run?.Revision,
        outcome.Evaluation?.Assessment is { } assessed ? JsonFormat.Name(assessed.Predicate) : null,
        outcome.Evaluation?.NotAssessed is { } reason ? JsonFormat.Name(reason) : null,
        outcome.Evaluation?.Assessment?.Score.Hundredths / 100m,
        outcome.Place?.Place,
        outcome.Place is { } line ? JsonFormat.Name(line.Top) : null);
}

public sealed record EvaluationResponse(
    string EmployeeId,
    string Period,
    int Revision,
    string State,
    string InputSha256,
    string? Predicate,
    string? NotAssessed,
    decimal? Score,
    int? Place,
    double? PercentRank,
    string? TopShare,
    IReadOnlyList<string>? ExcludedFromReward,
    int FeedbackNotes,
    AttendanceSummaryResponse Attendance,
    string Policy,
    string RankingPolicy,
    string DistributionPolicy,
    string ObjectionPolicy,
    DeliveryResponse? Delivery,
    IReadOnlyList<QuarterOutcomeResponse>? Quarters,
    IReadOnlyList<ExplanationStep> Explanation)
{
    public static EvaluationResponse Of(ExplainedEvaluation explained)
    {
        var (run, _, input, evaluation, place) = explained;
        return new EvaluationResponse(
            evaluation.EmployeeId.ToString(),
            run.Period.ToString(),
            run.Revision,
            JsonFormat.Name(run.State),
            InputHash.Of([input]),
            evaluation.Assessment is { } assessed ? JsonFormat.Name(assessed.Predicate) : null,
            evaluation.NotAssessed is { } reason ? JsonFormat.Name(reason) : null,
            evaluation.Assessment?.Score.Hundredths / 100m,
            place?.Place,
            place?.PercentRank,
            place is { } line ? JsonFormat.Name(line.Top) : null,
            place is { Top: Domain.Ranking.TopShare.ExcludedFromReward }
                ? LeftOutContract.NamesOf(RewardRules.ExclusionsOf(input.Reward, explained.RankingPolicy))
                : null,
            input.FeedbackNotes,
            SummaryOf(input),
            evaluation.PolicyVersion,
            run.RankingPolicyVersion,
            run.DistributionPolicyVersion,
            run.ObjectionPolicyVersion,
            explained.Delivery is { } delivery ? DeliveryResponse.Of(delivery) : null,
            run.Period.IsAnnual ? [.. explained.Quarters.Select(QuarterOutcomeResponse.Of)] : null,
            EvaluationExplanation.Of(explained));
    }

    private static AttendanceSummaryResponse SummaryOf(EvaluationInput input) => new(
        input.Attendance.WorkingDays,
        input.Attendance.PresentDays,
        input.Attendance.FlexibleDays,
        input.Attendance.ReviewDays,
        input.Attendance.NoRecordDays,
        input.Attendance.ExcusedDays,
        input.Attendance.LateMinutes,
        input.Attendance.EarlyMinutes);
}
