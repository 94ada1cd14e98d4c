using Kinerja.Domain.Calendars;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Domain.Presence.Attendance;

/// <summary>
/// The minutes of one day, all of them differences of instants. Whole minutes, never negative: 59 seconds late is not
/// late. An outage goes before grace, and each thing that takes or adds minutes leaves its finding.
/// </summary>
/// <param name="plan">What the date asks for.</param>
/// <param name="zone">By whose clock the plan's times are meant.</param>
/// <param name="outages">By their beginning.</param>
/// <param name="excuses">Nobody is late, early or away in them.</param>
/// <param name="findings">Where reasons go.</param>
internal sealed class DayClock(
    DayPlan plan,
    DateTimeZone zone,
    IReadOnlyList<OutageWindow> outages,
    DayExcuses excuses,
    List<DayFinding> findings)
{
    /// <summary>
    /// Late, early and away by the hours of the unit, and by those that each start of one's own moves: the best counts,
    /// so that no reward costs minutes, a further one neither.
    /// </summary>
    /// <param name="hours">The unit's.</param>
    /// <param name="moved">Those that a start of one's own moves; none without one.</param>
    /// <param name="arrival">When the person came, if it is known.</param>
    /// <param name="leaving">When the person left, if it is known.</param>
    /// <param name="inside">Check-ins inside an area.</param>
    internal DayTiming Timed(
        Interval hours, IReadOnlyList<Interval> moved, DayMoment arrival, DayMoment leaving, List<CheckIn> inside)
    {
        DayTiming By(Interval span)
        {
            var (late, forgiven) = arrival.At is { } came ? Late(span, came) : (0, []);
            var away = Away(span, inside, leaving.CheckIn).WithinHours;
            return new DayTiming(late, Early(span, leaving.At), away, forgiven);
        }

        Add(moved.Count > 0, DayReason.PersonalStart);
        var timing = moved.Aggregate(By(hours), (best, other) => best.OrBetter(By(other)));
        findings.AddRange(timing.Forgiven);
        Add(timing.Late > 0, DayReason.Late);
        Add(timing.Early > 0, DayReason.LeftEarly);
        return timing;
    }

    /// <summary>
    /// The window from the unit's start to each of one's own: the day begins when the person comes within it and ends
    /// when its hours are done. None without a start of one's own, or without an arrival.
    /// </summary>
    internal IReadOnlyList<Interval> Moved(Interval hours, IReadOnlyList<LocalTime> own, Instant? arrival)
    {
        return arrival is { } came
            ? [.. own.Where(start => start != plan.Hours!.Value.Start).Select(During).Select(By)]
            : [];

        Interval By(Instant other)
        {
            var (first, last) = (Instant.Min(hours.Start, other), Instant.Max(hours.Start, other));
            var begin = Instant.Max(first, Instant.Min(last, came));
            return new Interval(begin, begin + hours.Duration);
        }
    }

    private (int Minutes, IReadOnlyList<DayFinding> Forgiven) Late(Interval hours, Instant came)
    {
        var start = hours.Start;
        var forgiven = new List<DayFinding>();
        var missed = excuses.Left(start, came);
        var down = missed.Spans.Aggregate(
            Duration.Zero, (sum, span) => sum + OutageRules.Within(outages, span.Start, span.End));
        var late = (int)Math.Floor((missed.Total - down).TotalMinutes);
        if (late < missed.Minutes)
        {
            var windows = outages.Where(w => w.From < came && start < w.To).Select(w => w.Id);
            forgiven.Add(new(DayReason.OutageForgaveLateness, string.Join(' ', windows)));
        }

        var grace = plan.Time.Grace;
        if (late > 0 && late <= grace.Minutes)
        {
            forgiven.Add(new(DayReason.WithinGrace));
            return (0, forgiven);
        }

        if (late > 0 && grace is { Minutes: > 0, Rule: GraceRule.Forgiven })
        {
            forgiven.Add(new(DayReason.GraceTakenOff));
            late -= grace.Minutes;
        }

        return (late, forgiven);
    }

    private int? Early(Interval hours, Instant? leaving) =>
        leaving is { } left ? excuses.Left(left, hours.End).Minutes : null;

    /// <summary>Of minutes required in a week the day says nothing; the week's last day does.</summary>
    internal int? Short(RequiredTime required, int? worked)
    {
        if (required.PerWeek || worked is null)
        {
            return required.PerWeek && worked is not null ? 0 : null;
        }

        var missing = Math.Max(0, required.Minutes - excuses.LeaveMinutes - worked.Value);
        Add(missing > 0, DayReason.RequiredMinutesShort);
        return missing;
    }

    /// <summary>
    /// Minutes between a leaving and the next arrival, what is excused left out: those within the hours beyond the
    /// break, all of them beyond the break, and all of them.
    /// </summary>
    internal (int WithinHours, int BeyondBreak, int All) Away(Interval hours, List<CheckIn> inside, CheckIn? leaving)
    {
        var (within, all, left) = (Duration.Zero, Duration.Zero, (Instant?)null);
        var day = inside.Where(c => c.Claim.Kind is CheckInKind.In or CheckInKind.Out && c != leaving)
            .SkipWhile(c => c.Claim.Kind == CheckInKind.Out);
        foreach (var record in day)
        {
            if (record.Claim.Kind == CheckInKind.Out)
            {
                left = record.TimeThatCounts;
            }
            else if (left is { } since)
            {
                var (from, to) = (Instant.Max(since, hours.Start), Instant.Min(record.TimeThatCounts, hours.End));
                within += excuses.Left(from, to).Total;
                all += excuses.Left(since, record.TimeThatCounts).Total;
                left = null;
            }
        }

        return (BeyondBreak(within), BeyondBreak(all), (int)Math.Floor(all.TotalMinutes));
    }

    /// <param name="end">Of what is owed of the unit's hours.</param>
    /// <param name="moved">When the day may end too, by a start of one's own; none without one.</param>
    /// <param name="leaving">Null: none was recorded.</param>
    /// <param name="inside">Check-ins inside an area.</param>
    internal void Missing(Instant end, IReadOnlyList<Interval> moved, Instant? leaving, List<CheckIn> inside)
    {
        if (leaving is null)
        {
            var window = moved.Select(other => other.End).Prepend(end).Select(OutageAt)
                .FirstOrDefault(found => found is not null);
            findings.Add(window is null
                ? new(DayReason.NoLeaving)
                : new(DayReason.OutageCoversLeaving, window.Id.ToString()));
        }

        if (plan.Time.MidDay is { } midDay)
        {
            var (from, to) = (During(midDay.From), During(midDay.To) + Duration.FromMinutes(1));
            var made = inside.Exists(c => c.Claim.Kind == CheckInKind.MidDay
                && c.TimeThatCounts >= from && c.TimeThatCounts < to);
            var owed = excuses.Left(from, to).Spans.Count > 0;
            Add(!made && owed && OutageAt(from) is null, DayReason.MidDayMissing);
        }
    }

    internal OutageWindow? OutageAt(Instant at) => outages.FirstOrDefault(w => w.From <= at && at < w.To);

    private int BeyondBreak(Duration away) =>
        Math.Max(0, (int)Math.Floor(away.TotalMinutes) - plan.Hours!.Value.BreakMinutes);

    /// <summary>A time of a shift over midnight that lies before its start by the clock is of the next date.</summary>
    private Instant During(LocalTime time)
    {
        var next = plan.Hours is { CrossesMidnight: true } hours && time < hours.Start;
        return (plan.Date.PlusDays(next ? 1 : 0) + time).InZoneLeniently(zone).ToInstant();
    }

    private void Add(bool holds, DayReason reason)
    {
        if (holds)
        {
            findings.Add(new(reason));
        }
    }
}
