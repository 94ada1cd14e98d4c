using Kinerja.Application.Json;
using Kinerja.Application.Presence.CheckIns;
using Kinerja.Application.Telemetry;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime.Text;

namespace Kinerja.Application.Presence.Attendance;

public sealed record RulingStepResponse(string Kind, string ById, string At, string? Words, string? Outcome);

/// <summary>A day's ruling as it stands; without an outcome nobody has ruled.</summary>
public sealed record DayRulingResponse(
    string EmployeeId,
    string Date,
    int Version,
    string? Outcome,
    string? RuledById,
    bool Objected,
    bool Final,
    IReadOnlyList<RulingStepResponse> Steps)
{
    public static DayRulingResponse Of(DayRuling ruling) => new(
        ruling.EmployeeId.ToString(),
        LocalDatePattern.Iso.Format(ruling.Date),
        ruling.Version,
        ruling.Standing?.Outcome is { } outcome ? JsonFormat.Name(outcome) : null,
        ruling.Standing?.By.ToString(),
        ruling.IsObjected,
        ruling.IsFinal,
        [.. ruling.Steps.Select(step => new RulingStepResponse(
            JsonFormat.Name(step.Kind),
            step.By.ToString(),
            InstantPattern.ExtendedIso.Format(step.At),
            step.Words,
            step.Outcome is { } made ? JsonFormat.Name(made) : null))]);
}

/// <summary>What was received of the day; the position is for those who may rule.</summary>
public sealed record ReceivedResponse(
    string Id,
    string Kind,
    string At,
    string ReceivedAt,
    string Placement,
    string? FenceId,
    double? SignedDistanceMetres,
    double? InsideProbability,
    int Trust,
    PositionRequest? Position)
{
    internal static ReceivedResponse Of(CheckIn checkIn, bool withPosition) => new(
        checkIn.Claim.Id.ToString(),
        JsonFormat.Name(checkIn.Claim.Kind),
        OffsetDateTimePattern.Rfc3339.Format(checkIn.TimeThatCounts.InZone(checkIn.Zone).ToOffsetDateTime()),
        InstantPattern.ExtendedIso.Format(checkIn.ReceivedAt),
        JsonFormat.Name(checkIn.Verdict.Placement),
        checkIn.Verdict.FenceId?.ToString(),
        checkIn.Verdict.SignedDistanceMetres is { } metres ? Math.Round(metres, 2) : null,
        checkIn.Verdict.InsideProbability is { } probability ? Math.Round(probability, 4) : null,
        checkIn.Trust,
        withPosition && checkIn.Claim.Position is { } fix
            ? new PositionRequest(fix.LatitudeDegrees, fix.LongitudeDegrees, fix.AccuracyMetres)
            : null);
}

/// <summary>
/// A day of the queue: why it is there, what is known of it, and until when the superior alone may rule.
/// </summary>
public sealed record QueuedDayResponse(
    string EmployeeId,
    string UnitId,
    string Date,
    string? Need,
    string Status,
    string? FirstIn,
    string? LastOut,
    string Due,
    bool Overdue,
    string? SuperiorId,
    string? NextSuperiorId,
    IReadOnlyList<DayFindingResponse> Reasons,
    IReadOnlyList<ReceivedResponse> CheckIns,
    DayRulingResponse Ruling)
{
    internal static QueuedDayResponse Of(QueuedDay queued, bool withPositions) => new(
        queued.Below.Person.Id.ToString(),
        queued.Below.Person.UnitId.ToString(),
        LocalDatePattern.Iso.Format(queued.Day.Date),
        queued.Need is { } need ? JsonFormat.Name(need) : null,
        JsonFormat.Name(queued.Day.Status),
        queued.Day.FirstIn is { } came ? LocalTimePattern.GeneralIso.Format(came) : null,
        queued.Day.LastOut is { } left ? LocalTimePattern.GeneralIso.Format(left) : null,
        LocalDatePattern.Iso.Format(queued.Due),
        queued.Overdue,
        queued.Below.Superiors.First?.ToString(),
        queued.Below.Superiors.Next?.ToString(),
        [.. queued.Day.Findings.Select(DayReasonTexts.Of)],
        [.. queued.CheckIns.Select(c => ReceivedResponse.Of(c, withPositions))],
        DayRulingResponse.Of(queued.Ruling));
}

public sealed record RulingQueueResponse(IReadOnlyList<QueuedDayResponse> Days)
{
    public static RulingQueueResponse Of(IEnumerable<QueuedDay> days, bool withPositions) =>
        new([.. days.Select(d => QueuedDayResponse.Of(d, withPositions))]);
}

/// <summary>One day's outcome, in the order of the request: the ruling, or a problem.</summary>
public sealed record DayRulingItemResponse(int Index, int Status, DayRulingResponse? Ruling, ProblemResponse? Problem)
{
    internal static DayRulingItemResponse Of(int index, Result<DayRuling> outcome, bool indonesian)
    {
        if (outcome.TryGet(out var ruling, out var refusal))
        {
            return new DayRulingItemResponse(index, 200, DayRulingResponse.Of(ruling), null);
        }

        var problem = ProblemResponse.Of(refusal, indonesian).Counted(refusal.Code);
        return new DayRulingItemResponse(index, problem.Status, null, problem);
    }
}

public sealed record DayRulingBatchResponse(IReadOnlyList<DayRulingItemResponse> Items)
{
    public static DayRulingBatchResponse Of(IReadOnlyList<Result<DayRuling>> outcomes, bool indonesian) =>
        new([.. outcomes.Select((outcome, i) => DayRulingItemResponse.Of(i, outcome, indonesian))]);
}
