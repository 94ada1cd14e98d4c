namespace Kinerja.FunctionsHost.Triggers.Timers;

/// <summary>What a starting listener makes of the status that the last host left.</summary>
internal static class PastDue
{
    /// <summary>
    /// Brings the status up to date. A schedule that changed is counted from now when its next time has passed,
    /// so that a new schedule never begins with a run that is past due.
    /// </summary>
    public static (TimerStatus Status, bool IsPastDue) Check(TimerStatus? kept, TimerTimes times, DateTime now)
    {
        if (kept is null)
        {
            return (new TimerStatus(default, times.After(now), now), false);
        }

        var counted = kept.Last != default ? kept.Last : kept.LastUpdated != default ? kept.LastUpdated : now;
        var expected = times.After(counted);
        if (kept.Next == expected)
        {
            return (kept, now > kept.Next);
        }

        return now > expected
            ? (new TimerStatus(default, times.After(now), now), false)
            : (new TimerStatus(default, expected, counted), false);
    }
}
