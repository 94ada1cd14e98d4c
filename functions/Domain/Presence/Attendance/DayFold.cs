using Kinerja.Domain.Calendars;
using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Domain.Presence.Attendance;

/// <summary>
/// Folds one date of one person. The order: a day off stays one, leave goes before check-ins, an approved correction
/// before the record it corrects, outages and grace take minutes off, and only then is anything late.
/// </summary>
internal sealed class DayFold
{
    private readonly DayPlan _plan;
    private readonly DayFacts _facts;
    private readonly bool _over;
    private readonly List<DayFinding> _findings = [];
    private readonly List<DayRecord> _records;
    private readonly List<CheckIn> _all;

    /// <summary>By the clock of the place where the person came or was first seen, else of the unit.</summary>
    private readonly DateTimeZone _zone;

    private readonly DayExcuses _excuses;
    private readonly DayClock _clock;
    private readonly Interval _hours;

    /// <param name="plan">What the date asks for.</param>
    /// <param name="facts">The date's leave, corrections and the like.</param>
    /// <param name="book">Which records were made for the date's shift.</param>
    /// <param name="outages">By their beginning.</param>
    /// <param name="zone">The unit's.</param>
    /// <param name="now">A date that is not over in that zone, or a shift that is not over, is not judged.</param>
    internal DayFold(
        DayPlan plan,
        DayFacts facts,
        ShiftBook book,
        IReadOnlyList<OutageWindow> outages,
        DateTimeZone zone,
        Instant now)
    {
        (_plan, _facts) = (plan, facts);
        _records = [.. book.Given[plan.Date]];
        _all = [.. _records.Where(r => !r.Rejected && (r.Planned || plan.Hours is null)).Select(r => r.CheckIn)];
        _zone = (_all.Find(c => c.Claim.Kind == CheckInKind.In) ?? _all.FirstOrDefault())?.Zone ?? zone;
        _excuses = new DayExcuses(plan, facts.Parts, _zone);
        _clock = new DayClock(plan, _zone, outages, _excuses, _findings);
        _hours = plan.Hours?.On(plan.Date, _zone) ?? default;
        _over = plan.Date < now.InZone(zone).Date && _hours.End <= now;
        _findings.AddRange(plan.Swap is { } swap ? [new DayFinding(DayReason.ShiftSwapped, swap.ToString())] : []);
        _findings.AddRange(book.Open[plan.Date].Select(id => new DayFinding(DayReason.ShiftUnclear, id.ToString())));
        _findings.AddRange(book.Outside[plan.Date].Where(r => _all.Count == 0 || r.CheckIn.WorkDate == plan.Date)
            .Select(r => new DayFinding(DayReason.OutsideMargins, r.Id.ToString())));
    }

    internal AttendanceDay Fold()
    {
        var inside = _all.Where(c => c.Verdict.Placement == Placement.Inside).ToList();
        var moments = new DayMoments(_plan, _facts, inside, _zone, _findings);
        var arrival = moments.Arrival();
        var leaving = moments.Leaving(arrival);
        if (_records.Exists(r => r.Rejected))
        {
            _findings.Add(new(DayReason.RejectedLeftOut));
        }

        Add(_records.Exists(r => r is { Punched: true, Rejected: false }), DayReason.PunchesPaired);
        if (_all.Exists(c => c.Reasons.Contains(CheckInReason.MockLocationReported)))
        {
            _findings.Add(new(DayReason.CheckInFlagged));
        }

        if (_plan.Off is { } off)
        {
            var status = off switch
            {
                DayReason.NoCalendar => DayStatus.NoCalendar,
                DayReason.NotInService => DayStatus.NotInService,
                _ => DayStatus.DayOff,
            };
            return Credited(Plain(status, arrival, leaving, new DayFinding(off)), arrival, leaving);
        }

        if (_facts.Leave is { } leave)
        {
            return Credited(Plain(Leave.StatusOf(leave.Kind), arrival, leaving, OnLeave(leave)), arrival, leaving);
        }

        _findings.AddRange(_excuses.Parts.Select(p => p.Finding));
        if (_excuses.CoverAll)
        {
            Add(_all.Count > 0, DayReason.CheckInsOnLeave);
            return Credited(Day(Leave.StatusOf(_excuses.Parts[0].Kind), arrival, leaving, 0, null), arrival, leaving);
        }

        var open = arrival.At is null && !ArrivalForgiven(inside)
            ? WithoutArrival(leaving)
            : Present(arrival, leaving, inside);
        return RuledDay.Of(open, _plan, _facts, _records);
    }

    /// <summary>
    /// Nobody could record an arrival when the day began, and a later record shows that the person was there.
    /// </summary>
    private bool ArrivalForgiven(List<CheckIn> inside)
    {
        if (inside.Count == 0 || _clock.OutageAt(_excuses.Owed.Start) is not { } window)
        {
            return false;
        }

        _findings.Add(new(DayReason.OutageCoversArrival, window.Id.ToString()));
        return true;
    }

    private AttendanceDay WithoutArrival(DayMoment leaving)
    {
        if (_all.Count > 0)
        {
            var (status, reason) = Worst();
            return Plain(status, default, leaving, new DayFinding(reason));
        }

        if (!_over)
        {
            return Plain(DayStatus.NotYet, default, leaving, new DayFinding(DayReason.NotYet));
        }

        if (_findings.Exists(f => f.Reason is DayReason.ShiftUnclear or DayReason.OutsideMargins))
        {
            return Plain(DayStatus.NeedsReview, default, leaving, new DayFinding(DayReason.NoArrival));
        }

        if (_clock.OutageAt(_excuses.Owed.Start) is { } window && _clock.OutageAt(_excuses.Owed.End) is not null)
        {
            return Plain(
                DayStatus.NeedsReview, default, leaving, new DayFinding(DayReason.OutageAllDay, window.Id.ToString()));
        }

        var none = Plain(DayStatus.NoRecord, default, leaving, new DayFinding(DayReason.NoCheckIn));
        return _excuses.CoverHalf ? _excuses.HalfOf(none) : none;
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

    private AttendanceDay Present(DayMoment arrival, DayMoment leaving, List<CheckIn> inside)
    {
        var dynamic = _plan.Time.Required;
        var own = dynamic is null && _plan.Time.Scheme == TimeScheme.Fixed ? _facts.PersonalStarts : [];
        var moved = _clock.Moved(_hours, own, arrival.At);
        Add(arrival is { At: not null, CheckIn: not null }, DayReason.ArrivedInside);
        Add(_plan.Hours!.Value.CrossesMidnight, DayReason.OverMidnight);

        var away = _clock.Away(_hours, inside, leaving.CheckIn);
        int? worked = arrival.At is { } from && leaving.At is { } to
            ? Math.Max(0, _excuses.Worked(from, to) - Math.Max(_excuses.BreakMinutes, away.All))
            : null;
        var (late, early, missed) = dynamic is { } required
            ? (0, _clock.Short(required, worked), away.BeyondBreak)
            : _clock.Timed(_hours, moved, arrival, leaving, inside).Minutes;
        if (_over)
        {
            _clock.Missing(_excuses.Owed.End, moved, leaving.At, inside);
            NotPlaced(arrival, leaving);
        }

        var half = _plan.Time.HalfDayFromMinutes is { } least && late + (early ?? 0) >= least;
        Add(half, DayReason.HalfDay);
        var mode = arrival.CheckIn?.Mode;
        if (inside.Exists(c => c.Mode == WorkMode.Flexible) && _facts.Flexible is { Reasons: { Count: > 0 } reasons })
        {
            _findings.Add(new(DayReason.FlexibleNotCovered, string.Join(' ', reasons)));
        }

        return Day(half ? DayStatus.HalfDay : DayStatus.Present, arrival, leaving, missed, mode) with
        {
            LateMinutes = late,
            EarlyMinutes = early,
            WorkedMinutes = worked,
        };
    }

    /// <summary>A leaving that was received and not counted is named, so that nobody loses by a bad fix.</summary>
    private void NotPlaced(DayMoment arrival, DayMoment leaving)
    {
        var received = leaving.At is null ? _all.FindLast(
            c => c.Claim.Kind == CheckInKind.Out && c.Verdict.Placement != Placement.Inside
                && (arrival.At is null || c.TimeThatCounts >= arrival.At)) : null;
        if (received is not null)
        {
            _findings.Add(new(DayReason.LeavingNotPlaced, received.Claim.Id.ToString()));
        }
    }

    /// <summary>With the minutes of a day that asks for none, where they count in its week.</summary>
    private AttendanceDay Credited(AttendanceDay day, DayMoment arrival, DayMoment leaving) =>
        WeekRules.CountsDaysOff(_plan, _facts) && arrival.At is { } from && leaving.At is { } to
            && (day.IsExcused || day.Status == DayStatus.DayOff)
            ? day with
            {
                WorkedMinutes = Math.Max(0, OwedTime.Of(from, to).Minutes - (_plan.Hours?.BreakMinutes ?? 0)),
            }
            : day;

    private DayFinding OnLeave(Leave leave)
    {
        Add(_all.Count > 0, DayReason.CheckInsOnLeave);
        return new DayFinding(DayReason.OnLeave, leave.Reference);
    }

    private AttendanceDay Plain(DayStatus status, DayMoment arrival, DayMoment leaving, DayFinding why)
    {
        _findings.Add(why);
        return Day(status, arrival, leaving, 0, null);
    }

    /// <summary>Without minutes late, early and worked.</summary>
    private AttendanceDay Day(DayStatus status, DayMoment arrival, DayMoment leaving, int away, WorkMode? mode)
    {
        Add(away > 0, DayReason.AwayMidDay);
        var findings = _findings.OrderBy(f => f.Reason).ToList();
        var flagged = findings.Exists(
            f => f.Reason is DayReason.CheckInFlagged or DayReason.FlexibleNotCovered or DayReason.ShiftUnclear);
        var place = mode is null ? null : arrival.CheckIn?.Verdict.FenceKind;
        return new AttendanceDay(
            _plan.Date, status, mode, place, arrival.OnTheWall, leaving.OnTheWall, null, null, away, flagged, findings,
            _plan.HoursVersion)
        {
            ExcusedMinutes = _excuses.CoverAll ? 0 : _excuses.LeaveMinutes,
        };
    }

    private void Add(bool holds, DayReason reason)
    {
        if (holds)
        {
            _findings.Add(new(reason));
        }
    }
}
