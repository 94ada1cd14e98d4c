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
/// <param name="findings">Where reasons go.</param>
internal sealed class DayClock(
    DayPlan plan,
    DateTimeZone zone,
    IReadOnlyList<OutageWindow> outages,
    List<DayFinding> findings)
{
    /// <summary>The hours of work; a start of one's own moves their end with it.</summary>
    internal Interval Personal(Interval hours, LocalTime? own)
    {
        if (own is not { } start || start <= plan.Hours!.Value.Start)
        {
            return hours;
        }

        findings.Add(new(DayReason.PersonalStart));
        var begin = (plan.Date + start).InZoneLeniently(zone).ToInstant();
        return new Interval(begin, begin + hours.Duration);
    }

    internal int Late(Interval hours, Instant came)
    {
        var start = hours.Start;
        if (came <= start)
        {
            return 0;
        }

        var late = (int)Math.Floor((came - start - OutageRules.Within(outages, start, came)).TotalMinutes);
        if (late < WholeMinutes(start, came))
        {
            var windows = outages.Where(w => w.From < came && start < w.To).Select(w => w.Id);
            findings.Add(new(DayReason.OutageForgaveLateness, string.Join(' ', windows)));
        }

        var grace = plan.Time.Grace;
        if (late > 0 && late <= grace.Minutes)
        {
            findings.Add(new(DayReason.WithinGrace));
            return 0;
        }

        if (late > 0 && grace is { Minutes: > 0, Rule: GraceRule.Forgiven })
        {
            findings.Add(new(DayReason.GraceTakenOff));
            late -= grace.Minutes;
        }

        Add(late > 0, DayReason.Late);
        return late;
    }

    internal int? Early(Interval hours, Instant? leaving)
    {
        int? early = leaving is { } left ? WholeMinutes(left, hours.End) : null;
        Add(early > 0, DayReason.LeftEarly);
        return early;
    }

    /// <summary>Of minutes required in a week the day says nothing; the week's last day does.</summary>
    internal int? Short(RequiredTime required, int? worked)
    {
        if (required.PerWeek || worked is null)
        {
            return required.PerWeek && worked is not null ? 0 : null;
        }

        var missing = Math.Max(0, required.Minutes - worked.Value);
        Add(missing > 0, DayReason.RequiredMinutesShort);
        return missing;
    }

    /// <summary>
    /// Minutes between a leaving and the next arrival, beyond the break: those within the hours, and all of them.
    /// </summary>
    internal (int WithinHours, int All) Away(Interval hours, List<CheckIn> inside, CheckIn? leaving)
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
                within += Duration.Max(to - from, Duration.Zero);
                all += record.TimeThatCounts - since;
                left = null;
            }
        }

        return (BeyondBreak(within), BeyondBreak(all));
    }

    internal void Missing(Interval hours, Instant? leaving, List<CheckIn> inside)
    {
        if (leaving is null)
        {
            var window = OutageAt(hours.End);
            findings.Add(window is null
                ? new(DayReason.NoLeaving)
                : new(DayReason.OutageCoversLeaving, window.Id.ToString()));
        }

        if (plan.Time.MidDay is { } midDay)
        {
            var (from, to) = (During(midDay.From), During(midDay.To) + Duration.FromMinutes(1));
            var made = inside.Exists(c => c.Claim.Kind == CheckInKind.MidDay
                && c.TimeThatCounts >= from && c.TimeThatCounts < to);
            Add(!made && OutageAt(from) is null, DayReason.MidDayMissing);
        }
    }

    internal OutageWindow? OutageAt(Instant at) => outages.FirstOrDefault(w => w.From <= at && at < w.To);

    /// <summary>Whole minutes from one moment to a later one; 0 when it is not later.</summary>
    internal static int WholeMinutes(Instant from, Instant to) =>
        Math.Max(0, (int)Math.Floor((to - from).TotalMinutes));

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
