namespace Microsoft.Azure.Functions.Worker.Runtime.Timers;

/// <summary>What a starting listener makes of the status that the last host left.</summary>
internal static class PastDue
{
    /// <summary>
    /// Brings the status up to date. A schedule that changed is counted from now when its next time has passed,
    /// so that a new schedule never begins with a run that is past due.
    /// </summary>
    public static (ScheduleStatus Status, bool IsPastDue, bool IsNew) Check(
        ScheduleStatus? kept, CronTimes times, DateTime now)
    {
        if (kept is null)
        {
            return (new ScheduleStatus { Next = times.After(now), LastUpdated = now }, false, true);
        }

        var counted = kept.Last != default ? kept.Last : kept.LastUpdated != default ? kept.LastUpdated : now;
        var expected = times.After(counted);
        if (kept.Next == expected)
        {
            return (kept, now > kept.Next, false);
        }

        if (now > expected)
        {
            (expected, counted) = (times.After(now), now);
        }

        return (new ScheduleStatus { Next = expected, LastUpdated = counted }, false, true);
    }
}
