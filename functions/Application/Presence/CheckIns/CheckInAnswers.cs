using Kinerja.Application.Json;
using Kinerja.Application.Telemetry;
using Kinerja.Domain;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Presence.CheckIns;

public sealed record FenceResponse(string Id, int Version, string Kind);

public sealed record ReasonResponse(string Code, string En, string Id);

public sealed record CheckInResponse(
    string Id,
    string EmployeeId,
    string Kind,
    string ReceivedAt,
    bool Replayed,
    string Placement,
    FenceResponse? Fence,
    double? SignedDistanceMetres,
    double? InsideProbability,
    string? WorkMode,
    string WorkDate,
    string Zone,
    string TimeThatCounts,
    string TimeSource,
    double? DeviceClockAheadSeconds,
    double? MovedBySeconds,
    int Trust,
    IReadOnlyList<ReasonResponse> Reasons,
    string Policy,
    string? AssistedById,
    string? Receipt)
{
    /// <summary>The receipt stands in the answer to whoever sent the check-in, not in lists.</summary>
    public static CheckInResponse Of(CheckIn checkIn, bool replayed, string? receipt = null)
    {
        var verdict = checkIn.Verdict;
        return new CheckInResponse(
            checkIn.Claim.Id.ToString(),
            checkIn.Claim.EmployeeId.ToString(),
            JsonFormat.Name(checkIn.Claim.Kind),
            InstantPattern.ExtendedIso.Format(checkIn.ReceivedAt),
            replayed,
            JsonFormat.Name(verdict.Placement),
            verdict.FenceId is { } fence
                ? new FenceResponse(
                    fence.ToString(), verdict.FenceVersion!.Value, JsonFormat.Name(verdict.FenceKind!.Value))
                : null,
            verdict.SignedDistanceMetres is { } metres ? Math.Round(metres, 2) : null,
            verdict.InsideProbability is { } probability ? Math.Round(probability, 4) : null,
            checkIn.Mode is { } mode ? JsonFormat.Name(mode) : null,
            LocalDatePattern.Iso.Format(checkIn.WorkDate),
            checkIn.Zone.Id,
            OffsetDateTimePattern.Rfc3339.Format(checkIn.TimeThatCounts.InZone(checkIn.Zone).ToOffsetDateTime()),
            JsonFormat.Name(checkIn.TimeSource),
            Seconds(checkIn.ClockAhead),
            Seconds(checkIn.MovedBy),
            checkIn.Trust,
            [.. checkIn.Reasons.Select(ReasonTexts.Of)],
            checkIn.PolicyVersion,
            checkIn.Claim.AssistedById?.ToString(),
            receipt);
    }

    private static double? Seconds(Duration? time) => time is { } known ? Math.Round(known.TotalSeconds, 3) : null;
}

/// <summary>A check-in with what stays inside elsewhere: where it was.</summary>
public sealed record PositionedCheckInResponse(string UnitId, PositionRequest? Position, CheckInResponse CheckIn)
{
    public static PositionedCheckInResponse Of(UnitCheckIn found) => new(
        found.UnitId.ToString(),
        found.CheckIn.Claim.Position is { } fix
            ? new PositionRequest(fix.LatitudeDegrees, fix.LongitudeDegrees, fix.AccuracyMetres)
            : null,
        CheckInResponse.Of(found.CheckIn, replayed: true));
}

public sealed record PositionedCheckInListResponse(IReadOnlyList<PositionedCheckInResponse> CheckIns);

public sealed record CheckInListResponse(IReadOnlyList<CheckInResponse> CheckIns);

/// <summary>How much a batch tells of each check-in that it took.</summary>
public enum BatchDetails
{
    /// <summary>Its id and where it lies; the rest is there to be read later.</summary>
    Small,

    /// <summary>All that a single check-in is answered, with its receipt.</summary>
    Full,
}

/// <summary>
/// One item's outcome, in the order of the request: a check-in by its id and placement, in full when asked for, or a
/// problem.
/// </summary>
public sealed record CheckInItemResponse(
    int Index, int Status, string? Id, string? Placement, CheckInResponse? CheckIn, ProblemResponse? Problem)
{
    internal static CheckInItemResponse Of(
        int index, Result<RecordedCheckIn> outcome, ReceiptSigner? receipts, bool indonesian)
    {
        if (outcome.TryGet(out var recorded, out var refusal))
        {
            var (checkIn, replayed) = recorded;
            return new CheckInItemResponse(
                index,
                replayed ? 200 : 201,
                checkIn.Claim.Id.ToString(),
                JsonFormat.Name(checkIn.Verdict.Placement),
                receipts is null ? null : CheckInResponse.Of(checkIn, replayed, receipts.Sign(checkIn)),
                null);
        }

        var problem = ProblemResponse.Of(refusal, indonesian).Counted(refusal.Code);
        return new CheckInItemResponse(index, problem.Status, null, null, null, problem);
    }
}

public sealed record CheckInBatchResponse(IReadOnlyList<CheckInItemResponse> Items)
{
    /// <param name="outcomes">In the order of the request.</param>
    /// <param name="receipts">Signs what is told in full; null tells the id and placement only.</param>
    /// <param name="indonesian">The language of problems.</param>
    public static CheckInBatchResponse Of(
        IReadOnlyList<Result<RecordedCheckIn>> outcomes, ReceiptSigner? receipts, bool indonesian) =>
        new([.. outcomes.Select((outcome, i) => CheckInItemResponse.Of(i, outcome, receipts, indonesian))]);
}
