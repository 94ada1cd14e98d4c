using System.Text.Json;
using Kinerja.Application.Json;
using Kinerja.Application.Presence.CheckIns;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.Geofencing;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Geofencing;

/// <summary>A dry run of a position; without a person nobody's scope is asked.</summary>
public sealed record PositionDryRunRequest(PositionRequest? Position, string? EmployeeId, string? At)
{
    public Result<PositionQuestion> Read()
    {
        var fields = new FieldReader();
        var position = Position is null ? Missing(fields) : CheckInRequest.ReadPosition(fields, Position);
        var employee = EmployeeId is null
            ? null
            : fields.Take("employeeId", p => Domain.EmployeeId.Parse(EmployeeId, p));
        var at = fields.Time("at", At);
        return fields.Finish(() => new PositionQuestion(position!.Value, employee, at!.Value));
    }

    private static Position? Missing(FieldReader fields)
    {
        fields.Add("position", "This member is required.");
        return null;
    }
}

/// <summary>A dry run of a changed fence on the check-ins of these days, first included, end excluded.</summary>
public sealed record FenceDryRunRequest(JsonElement Feature, string? From, string? To)
{
    public Result<DateInterval> ReadDays()
    {
        var fields = new FieldReader();
        var (from, to) = (fields.Day("from", From), fields.Day("to", To));
        if (from is { } first && to is { } end && Period.DaysBetween(first, end) is < 1 or > DryRunFence.MostDays)
        {
            fields.Add("to", $"1 to {DryRunFence.MostDays} days after the first one are expected.");
        }

        return fields.Finish(() => new DateInterval(from!.Value, to!.Value.PlusDays(-1)));
    }

    public FenceDraft Draft(GeofenceId id, CancellationToken cancel) => FenceDraft.Of(Feature, id, "/feature", cancel);
}

/// <summary>A verdict in short: rounded as a check-in's answer is.</summary>
public sealed record VerdictResponse(
    string Placement,
    FenceResponse? Fence,
    double? SignedDistanceMetres,
    double? InsideProbability)
{
    public static VerdictResponse Of(FenceVerdict verdict) => new(
        JsonFormat.Name(verdict.Placement),
        verdict.FenceId is { } fence
            ? new FenceResponse(
                fence.ToString(), verdict.FenceVersion!.Value, JsonFormat.Name(verdict.FenceKind!.Value))
            : null,
        verdict.SignedDistanceMetres is { } metres ? Math.Round(metres, 2) : null,
        verdict.InsideProbability is { } probability ? Math.Round(probability, 4) : null);
}

/// <summary>One fence's own view of the position, and why it would not judge it.</summary>
public sealed record FenceViewResponse(VerdictResponse Verdict, string Name, IReadOnlyList<ReasonResponse>? Exclusions)
{
    public static FenceViewResponse Of(FenceDryRun trial) => new(
        VerdictResponse.Of(trial.Verdict),
        trial.Fence.Name,
        trial.Exclusions.Count == 0 ? null : [.. trial.Exclusions.Select(ExclusionTexts.Of)]);
}

public sealed record PositionDryRunResponse(
    VerdictResponse Best,
    ReasonResponse Reason,
    int ApplyingCount,
    IReadOnlyList<FenceViewResponse> Applying,
    int NotApplyingCount,
    IReadOnlyList<FenceViewResponse> NotApplying)
{
    public static PositionDryRunResponse Of(PositionTrial trial) => new(
        VerdictResponse.Of(trial.Seen.Best),
        ReasonTexts.Of(trial.Reason),
        trial.Seen.ApplyingCount,
        [.. trial.Seen.Applying.Select(FenceViewResponse.Of)],
        trial.Seen.NotApplyingCount,
        [.. trial.Seen.NotApplying.Select(FenceViewResponse.Of)]);
}

public sealed record VerdictChangeResponse(
    string CheckInId, string EmployeeId, string WorkDate, VerdictResponse From, VerdictResponse To)
{
    public static VerdictChangeResponse Of(VerdictChange change) => new(
        change.CheckIn.Claim.Id.ToString(),
        change.CheckIn.Claim.EmployeeId.ToString(),
        LocalDatePattern.Iso.Format(change.CheckIn.WorkDate),
        VerdictResponse.Of(change.From),
        VerdictResponse.Of(change.To));
}

public sealed record FenceDryRunResponse(
    int JudgedCount, int ChangedCount, bool Complete, IReadOnlyList<VerdictChangeResponse> Changes,
    UsableAccuracyResponse? UsableAccuracy)
{
    public static FenceDryRunResponse Of(FenceDryRunReport report) =>
        new(
            report.Judged,
            report.Changed,
            report.Complete,
            [.. report.Changes.Select(VerdictChangeResponse.Of)],
            report.Usable is { } usable ? UsableAccuracyResponse.Of(usable) : null);
}
