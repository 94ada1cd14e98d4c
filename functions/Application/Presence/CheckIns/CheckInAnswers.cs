using Kinerja.Application.Json;
using Kinerja.Application.Telemetry;
using Kinerja.Domain;
using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Presence.CheckIns;

public sealed record FenceResponse(GeofenceId Id, int Version, GeofenceKind Kind)
{
    internal static FenceResponse? Of(FenceVerdict verdict) => verdict.FenceId is { } fence
        ? new(fence, verdict.FenceVersion!.Value, verdict.FenceKind!.Value)
        : null;
}

public sealed record ReasonResponse(string Code, string En, string Id);

public readonly struct CheckInResponse(CheckIn checkIn, bool replayed, string? receipt)
{
    public ClientId Id => checkIn.Claim.Id;
    public EmployeeId EmployeeId => checkIn.Claim.EmployeeId;
    public CheckInKind Kind => checkIn.Claim.Kind;
    public Instant ReceivedAt => checkIn.ReceivedAt;
    public bool Replayed => replayed;
    public Placement Placement => checkIn.Verdict.Placement;
    public FenceResponse? Fence => FenceResponse.Of(checkIn.Verdict);
    public double? SignedDistanceMetres =>
        checkIn.Verdict.SignedDistanceMetres is { } metres ? Math.Round(metres, 2) : null;
    public double? InsideProbability =>
        checkIn.Verdict.InsideProbability is { } probability ? Math.Round(probability, 4) : null;
    public WorkMode? WorkMode => checkIn.Mode;
    public LocalDate WorkDate => checkIn.WorkDate;
    public string Zone => checkIn.Zone.Id;
    public string TimeThatCounts => checkIn.TimeThatCounts.TextIn(checkIn.Zone);
    public TimeSource TimeSource => checkIn.TimeSource;
    public double? DeviceClockAheadSeconds => Seconds(checkIn.ClockAhead);
    public double? MovedBySeconds => Seconds(checkIn.MovedBy);
    public int Trust => checkIn.Trust;
    public IReadOnlyList<ReasonResponse> Reasons => [.. checkIn.Reasons.Select(ReasonTexts.Of)];
    public string Policy => checkIn.PolicyVersion;
    public EmployeeId? AssistedById => checkIn.Claim.AssistedById;
    public string? Receipt => receipt;

    /// <summary>To whoever sent it, with its receipt.</summary>
    public static CheckInResponse Of(RecordedCheckIn recorded, ReceiptSigner receipts) =>
        new(recorded.CheckIn, recorded.Replayed, receipts.Sign(recorded.CheckIn));

    /// <summary>The receipt stands in the answer to whoever sent the check-in, not in lists.</summary>
    public static CheckInResponse Of(CheckIn checkIn, bool replayed, string? receipt = null) =>
        new(checkIn, replayed, receipt);

    private static double? Seconds(Duration? time) => time is { } known ? Math.Round(known.TotalSeconds, 3) : null;
}

/// <summary>A check-in with what stays inside elsewhere: where it was.</summary>
public readonly struct PositionedCheckInResponse(UnitCheckIn found)
{
    public UnitId UnitId => found.UnitId;
    public PositionRequest? Position => PositionRequest.Of(found.CheckIn.Claim.Position);
    public CheckInResponse CheckIn => CheckInResponse.Of(found.CheckIn, replayed: true);

    public static PositionedCheckInResponse Of(UnitCheckIn found) => new(found);
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
    int Index, int Status, ClientId? Id, Placement? Placement, CheckInResponse? CheckIn, ProblemResponse? Problem)
{
    internal static CheckInItemResponse Of(
        int index, Result<RecordedCheckIn> outcome, ReceiptSigner? receipts, bool indonesian)
    {
        if (outcome.TryGet(out var recorded, out var refusal))
        {
            return new CheckInItemResponse(
                index,
                recorded.Replayed ? 200 : 201,
                recorded.CheckIn.Claim.Id,
                recorded.CheckIn.Verdict.Placement,
                receipts is null ? null : CheckInResponse.Of(recorded, receipts),
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
