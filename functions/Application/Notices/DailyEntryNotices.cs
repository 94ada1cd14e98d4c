using Kinerja.Application.Events;
using Kinerja.Application.Tables;
using Kinerja.Application.WorkPlans;
using Kinerja.Domain;
using Kinerja.Domain.Notices;
using Kinerja.Domain.WorkPlans;

namespace Kinerja.Application.Notices;

/// <summary>Who is told what of a day's entry; written with it, beside its row.</summary>
internal static class DailyEntryNotices
{
    /// <summary>Whoever may decide, once it is submitted; the person, once it is decided.</summary>
    internal static IReadOnlyList<OutgoingEvent> Of(AgencyId agency, WrittenEntry written)
    {
        var entry = written.Entry;
        var place = new OutboxPlace(TableNames.DailyEntries, WorkPlanKeys.Partition(agency, entry.Day.Year));
        return NoticeEvents.Of(
            entry.State switch
            {
                DailyEntryState.Submitted => written.Deciders.Select(decider => new Notice(
                    agency, decider, NoticeCode.DailyEntrySubmitted,
                    About(entry) with { EmployeeId = entry.EmployeeId }, entry.WrittenAt)),
                DailyEntryState.Approved or DailyEntryState.Returned =>
                [
                    new(
                        agency, entry.EmployeeId, NoticeCode.DailyEntryDecided,
                        About(entry) with { Outcome = JsonFormat.Name(entry.State) }, entry.Decision!.At),
                ],
                DailyEntryState.Draft => [],
            },
            place);
    }

    internal static NoticeMatter MatterOf(AgencyId agency, DailyEntry entry) =>
        NoticeMatter.DailyEntry(agency, entry.EmployeeId, entry.Day, entry.Id.ToString());

    private static NoticeSubject About(DailyEntry entry) => new()
    {
        Date = entry.Day,
        Reference = entry.Id.ToString(),
        Count = entry.Version > 1 ? entry.Version : null,
    };
}
