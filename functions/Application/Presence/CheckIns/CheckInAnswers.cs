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
            receipt);
    }

    private static double? Seconds(Duration? time) => time is { } known ? Math.Round(known.TotalSeconds, 3) : null;
}

public sealed record CheckInListResponse(IReadOnlyList<CheckInResponse> CheckIns);

/// <summary>One item's outcome, in the order of the request: a check-in, or a problem.</summary>
public sealed record CheckInItemResponse(int Index, int Status, CheckInResponse? CheckIn, ProblemResponse? Problem)
{
    internal static CheckInItemResponse Of(
        int index, Result<RecordedCheckIn> outcome, ReceiptSigner receipts, bool indonesian)
    {
        if (outcome.TryGet(out var recorded, out var refusal))
        {
            var answer = CheckInResponse.Of(recorded.CheckIn, recorded.Replayed, receipts.Sign(recorded.CheckIn));
            return new CheckInItemResponse(index, recorded.Replayed ? 200 : 201, answer, null);
        }

        var problem = ProblemResponse.Of(refusal, indonesian).Counted(refusal.Code);
        return new CheckInItemResponse(index, problem.Status, null, problem);
    }
}

public sealed record CheckInBatchResponse(IReadOnlyList<CheckInItemResponse> Items)
{
    public static CheckInBatchResponse Of(
        IReadOnlyList<Result<RecordedCheckIn>> outcomes, ReceiptSigner receipts, bool indonesian) =>
        new([.. outcomes.Select((outcome, i) => CheckInItemResponse.Of(i, outcome, receipts, indonesian))]);
}
