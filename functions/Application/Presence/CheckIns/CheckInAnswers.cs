using Kinerja.Application.Json;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime.Text;

namespace Kinerja.Application.Presence.CheckIns;

public sealed record FenceAnswer(string Id, int Version, string Kind);

public sealed record ReasonAnswer(string Code, string En, string Id);

public sealed record CheckInAnswer(
    string Id,
    string EmployeeId,
    string Kind,
    string ReceivedAt,
    bool Replayed,
    string Placement,
    FenceAnswer? Fence,
    double? SignedDistanceMetres,
    double? InsideProbability,
    string? WorkMode,
    string WorkDate,
    string Zone,
    string TimeThatCounts,
    string TimeSource,
    double DeviceClockAheadSeconds,
    int Trust,
    IReadOnlyList<ReasonAnswer> Reasons,
    string Policy,
    string? Receipt)
{
    /// <summary>The receipt stands in the answer to whoever sent the check-in, not in lists.</summary>
    public static CheckInAnswer Of(CheckIn checkIn, bool replayed, string? receipt = null)
    {
        var verdict = checkIn.Verdict;
        return new CheckInAnswer(
            checkIn.Claim.Id.ToString(),
            checkIn.Claim.EmployeeId.ToString(),
            JsonFormat.Name(checkIn.Claim.Kind),
            InstantPattern.ExtendedIso.Format(checkIn.ReceivedAt),
            replayed,
            JsonFormat.Name(verdict.Placement),
            verdict.FenceId is { } fence
                ? new FenceAnswer(fence.ToString(), verdict.FenceVersion!.Value, JsonFormat.Name(verdict.FenceKind!.Value))
                : null,
            verdict.SignedDistanceMetres is { } metres ? Math.Round(metres, 2) : null,
            verdict.InsideProbability is { } probability ? Math.Round(probability, 4) : null,
            checkIn.Mode is { } mode ? JsonFormat.Name(mode) : null,
            LocalDatePattern.Iso.Format(checkIn.WorkDate),
            checkIn.Zone.Id,
            OffsetDateTimePattern.Rfc3339.Format(checkIn.TimeThatCounts.InZone(checkIn.Zone).ToOffsetDateTime()),
            JsonFormat.Name(checkIn.TimeSource),
            Math.Round(checkIn.ClockAhead.TotalSeconds, 3),
            checkIn.Trust,
            [.. checkIn.Reasons.Select(ReasonTexts.Of)],
            checkIn.PolicyVersion,
            receipt);
    }
}

public sealed record CheckInListAnswer(IReadOnlyList<CheckInAnswer> CheckIns);

/// <summary>One item's outcome, in the order of the request: a check-in, or a problem.</summary>
public sealed record CheckInItemAnswer(int Index, int Status, CheckInAnswer? CheckIn, ProblemBody? Problem);

public sealed record CheckInBatchAnswer(IReadOnlyList<CheckInItemAnswer> Items);
