using System.Diagnostics.CodeAnalysis;
using NCrontab;

namespace Microsoft.Azure.Functions.Worker.Runtime.Timers;

/// <summary>A cron expression of six fields (seconds first) or five, read in UTC.</summary>
internal sealed class CronTimes
{
    private readonly CrontabSchedule _schedule;

    private CronTimes(CrontabSchedule schedule) => _schedule = schedule;

    public static bool TryParse(string text, [NotNullWhen(true)] out CronTimes? times)
    {
        var fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        var schedule = CrontabSchedule.TryParse(
            text, new CrontabSchedule.ParseOptions { IncludingSeconds = fields != 5 });
        times = schedule is null ? null : new CronTimes(schedule);
        return times is not null;
    }

    /// <summary>The first time after the given one, which itself never counts.</summary>
    public DateTime After(DateTime utc) =>
        DateTime.SpecifyKind(_schedule.GetNextOccurrence(DateTime.SpecifyKind(utc, DateTimeKind.Utc)), DateTimeKind.Utc);

    /// <summary>
    /// True when every gap is under a minute: only the seconds field says anything, and more than once.
    /// The status of such a schedule is not kept, as officially.
    /// </summary>
    public bool IsAlwaysUnderAMinute(DateTime utc)
    {
        var fields = _schedule.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var first = After(utc);
        return fields.Length == 6 && fields.Skip(1).All(f => f == "*")
            && After(first) - first < TimeSpan.FromMinutes(1);
    }
}
