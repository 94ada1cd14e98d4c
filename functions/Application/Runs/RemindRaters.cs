using Kinerja.Application.Events;
using Kinerja.Application.Notices;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Notices;
using Kinerja.Domain.Runs;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Runs;

/// <summary>
/// Tells raters how many people wait for their rating, and the personnel office of all who are missing: on the first
/// day after a period and on the last day of grace, in each agency's zone; on the last day also those who wait. It
/// reminds and has no other effect.
/// </summary>
public sealed class RemindRaters(
    IAgencies agencies, FindMissingRatings find, EvaluatedPeriods periods, IInboxes inboxes, OutboxPublisher tell,
    TimeProvider clock)
{
    /// <summary>All agencies; how many raters were told. Done twice on a day it tells the same.</summary>
    public Task<int> ExecuteAsync(CancellationToken cancel) =>
        agencies.ForEachAsync("Reminding the raters of", RemindAsync, cancel);

    private async Task<int> RemindAsync(Agency agency, CancellationToken cancel)
    {
        var today = clock.Now().InZone(agency.Zone).Date;
        var told = 0;
        foreach (var (period, grace) in await periods.NewestAsync(agency, cancel))
        {
            if (RunRules.RemindsOn(today, period, grace))
            {
                told += await RemindAsync(agency, period, today, grace, cancel);
            }
        }

        return told;
    }

    private async Task<int> RemindAsync(
        Agency agency, AppraisalPeriod period, LocalDate today, int grace, CancellationToken cancel)
    {
        var missing = await find.OfPeriodAsync(agency.Id, period, cancel);
        if (missing.Unrated.Count == 0)
        {
            return 0;
        }

        var at = today.AtStartOfDayInZone(agency.Zone).ToInstant();
        var due = period.EndDay.PlusDays(Math.Max(grace, 1) - 1);
        var notices = missing.ByRater.OrderBy(one => one.Key).Select(one => new Notice(
            agency.Id, one.Key, NoticeCode.RatingsMissing,
            new() { Period = period, Count = one.Value, DueOn = due }, at));
        if (today == due)
        {
            await inboxes.AddAsync(
                [.. missing.Unrated.Select(one => Waiting(agency.Id, one, period, due, at))], cancel);
        }

        await tell.PublishAsync(
            [RunEvents.Missing(agency.Id, period, missing, today, due, at), .. NoticeEvents.Of(notices)], cancel);
        return missing.ByRater.Count;
    }

    private static Notice Waiting(
        AgencyId agency, UnratedPerson one, AppraisalPeriod period, LocalDate due, Instant at) =>
        new(agency, one.EmployeeId, NoticeCode.RatingMissing, new() { Period = period, DueOn = due }, at);
}
