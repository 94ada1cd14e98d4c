using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Domain.Presence.Attendance;

/// <summary>When something happened, the clock that shows it, and the check-in that says so.</summary>
internal readonly record struct DayMoment(Instant? At, DateTimeZone? Zone, CheckIn? CheckIn)
{
    internal LocalTime? OnTheWall => At is { } at ? at.InZone(Zone!).TimeOfDay : null;
}

/// <summary>
/// A day's arrival and leaving: the first and the last inside an area, or what an approved correction puts there.
/// </summary>
/// <param name="plan">What the date asks for.</param>
/// <param name="facts">The date's corrections.</param>
/// <param name="inside">Check-ins inside an area, by time.</param>
/// <param name="zone">By whose clock a correction tells its time.</param>
/// <param name="findings">Where a correction is named.</param>
internal sealed class DayMoments(
    DayPlan plan, DayFacts facts, List<CheckIn> inside, DateTimeZone zone, List<DayFinding> findings)
{
    internal DayMoment Arrival()
    {
        var recorded = inside.Find(c => c.Claim.Kind == CheckInKind.In);
        if (Approved(CorrectionKind.Arrival) is not { } correction)
        {
            return Of(recorded);
        }

        findings.Add(new(DayReason.CorrectedArrival, correction.Id.ToString()));
        return new DayMoment(MomentOf(correction), zone, recorded);
    }

    /// <summary>A check-out before the arrival ends no work of this day.</summary>
    internal DayMoment Leaving(DayMoment arrival)
    {
        if (Approved(CorrectionKind.Leaving) is { } correction)
        {
            findings.Add(new(DayReason.CorrectedLeaving, correction.Id.ToString()));
            return new DayMoment(MomentOf(correction), zone, null);
        }

        return Of(inside.FindLast(
            c => c.Claim.Kind == CheckInKind.Out && (arrival.At is null || c.TimeThatCounts >= arrival.At)));
    }

    private static DayMoment Of(CheckIn? recorded) => new(recorded?.TimeThatCounts, recorded?.Zone, recorded);

    private Instant MomentOf(Correction correction) =>
        correction.At ?? plan.MomentOf(correction.Kind, correction.Time, zone);

    /// <summary>The one decided last; equal times by id, so that order does not matter.</summary>
    private Correction? Approved(CorrectionKind kind) => facts.Corrections
        .Where(c => c.Kind == kind && c.State == CorrectionState.Approved)
        .OrderBy(c => c.Trail[^1].At).ThenBy(c => c.Id).LastOrDefault();
}
