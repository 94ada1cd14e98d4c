using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Domain.Presence.Attendance;

/// <summary>
/// When something happened on the wall, and the check-in that says so; a correction has its own time.
/// </summary>
internal readonly record struct DayMoment(LocalDateTime? At, CheckIn? CheckIn);

/// <summary>
/// A day's arrival and leaving: the first and the last inside an area, or what an approved correction puts there.
/// </summary>
/// <param name="plan">What the date asks for.</param>
/// <param name="facts">The date's corrections.</param>
/// <param name="inside">Check-ins inside an area, by time.</param>
/// <param name="findings">Where a correction is named.</param>
internal sealed class DayMoments(DayPlan plan, DayFacts facts, List<CheckIn> inside, List<DayFinding> findings)
{
    internal DayMoment Arrival()
    {
        var recorded = inside.Find(c => c.Claim.Kind == CheckInKind.In);
        if (Approved(CorrectionKind.Arrival) is not { } correction)
        {
            return new DayMoment(recorded?.WallDateTime, recorded);
        }

        findings.Add(new(DayReason.CorrectedArrival, correction.Id.ToString()));
        return new DayMoment(WallOf(correction.Time, plan.Hours?.StartOn(plan.Date)), recorded);
    }

    /// <summary>A check-out before the arrival ends another day's work, such as overtime past midnight.</summary>
    internal DayMoment Leaving(DayMoment arrival)
    {
        if (Approved(CorrectionKind.Leaving) is { } correction)
        {
            findings.Add(new(DayReason.CorrectedLeaving, correction.Id.ToString()));
            return new DayMoment(WallOf(correction.Time, plan.Hours?.EndOn(plan.Date)), null);
        }

        var recorded = inside.FindLast(
            c => c.Claim.Kind == CheckInKind.Out && (arrival.At is null || c.WallDateTime >= arrival.At));
        return new DayMoment(recorded?.WallDateTime, recorded);
    }

    /// <summary>The one decided last; equal times by id, so that order does not matter.</summary>
    private Correction? Approved(CorrectionKind kind) => facts.Corrections
        .Where(c => c.Kind == kind && c.State == CorrectionState.Approved)
        .OrderBy(c => c.Trail.Count == 0 ? Instant.MinValue : c.Trail[^1].At).ThenBy(c => c.Id).LastOrDefault();

    /// <summary>On this date or the next, whichever is nearer to where the shift has it.</summary>
    private LocalDateTime WallOf(LocalTime time, LocalDateTime? planned)
    {
        var (same, next) = (plan.Date + time, plan.Date.PlusDays(1) + time);
        return plan.Hours is { CrossesMidnight: true } && planned is { } near
            && DayClock.Gap(near, next) < DayClock.Gap(near, same) ? next : same;
    }
}
