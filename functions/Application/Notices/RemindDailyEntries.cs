using Kinerja.Application.Events;
using Kinerja.Application.Workforce;
using Kinerja.Application.WorkPlans;
using Kinerja.Domain;
using Kinerja.Domain.Notices;
using Kinerja.Domain.Workforce;
using Kinerja.Domain.WorkPlans;
using NodaTime;

namespace Kinerja.Application.Notices;

/// <summary>
/// Each Monday, in the agency's zone: tells raters of record how many daily entries wait for them, and people how many
/// of theirs were sent back. It reminds and has no other effect.
/// </summary>
public sealed class RemindDailyEntries(
    IAgencies agencies, AgencyDirectory register, IDailyEntries entries, OutboxPublisher tell, TimeProvider clock)
{
    /// <summary>All agencies; how many people were told. Done twice on a day it tells the same.</summary>
    public Task<int> ExecuteAsync(CancellationToken cancel) =>
        agencies.ForEachAsync("Reminding of daily entries in", RemindAsync, cancel);

    private async Task<int> RemindAsync(Agency agency, CancellationToken cancel)
    {
        var today = clock.Now().InZone(agency.Zone).Date;
        if (today.DayOfWeek != IsoDayOfWeek.Monday)
        {
            return 0;
        }

        var (waiting, returned) = (new Dictionary<EmployeeId, int>(), new Dictionary<EmployeeId, int>());
        foreach (var year in new[] { today.Year - 1, today.Year })
        {
            await foreach (var entry in entries.ListOpenAsync(agency.Id, year, cancel))
            {
                var (told, who) = entry.State == DailyEntryState.Submitted
                    ? (waiting, (await register.FindEmployeeAsync(agency.Id, entry.EmployeeId, cancel))?.RaterId)
                    : (returned, entry.EmployeeId);
                if (who is { } person)
                {
                    told[person] = told.GetValueOrDefault(person) + 1;
                }
            }
        }

        var at = today.AtStartOfDayInZone(agency.Zone).ToInstant();
        List<Notice> notices =
        [
            .. Notices(NoticeCode.DailyEntriesWaiting, waiting), .. Notices(NoticeCode.DailyEntriesReturned, returned),
        ];
        if (notices.Count > 0)
        {
            await tell.PublishAsync(NoticeEvents.Of(notices), cancel);
        }

        return notices.Count;

        IEnumerable<Notice> Notices(NoticeCode code, Dictionary<EmployeeId, int> counts) =>
            counts.OrderBy(one => one.Key).Select(one => new Notice(
                agency.Id, one.Key, code,
                new() { Period = Quarter.Of(today), Date = today, Count = one.Value }, at));
    }
}
