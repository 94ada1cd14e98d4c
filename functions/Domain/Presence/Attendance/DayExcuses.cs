using NodaTime;

namespace Kinerja.Domain.Presence.Attendance;

/// <summary>
/// The parts of a day for which somebody is excused, in time. Leave takes its share off the required minutes and off
/// the break; duty counts as worked. Neither makes anybody late, early or away.
/// </summary>
internal sealed class DayExcuses
{
    private readonly DayPlan _plan;
    private readonly Interval _hours;
    private readonly List<Interval> _all;
    private readonly List<Interval> _duty;
    private readonly List<Interval> _leave;

    /// <param name="plan">What the date asks for; a date without hours has no parts.</param>
    /// <param name="parts">In any order; they may overlap.</param>
    /// <param name="zone">By whose clock their times are meant.</param>
    internal DayExcuses(DayPlan plan, IReadOnlyList<ExcusedPart> parts, DateTimeZone zone)
    {
        _plan = plan;
        if (plan.Hours is not { } hours)
        {
            (_all, _duty, _leave, Parts) = ([], [], [], []);
            return;
        }

        Parts = parts;
        _hours = hours.On(plan.Date, zone);
        var spans = parts.Select(p => (p.IsDuty, Span: p.Part.On(plan.Date, hours, zone))).ToList();
        _all = spans.ConvertAll(s => s.Span);
        _duty = [.. spans.Where(s => s.IsDuty).Select(s => s.Span)];
        _leave = [.. spans.Where(s => !s.IsDuty).Select(s => s.Span)];
    }

    internal IReadOnlyList<ExcusedPart> Parts { get; }

    /// <summary>What is left of the hours.</summary>
    internal OwedTime Owed => Left(_hours.Start, _hours.End);

    /// <summary>Also where there are no hours.</summary>
    internal bool CoverAll => Owed.Spans.Count == 0;

    /// <summary>At least half of the hours: then a day without a record is half a day, not one of absence.</summary>
    internal bool CoverHalf => 2 * Owed.Total <= _hours.Duration;

    /// <summary>Of the required minutes, those that leave takes off.</summary>
    internal int LeaveMinutes => _plan.RequiredMinutes - ShareOf(_plan.RequiredMinutes, AfterLeave.Total);

    /// <summary>The break of what leave has left of the day.</summary>
    internal int BreakMinutes => ShareOf(_plan.Hours!.Value.BreakMinutes, AfterLeave.Total);

    private OwedTime AfterLeave => OwedTime.Of(_hours.Start, _hours.End).Without(_leave);

    internal OwedTime Left(Instant from, Instant to) => OwedTime.Of(from, to).Without(_all);

    /// <summary>
    /// From arrival to leaving without leave, with duty within the hours before and after; break and gaps stay in.
    /// </summary>
    internal int Worked(Instant from, Instant to)
    {
        var there = OwedTime.Of(from, to);
        var beside = AfterLeave.Without(there.Spans);
        return (int)Math.Floor(
            (there.Without(_leave).Total + beside.Total - beside.Without(_duty).Total).TotalMinutes);
    }

    /// <summary>
    /// Never seen in the rest of the day: as on a day ruled half, the rest is left early, unless minutes are required
    /// in a week. What is on duty counts as worked.
    /// </summary>
    internal AttendanceDay HalfOf(AttendanceDay day)
    {
        var worked = ShareOf(_plan.RequiredMinutes, AfterLeave.Total - AfterLeave.Without(_duty).Total);
        var owed = _plan.RequiredMinutes - LeaveMinutes - worked;
        return day with
        {
            Status = DayStatus.HalfDay,
            LateMinutes = 0,
            EarlyMinutes = _plan.Time.Required is { PerWeek: true } ? 0 : owed,
            WorkedMinutes = worked,
        };
    }

    /// <summary>In whole numbers: a quotient of two durations loses a minute now and then.</summary>
    private int ShareOf(int minutes, Duration part) =>
        (int)(minutes * part.ToInt64Nanoseconds() / _hours.Duration.ToInt64Nanoseconds());
}
