namespace Kinerja.Domain.Presence.CheckIns;

/// <summary>
/// How far one check-in is to be trusted by what it says of itself: 100 with nothing to say, each signal takes its
/// weight, never below 0. Trust is evidence for a superior; no rule of the day, of pay or of rank reads it (Kab. Lebong
/// 2025: 18 of 379 recruits were blocked wrongly).
/// </summary>
public static class TrustRules
{
    /// <summary>The reasons that lower trust, in the order of <see cref="CheckInReason"/>.</summary>
    public static IReadOnlyList<CheckInReason> SignalsOf(
        SubmittedCheckIn claim, TimeSource source, CheckInPolicy policy)
    {
        var signals = new List<CheckInReason>();
        AddIf(source == TimeSource.Server, CheckInReason.DeviceClockWrong);
        AddIf(claim.MockLocation == true, CheckInReason.MockLocationReported);
        AddIf(
            claim.Position is { } fix && fix.AccuracyMetres < policy.LeastAccuracyMetres,
            CheckInReason.AccuracyTooGood);
        AddIf(claim.Attestation?.Verdict == AttestationVerdict.Failed, CheckInReason.AttestationFailed);
        AddIf(source == TimeSource.Corrected, CheckInReason.DeviceClockCorrected);
        return signals;

        void AddIf(bool seen, CheckInReason reason)
        {
            if (seen)
            {
                signals.Add(reason);
            }
        }
    }

    public static int TrustOf(IEnumerable<CheckInReason> reasons, TrustWeights weights) =>
        Math.Max(0, 100 - reasons.Sum(reason => WeightOf(reason, weights)));

    private static int WeightOf(CheckInReason reason, TrustWeights weights) => reason switch
    {
        CheckInReason.DeviceClockWrong => weights.DeviceClock,
        CheckInReason.MockLocationReported => weights.MockLocation,
        CheckInReason.AccuracyTooGood => weights.Accuracy,
        CheckInReason.AttestationFailed => weights.Attestation,
        CheckInReason.DeviceClockCorrected => weights.ClockCorrected,
        CheckInReason.InsideFence or CheckInReason.OutsideEveryFence or CheckInReason.TooCloseToTell
            or CheckInReason.NoPosition or CheckInReason.NoFenceForPerson or CheckInReason.SentLate
            or CheckInReason.AccuracyUnusable or CheckInReason.Assisted => 0,
    };
}
