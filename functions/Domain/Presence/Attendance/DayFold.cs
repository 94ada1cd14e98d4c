using Kinerja.Domain.Calendars;
using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Domain.Presence.Attendance;

/// <summary>
/// Folds one date of one person. The order: a day off stays one, leave goes before check-ins, an approved correction
/// before the record it corrects, outages and grace take minutes off, and only then is anything late.
/// </summary>
internal sealed class DayFold(
    DayPlan plan,
    DayFacts facts,
    IReadOnlyList<DayRecord> records,
    IReadOnlyList<OutageWindow> outages,
    DateTimeZone zone,
    LocalDate today)
{
    private readonly List<DayFinding> _findings = [];
    private readonly List<CheckIn> _all = [.. records.Where(r => !r.Rejected).Select(r => r.CheckIn)];

    /// <summary>By the clock of the place where the day's records were made, else of the unit.</summary>
    private DayClock Clock => new(plan, outages, _all.Count > 0 ? _all[0].Zone : zone, _findings);

    internal FoldedDay Fold()
    {
        var inside = _all.Where(c => c.Verdict.Placement == Placement.Inside).ToList();
        var moments = new DayMoments(plan, facts, inside, _findings);
        var arrival = moments.Arrival();
        var leaving = moments.Leaving(arrival);
        if (records.Any(r => r.Rejected))
        {
            _findings.Add(new(DayReason.RejectedLeftOut));
        }

        if (_all.Exists(c => c.Reasons.Contains(CheckInReason.MockLocationReported)))
        {
            _findings.Add(new(DayReason.CheckInFlagged));
        }

        if (plan.Off is { } off)
        {
            var status = off switch
            {
                DayReason.NoCalendar => DayStatus.NoCalendar,
                DayReason.NotInService => DayStatus.NotInService,
                _ => DayStatus.DayOff,
            };
            return Plain(status, arrival, leaving, new DayFinding(off));
        }

        if (facts.Leave is { } leave)
        {
            return Plain(StatusOf(leave.Kind), arrival, leaving, OnLeave(leave));
        }

        var open = arrival.At is null && !ArrivalForgiven(inside)
            ? WithoutArrival(leaving)
            : Present(plan.Hours!.Value, arrival, leaving, inside);
        return RuledDay.Of(open, plan, facts, records);
    }

    /// <summary>
    /// Nobody could record an arrival when the day began, and a later record shows that the person was there.
    /// </summary>
    private bool ArrivalForgiven(List<CheckIn> inside)
    {
        if (inside.Count == 0 || Clock.OutageAt(plan.Hours!.Value.StartOn(plan.Date)) is not { } window)
        {
            return false;
        }

        _findings.Add(new(DayReason.OutageCoversArrival, window.Id.ToString()));
        return true;
    }

    private FoldedDay WithoutArrival(DayMoment leaving)
    {
        var hours = plan.Hours!.Value;
        if (_all.Count == 0 && plan.Date >= today)
        {
            return Plain(DayStatus.NotYet, default, leaving, new DayFinding(DayReason.NotYet));
        }

        if (_all.Count == 0)
        {
            return Clock.OutageAt(hours.StartOn(plan.Date)) is { } window
                && Clock.OutageAt(hours.EndOn(plan.Date)) is not null
                ? Plain(
                    DayStatus.NeedsReview,
                    default,
                    leaving,
                    new DayFinding(DayReason.OutageAllDay, window.Id.ToString()))
                : Plain(DayStatus.NoRecord, default, leaving, new DayFinding(DayReason.NoCheckIn));
        }

        var (status, reason) = Worst();
        return Plain(status, default, leaving, new DayFinding(reason));
    }

    private (DayStatus Status, DayReason Reason) Worst()
    {
        var arrivals = _all.Where(c => c.Claim.Kind == CheckInKind.In).Select(c => c.Verdict.Placement).ToHashSet();
        if (arrivals.Contains(Placement.Uncertain))
        {
            return (DayStatus.Uncertain, DayReason.PositionUncertain);
        }

        return (DayStatus.NeedsReview, arrivals.Contains(Placement.Outside) ? DayReason.OutsideEveryArea
            : arrivals.Contains(Placement.Unknown) ? DayReason.PositionUnknown : DayReason.NoArrival);
    }

    private FoldedDay Present(DayHours hours, DayMoment arrival, DayMoment leaving, List<CheckIn> inside)
    {
        var dynamic = plan.Time.Required;
        hours = dynamic is null && plan.Time.Scheme == TimeScheme.Fixed
            ? Clock.Personal(hours, facts.PersonalStart)
            : hours;
        if (arrival is { At: not null, CheckIn: not null })
        {
            _findings.Add(new(DayReason.ArrivedInside));
        }

        if (hours.CrossesMidnight)
        {
            _findings.Add(new(DayReason.OverMidnight));
        }

        var away = DayClock.AwayMinutes(hours, inside, leaving.CheckIn);
        int? worked = arrival.At is { } from && leaving.At is { } to
            ? Math.Max(0, DayClock.WholeMinutes(from, to) - hours.BreakMinutes - away)
            : null;
        var late = dynamic is null && arrival.At is { } came ? Clock.Late(hours, came) : 0;
        var early = dynamic is { } required ? Clock.Short(required, worked) : Clock.Early(hours, leaving.At);
        if (plan.Date < today)
        {
            Clock.Missing(hours, leaving.At, inside);
            NotPlaced(arrival, leaving);
        }

        var half = plan.Time.HalfDayFromMinutes is { } least && late + (early ?? 0) >= least;
        Add(half, DayReason.HalfDay);
        var mode = arrival.CheckIn?.Mode;
        if (inside.Exists(c => c.Mode == WorkMode.Flexible) && facts.Flexible is { Reasons: { Count: > 0 } reasons })
        {
            _findings.Add(new(DayReason.FlexibleNotCovered, string.Join(' ', reasons)));
        }

        return new FoldedDay(
            Day(half ? DayStatus.HalfDay : DayStatus.Present, arrival, leaving, late, early, away, mode),
            worked);
    }

    /// <summary>A leaving that was received and not counted is named, so that nobody loses by a bad fix.</summary>
    private void NotPlaced(DayMoment arrival, DayMoment leaving)
    {
        var received = leaving.At is null ? _all.FindLast(
            c => c.Claim.Kind == CheckInKind.Out && c.Verdict.Placement != Placement.Inside
                && (arrival.At is null || c.WallDateTime >= arrival.At)) : null;
        if (received is not null)
        {
            _findings.Add(new(DayReason.LeavingNotPlaced, received.Claim.Id.ToString()));
        }
    }

    private DayFinding OnLeave(Leave leave)
    {
        Add(_all.Count > 0, DayReason.CheckInsOnLeave);
        return new DayFinding(DayReason.OnLeave, leave.Reference);
    }

    private FoldedDay Plain(DayStatus status, DayMoment arrival, DayMoment leaving, DayFinding why)
    {
        _findings.Add(why);
        return new FoldedDay(Day(status, arrival, leaving, null, null, 0, null), null);
    }

    private AttendanceDay Day(
        DayStatus status, DayMoment arrival, DayMoment leaving, int? late, int? early, int away, WorkMode? mode)
    {
        Add(away > 0, DayReason.AwayMidDay);
        var findings = _findings.OrderBy(f => f.Reason).ToList();
        var flagged = findings.Exists(f => f.Reason is DayReason.CheckInFlagged or DayReason.FlexibleNotCovered);
        var place = mode is null ? null : arrival.CheckIn?.Verdict.FenceKind;
        return new AttendanceDay(
            plan.Date, status, mode, place, arrival.At?.TimeOfDay, leaving.At?.TimeOfDay, late, early, away, flagged,
            findings,
            plan.HoursVersion);
    }

    private void Add(bool holds, DayReason reason)
    {
        if (holds)
        {
            _findings.Add(new(reason));
        }
    }

    private static DayStatus StatusOf(LeaveKind kind) => kind switch
    {
        LeaveKind.Leave => DayStatus.Leave,
        LeaveKind.Sick => DayStatus.Sick,
        LeaveKind.DutyTravel => DayStatus.DutyTravel,
        LeaveKind.Training => DayStatus.Training,
        LeaveKind.Permission => DayStatus.Permission,
    };
}
