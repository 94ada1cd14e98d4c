using Kinerja.Application.Events;
using Kinerja.Application.FollowUp;
using Kinerja.Application.Policies;
using Kinerja.Application.Presence.CheckIns;
using Kinerja.Application.Tables;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Calendars;
using Kinerja.Domain.Presence.CheckIns;
using Kinerja.Domain.Presence.Reviews;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Presence.Reviews;

/// <summary>
/// Looks over an agency's check-ins of the month for patterns that one check-in cannot show, and for spot checks that
/// nothing answered, and opens reviews for the superiors. Days that waited for a ruling beyond the term are passed to
/// the next superior. It changes no check-in and no day. Doing it twice changes nothing: reviews are named by what they
/// are about.
/// </summary>
public sealed class SweepSignals(
    IAgencies agencies,
    ICheckIns checkIns,
    IReviews reviews,
    FindUnanswered unanswered,
    FindOpenDays openDays,
    AgencyDirectory register,
    IDelegations delegations,
    OutboxPublisher tell,
    TimeProvider clock)
{
    /// <summary>All agencies; how many reviews were opened or added to, and days passed on.</summary>
    public Task<int> ExecuteAsync(CancellationToken cancel) =>
        agencies.ForEachAsync("Looking over the check-ins of", SweepAsync, cancel);

    /// <summary>
    /// One agency's: the month in its zone, and those before for as long as check-ins may still come for them.
    /// </summary>
    public async Task<int> SweepAsync(Agency agency, CancellationToken cancel)
    {
        var now = clock.Now();
        var today = now.InZone(agency.Zone).Date;
        var policy = (await register.PoliciesOfAsync(agency.Id, PolicyKinds.CheckIn, cancel)).On(today);
        var oldest = (now - policy.MostAge).InZone(agency.Zone).Date;
        var written = await openDays.PassAsync(agency.Id, today, cancel);
        foreach (var month in MonthSpan.Of(oldest, today))
        {
            written += await SweepAsync(agency.Id, month, policy, cancel);
        }

        return written;
    }

    private async Task<int> SweepAsync(AgencyId agency, YearMonth month, CheckInPolicy policy, CancellationToken cancel)
    {
        var (sightings, answers) = (new List<Sighting>(), new List<CheckIn>());
        await foreach (var checkIn in checkIns.ListAsync(agency, month, HashRange.All, cancel))
        {
            sightings.Add(Sighting.Of(checkIn));
            if (checkIn.Claim.Kind == CheckInKind.SpotCheck)
            {
                answers.Add(checkIn);
            }
        }

        var found = Detectors.FindAll(sightings, policy)
            .Concat(await unanswered.OfMonthAsync(agency, month, answers, cancel))
            .Concat(await openDays.OfMonthAsync(agency, month, cancel))
            .GroupBy(e => (e.EmployeeId, e.Signal)).ToList();
        if (found.Count == 0)
        {
            return 0;
        }

        var known = (await reviews.ListAsync(agency, month, cancel).ToListAsync(cancel))
            .ToLookup(r => (r.Value.EmployeeId, r.Value.Signal));
        var written = 0;
        foreach (var evidence in found)
        {
            written += await OpenAsync(agency, month, [.. evidence], [.. known[evidence.Key]], policy, cancel) ? 1 : 0;
        }

        return written;
    }

    private async Task<bool> OpenAsync(
        AgencyId agency,
        YearMonth month,
        List<Evidence> evidence,
        List<Tagged<Review>> known,
        CheckInPolicy policy,
        CancellationToken cancel)
    {
        if (await register.FindEmployeeAsync(agency, evidence[0].EmployeeId, cancel) is not { } employee)
        {
            return false;
        }

        var review = ReviewRules.Open(
            agency, employee, month, evidence, [.. known.Select(k => k.Value)], policy.Version, clock.Now());
        // Whoever wrote meanwhile, another sweep or a superior, wrote what is true; the next sweep adds what is left.
        if (review is null)
        {
            return false;
        }

        var stored = known.Find(k => k.Value.Id == review.Id);
        IReadOnlyList<OutgoingEvent> news = stored is null
            ?
            [
                FollowUpEvents.Opened(review),
                .. ReviewNotices.Opened(
                    review, await delegations.RatersTodayAsync(register, agency, employee, cancel)),
            ]
            : [];
        return await reviews.PutAsync(review, stored, news, cancel) && await tell.SendAllAsync(agency, news, cancel);
    }
}
