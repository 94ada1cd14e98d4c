using System.Globalization;
using NCrontab;

namespace Kinerja.FunctionsHost.Triggers.Timers;

/// <summary>
/// A schedule: a cron expression of six fields (seconds first) or five, read in UTC, or a fixed time span.
/// </summary>
internal sealed class TimerTimes
{
    private readonly CrontabSchedule? _cron;
    private readonly TimeSpan _span;

    public TimerTimes(string text)
    {
        var fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        _cron = CrontabSchedule.TryParse(text, new CrontabSchedule.ParseOptions { IncludingSeconds = fields != 5 });
        if (_cron is null && !TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out _span))
        {
            throw new InvalidOperationException($"'{text}' is neither a cron expression nor a time span.");
        }
    }

    /// <summary>The first time after the given one, which itself never counts.</summary>
    public DateTime After(DateTime utc) => _cron is null
        ? utc + _span
        : DateTime.SpecifyKind(_cron.GetNextOccurrence(DateTime.SpecifyKind(utc, DateTimeKind.Utc)), DateTimeKind.Utc);

    /// <summary>
    /// True when every gap is under a minute; the status of such a schedule is not kept. A cron expression is such a
    /// one when only its seconds field says anything, and more than once.
    /// </summary>
    public bool IsAlwaysUnderAMinute(DateTime utc)
    {
        if (_cron is null)
        {
            return _span < TimeSpan.FromMinutes(1);
        }

        var fields = _cron.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var first = After(utc);
        return fields.Length == 6 && fields.Skip(1).All(f => f == "*")
            && After(first) - first < TimeSpan.FromMinutes(1);
    }
}
