using Kinerja.Domain.Calendars;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Domain.Presence.Attendance;

/// <summary>
/// The minutes of one day. Whole minutes, never negative: 59 seconds late is not late. An outage goes before grace, and
/// each thing that takes or adds minutes leaves its finding.
/// </summary>
internal sealed class DayClock(
    DayPlan plan,
    IReadOnlyList<OutageWindow> outages,
    DateTimeZone zone,
    List<DayFinding> findings)
{
    internal DayHours Personal(DayHours hours, LocalTime? own)
    {
        if (own is not { } start || start <= hours.Start)
        {
            return hours;
        }

        findings.Add(new(DayReason.PersonalStart));
        return hours.StartingAt(start);
    }

    internal int Late(DayHours hours, LocalDateTime came)
    {
        var start = hours.StartOn(plan.Date);
        if (came <= start)
        {
            return 0;
        }

        var (from, to) = (start.InZoneLeniently(zone).ToInstant(), came.InZoneLeniently(zone).ToInstant());
        var late = (int)Math.Floor((to - from - OutageRules.Within(outages, from, to)).TotalMinutes);
        if (late < WholeMinutes(start, came))
        {
            var windows = outages.Where(w => w.From < to && from < w.To).Select(w => w.Id);
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

    internal int? Early(DayHours hours, LocalDateTime? leaving)
    {
        int? early = leaving is { } left ? WholeMinutes(left, hours.EndOn(plan.Date)) : null;
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

    /// <summary>Minutes between a leaving and the next arrival within the hours of work, beyond the break.</summary>
    internal static int AwayMinutes(DayHours hours, List<CheckIn> inside, CheckIn? leaving)
    {
        var (away, left) = (Duration.Zero, (Instant?)null);
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
                away += record.TimeThatCounts - since;
                left = null;
            }
        }

        return Math.Max(0, (int)Math.Floor(away.TotalMinutes) - hours.BreakMinutes);
    }

    internal void Missing(DayHours hours, LocalDateTime? leaving, List<CheckIn> inside)
    {
        if (leaving is null)
        {
            var window = OutageAt(hours.EndOn(plan.Date));
            findings.Add(window is null
                ? new(DayReason.NoLeaving)
                : new(DayReason.OutageCoversLeaving, window.Id.ToString()));
        }

        if (plan.Time.MidDay is { } midDay)
        {
            var made = inside.Exists(c => c.Claim.Kind == CheckInKind.MidDay
                && c.WallTime >= midDay.From && c.WallTime < midDay.To.PlusMinutes(1));
            Add(!made && OutageAt(plan.Date + midDay.From) is null, DayReason.MidDayMissing);
        }
    }

    internal OutageWindow? OutageAt(LocalDateTime wall)
    {
        var at = wall.InZoneLeniently(zone).ToInstant();
        return outages.FirstOrDefault(w => w.From <= at && at < w.To);
    }

    /// <summary>Whole minutes from one time to a later one; 0 when it is not later.</summary>
    internal static int WholeMinutes(LocalDateTime from, LocalDateTime to) =>
        Math.Max(0, (int)Math.Floor((to.InUtc().ToInstant() - from.InUtc().ToInstant()).TotalMinutes));

    internal static long Gap(LocalDateTime one, LocalDateTime other) =>
        Math.Abs((one.InUtc().ToInstant() - other.InUtc().ToInstant()).BclCompatibleTicks);

    private void Add(bool holds, DayReason reason)
    {
        if (holds)
        {
            findings.Add(new(reason));
        }
    }
}
