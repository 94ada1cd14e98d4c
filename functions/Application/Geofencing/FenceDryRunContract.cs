using System.Text.Json;
using Kinerja.Application.Json;
using Kinerja.Application.Presence.CheckIns;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.Geofencing;
using NodaTime;

namespace Kinerja.Application.Geofencing;

/// <summary>A dry run of a position; without a person nobody's scope is asked.</summary>
public sealed record PositionDryRunRequest(PositionRequest? Position, string? EmployeeId, string? At)
{
    public Result<PositionQuestion> Read()
    {
        var fields = new FieldReader();
        var position = Position is null ? Missing(fields) : CheckInRequest.ReadPosition(fields, Position);
        var employee = fields.Optional("employeeId", EmployeeId, Domain.EmployeeId.Parse);
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
public readonly struct VerdictResponse(FenceVerdict verdict)
{
    public Placement Placement => verdict.Placement;
    public FenceResponse? Fence => FenceResponse.Of(verdict);
    public double? SignedDistanceMetres => verdict.SignedDistanceMetres is { } metres ? Math.Round(metres, 2) : null;
    public double? InsideProbability =>
        verdict.InsideProbability is { } probability ? Math.Round(probability, 4) : null;
}

/// <summary>One fence's own view of the position, and why it would not judge it.</summary>
public readonly struct FenceViewResponse(FenceDryRun trial)
{
    public VerdictResponse Verdict => new(trial.Verdict);
    public string Name => trial.Fence.Name;
    public IReadOnlyList<ReasonResponse>? Exclusions =>
        trial.Exclusions.Count == 0 ? null : [.. trial.Exclusions.Select(ExclusionTexts.Of)];
}

public readonly struct PositionDryRunResponse(DryRunVerdict trial)
{
    public VerdictResponse Best => new(trial.Seen.Best);
    public ReasonResponse Reason => ReasonTexts.Of(trial.Reason);
    public int ApplyingCount => trial.Seen.ApplyingCount;
    public IReadOnlyList<FenceViewResponse> Applying =>
        [.. trial.Seen.Applying.Select(one => new FenceViewResponse(one))];
    public int NotApplyingCount => trial.Seen.NotApplyingCount;
    public IReadOnlyList<FenceViewResponse> NotApplying =>
        [.. trial.Seen.NotApplying.Select(one => new FenceViewResponse(one))];

    public static PositionDryRunResponse Of(DryRunVerdict trial) => new(trial);
}

public readonly struct VerdictChangeResponse(VerdictChange change)
{
    public ClientId CheckInId => change.CheckIn.Claim.Id;
    public EmployeeId EmployeeId => change.CheckIn.Claim.EmployeeId;
    public LocalDate WorkDate => change.CheckIn.WorkDate;
    public VerdictResponse From => new(change.From);
    public VerdictResponse To => new(change.To);
}

public readonly struct FenceDryRunResponse(FenceDryRunReport report)
{
    public int JudgedCount => report.Judged;
    public int ChangedCount => report.Changed;
    public int NearestChangedCount => report.NearestChanged;
    public bool Complete => report.Complete;
    public IReadOnlyList<VerdictChangeResponse> Changes =>
        [.. report.Changes.Select(one => new VerdictChangeResponse(one))];
    public UsableAccuracyResponse? UsableAccuracy =>
        report.Usable is { } usable ? new UsableAccuracyResponse(usable) : null;

    public static FenceDryRunResponse Of(FenceDryRunReport report) => new(report);
}
