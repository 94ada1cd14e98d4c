using Kinerja.Application.Notices;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Presence.CheckIns;
using Kinerja.Application.Runs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Kinerja.Host.Notices;

/// <summary>What the calendar and the clock have to tell.</summary>
public sealed class NoticeTimers(
    RemindRaters remind, RemindDailyEntries daily, TellTimeGaps gaps, AnnounceSpotChecks tell,
    ILogger<NoticeTimers> log)
{
    /// <summary>Every day at 00:40 UTC, the morning of every zone of Indonesia.</summary>
    [Function("RaterReminder")]
    [FixedDelayRetry(3, "00:00:30")]
    public async Task RemindAsync([TimerTrigger("0 40 0 * * *")] TimerInfo timer, CancellationToken cancel)
    {
        var told = await remind.ExecuteAsync(cancel);
        log.LogInformation("{Raters} raters reminded, past due: {PastDue}", told, timer.IsPastDue);
    }

    /// <summary>Every day at 00:50 UTC; on Mondays of the agency's zone it tells.</summary>
    [Function("DailyEntryReminder")]
    [FixedDelayRetry(3, "00:00:30")]
    public async Task RemindOfEntriesAsync([TimerTrigger("0 50 0 * * *")] TimerInfo timer, CancellationToken cancel)
    {
        var told = await daily.ExecuteAsync(cancel);
        log.LogInformation("{People} people reminded of daily entries, past due: {PastDue}", told, timer.IsPastDue);
    }

    /// <summary>Every day at 00:50 UTC.</summary>
    [Function("TimeGapReminder")]
    [FixedDelayRetry(3, "00:00:30")]
    public async Task TellGapsAsync([TimerTrigger("0 50 0 * * *")] TimerInfo timer, CancellationToken cancel)
    {
        var told = await gaps.ExecuteAsync(cancel);
        log.LogInformation("{Gaps} gaps of calendars told, past due: {PastDue}", told, timer.IsPastDue);
    }

    /// <summary>Every five minutes; only agencies whose policy draws spot checks are gone through.</summary>
    [Function("SpotCheckTimer")]
    [FixedDelayRetry(3, "00:00:30")]
    public async Task TellAsync([TimerTrigger("30 */5 * * * *")] TimerInfo timer, CancellationToken cancel)
    {
        var open = await tell.ExecuteAsync(cancel);
        log.LogInformation("{Windows} spot checks told, past due: {PastDue}", open, timer.IsPastDue);
    }
}
