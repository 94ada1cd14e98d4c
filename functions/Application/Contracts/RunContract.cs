using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using NodaTime.Text;

namespace Kinerja.Application.Contracts;

public sealed record RunBody(string? Period)
{
    public Result<AppraisalPeriod> Read() => AppraisalPeriod.Parse(Period);
}

public sealed record RunAnswer(
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
    string RankingPolicy)
{
    public static RunAnswer Of(RunProgress progress) => new(
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
        progress.Run.RankingPolicyVersion);
}

public sealed record AttendanceSummaryAnswer(
    int WorkingDays,
    int PresentDays,
    int FlexibleDays,
    int ReviewDays,
    int NoRecordDays,
    int ExcusedDays,
    int LateMinutes,
    int EarlyMinutes);

/// <summary>One thing that was read or concluded, with its source, in the order in which it was used.</summary>
public sealed record ExplanationStep(string What, string Source);

public sealed record EvaluationAnswer(
    string EmployeeId,
    string Period,
    int Revision,
    string? Predicate,
    string? NotAssessed,
    decimal? Score,
    int? Place,
    string? TopShare,
    int FeedbackNotes,
    AttendanceSummaryAnswer Attendance,
    string Policy,
    IReadOnlyList<ExplanationStep> Explanation)
{
    public static EvaluationAnswer Of(ExplainedEvaluation explained)
    {
        var (run, _, input, evaluation, place) = explained;
        return new EvaluationAnswer(
            evaluation.EmployeeId.ToString(),
            run.Period.ToString(),
            run.Revision,
            evaluation.Assessment is { } assessed ? JsonFormat.Name(assessed.Predicate) : null,
            evaluation.NotAssessed is { } reason ? JsonFormat.Name(reason) : null,
            evaluation.Assessment?.Score.Hundredths / 100m,
            place?.Place,
            place is { } line ? JsonFormat.Name(line.Top) : null,
            input.FeedbackNotes,
            SummaryOf(input),
            evaluation.PolicyVersion,
            EvaluationExplanation.Of(explained));
    }

    private static AttendanceSummaryAnswer SummaryOf(EvaluationInput input) => new(
        input.Attendance.WorkingDays,
        input.Attendance.PresentDays,
        input.Attendance.FlexibleDays,
        input.Attendance.ReviewDays,
        input.Attendance.NoRecordDays,
        input.Attendance.ExcusedDays,
        input.Attendance.LateMinutes,
        input.Attendance.EarlyMinutes);
}
