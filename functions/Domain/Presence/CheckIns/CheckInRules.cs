using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Domain.Presence.CheckIns;

/// <summary>
/// Judges a claim. A position outside every fence is stored like any other: it is a finding, not an error. The device's
/// capture time counts, corrected if its clock was off; where that cannot be told the server's receipt time does, and
/// the reason says so (<see cref="DeviceClockRules"/>).
/// </summary>
public static class CheckInRules
{
    public static Result<CheckIn> Judge(
        SubmittedCheckIn claim,
        Employee employee,
        OrganisationUnit unit,
        GeofenceMap fences,
        CheckInPolicy policy,
        Instant receivedAt,
        Sending? sending = null)
    {
        sending ??= new Sending(claim.SentAt, receivedAt);
        if (DeviceClockRules.IsInFuture(claim, sending, policy))
        {
            return new Refusal(
                RefusalKind.Unprocessable,
                RefusalCodes.CapturedInFuture,
                "The check-in says that it was captured after it was sent.")
            { Faults = [new("/capturedAt", "Later than the time of sending.")] };
        }

        var time = DeviceClockRules.TimeOf(claim, sending, policy);
        var counts = time.At;
        if (counts < receivedAt - policy.MostAge)
        {
            return new Refusal(
                RefusalKind.Unprocessable,
                RefusalCodes.CapturedTooLongAgo,
                $"A check-in is taken up to {policy.MostAge.TotalDays} days after its capture; ask for a correction.")
            { Faults = [new("/capturedAt", "Too long ago.")] };
        }

        var verdict = claim.Position is { } position && policy.CanUse(position)
            ? fences.Judge(position, employee, counts)
            : FenceVerdict.Unknown;
        var zone = verdict is { Placement: not Placement.Outside, FenceId: { } id } ? fences.Find(id)!.Zone : unit.Zone;
        var reasons = Reasons(claim, verdict, time, policy, receivedAt);
        return new CheckIn(
            claim,
            receivedAt,
            verdict,
            ModeOf(verdict),
            zone,
            counts.InZone(zone).Date,
            counts,
            time.Source,
            TrustRules.TrustOf(reasons, policy.Weights),
            reasons,
            policy.Version)
        { MovedBy = time.MovedBy };
    }

    /// <summary>Why a position came out as it did: the first reason of every check-in.</summary>
    public static CheckInReason PlaceReasonOf(FenceVerdict verdict, Position? position, CheckInPolicy policy) =>
        verdict.Placement switch
        {
            Placement.Inside => CheckInReason.InsideFence,
            Placement.Outside => CheckInReason.OutsideEveryFence,
            Placement.Uncertain => CheckInReason.TooCloseToTell,
            Placement.Unknown when position is null => CheckInReason.NoPosition,
            Placement.Unknown when !policy.CanUse(position.Value) => CheckInReason.AccuracyUnusable,
            Placement.Unknown => CheckInReason.NoFenceForPerson,
        };

    private static WorkMode? ModeOf(FenceVerdict verdict)
    {
        if (verdict.Placement != Placement.Inside)
        {
            return null;
        }

        return verdict.FenceKind switch
        {
            GeofenceKind.Office => WorkMode.Office,
            GeofenceKind.FieldSite => WorkMode.Field,
            GeofenceKind.Home or GeofenceKind.WfaArea => WorkMode.Flexible,
            null => null,
        };
    }

    private static List<CheckInReason> Reasons(
        SubmittedCheckIn claim,
        FenceVerdict verdict,
        CountedTime time,
        CheckInPolicy policy,
        Instant receivedAt)
    {
        var reasons = new List<CheckInReason> { PlaceReasonOf(verdict, claim.Position, policy) };
        if (time.Source != TimeSource.Server && receivedAt - time.At > policy.SentLateAfter)
        {
            reasons.Add(CheckInReason.SentLate);
        }

        if (claim.AssistedById is not null)
        {
            reasons.Add(CheckInReason.Assisted);
        }

        reasons.AddRange(TrustRules.SignalsOf(claim, time.Source, policy));
        return reasons;
    }
}
