using Kinerja.Application.Evaluation;
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
/// Tells raters how many people wait for their rating: on the first day after a period and on the last day of grace,
/// in each agency's zone. It reminds and has no other effect.
/// </summary>
public sealed class RemindRaters(
    IAgencies agencies, IWorkforce workforce, IRatings ratings, PinnedPolicies policies, RunSettings settings,
    OutboxPublisher tell, TimeProvider clock)
{
    /// <summary>All agencies; how many raters were told. Done twice on a day it tells the same.</summary>
    public Task<int> ExecuteAsync(CancellationToken cancel) =>
        agencies.ForEachAsync("Reminding the raters of", RemindAsync, cancel);

    private async Task<int> RemindAsync(Agency agency, CancellationToken cancel)
    {
        var now = clock.Now();
        var today = now.InZone(agency.Zone).Date;
        AppraisalPeriod[] over = [RunRules.DueQuarter(agency, now, 0), RunRules.DueYear(agency, now, 0)];
        var told = 0;
        foreach (var period in over.Where(p => p.CompareTo(agency.FirstQuarter) >= 0))
        {
            var grace = await policies.GraceDaysAsync(agency.Id, period, cancel) ?? settings.GraceDays;
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
        var rated = await ratings.ListAsync(agency.Id, period, HashRange.All, cancel)
            .Select(rating => rating.EmployeeId).ToHashSetAsync(cancellationToken: cancel);
        var waiting = new SortedDictionary<EmployeeId, int>();
        await foreach (var person in workforce.ListEmployeesAsync(agency.Id, HashRange.All, cancel))
        {
            if (RunRules.TakesIn(person, period) is { RaterId: { } rater } && !rated.Contains(person.Id))
            {
                waiting[rater] = waiting.GetValueOrDefault(rater) + 1;
            }
        }

        var at = today.AtStartOfDayInZone(agency.Zone).ToInstant();
        var due = period.EndDay.PlusDays(Math.Max(grace, 1) - 1);
        await tell.PublishAsync(
            NoticeEvents.Of(waiting.Select(one => new Notice(
                agency.Id, one.Key, NoticeCode.RatingsMissing,
                new() { Period = period, Count = one.Value, DueOn = due }, at))),
            cancel);
        return waiting.Count;
    }
}
