using Kinerja.Application.Evaluation;
using Kinerja.Application.Runs;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Objections;
using Kinerja.Domain.Runs;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Objections;

/// <summary>
/// Which acts about results are open to one person, and until when: what is due first comes first. Of rulings, reviews
/// and corrections their own lists tell.
/// </summary>
public sealed class ReadOpenActs(
    AgencyDirectory register, IWorkforce workforce, IDelegations delegations, RunPeople people, IRuns runs,
    IRatings ratings, IObjections objections, ReadObjectionTerm term, EvaluatedPeriods periods, TimeProvider clock)
{
    public async Task<Result<IReadOnlyList<OpenAct>>> ExecuteAsync(
        AgencyId agencyId, EmployeeId person, CancellationToken cancel)
    {
        var agency = await register.FindAgencyAsync(agencyId, cancel);
        if (agency is null || await register.FindEmployeeAsync(agencyId, person, cancel) is null)
        {
            return NotFound.Employee(person);
        }

        var today = clock.Now().InZone(agency.Zone).Date;
        var acts = new List<OpenAct>();
        foreach (var period in RunRules.InReach(agency, clock.Now()))
        {
            acts.AddRange(await OfObjectionsAsync(agencyId, period, person, today, cancel));
            acts.AddRange(await OfResultAsync(agencyId, period, person, today, cancel));
        }

        foreach (var over in await periods.NewestAsync(agency, cancel))
        {
            acts.AddRange(await OfRatingsAsync(agency, over, person, today, cancel));
        }

        return acts.OrderBy(act => act.Until ?? LocalDate.MaxIsoValue).ThenBy(act => act.Kind).ToList();
    }

    private async Task<IReadOnlyList<OpenAct>> OfObjectionsAsync(
        AgencyId agency, AppraisalPeriod period, EmployeeId person, LocalDate today, CancellationToken cancel)
    {
        var acts = new List<OpenAct>();
        await foreach (var one in objections.ListAsync(agency, period, cancel))
        {
            if (one.Value.State == ObjectionState.Filed)
            {
                var line = await DecidingLines.FindAsync(register, agency, one.Value, cancel);
                acts.AddRange(OpenActRules.Of(one.Value, person, line, today));
            }
        }

        return acts;
    }

    /// <summary>A decided objection is final; what a revision changes after it is open to another.</summary>
    private async Task<IEnumerable<OpenAct>> OfResultAsync(
        AgencyId agency, AppraisalPeriod period, EmployeeId person, LocalDate today, CancellationToken cancel)
    {
        var delivered = await runs.FindDeliveredAsync(agency, period, cancel);
        var filed = await objections.FindAsync(agency, period, person, cancel);
        if (delivered is null or { State: RunState.Final } || filed is { Value.State: ObjectionState.Filed })
        {
            return [];
        }

        return await term.FindAsync(delivered, person, cancel) is { } delivery && delivery.Until >= today
            && filed?.Value.LeavesRoomFor(delivery) != false
            ? [new OpenAct(OpenActKind.Object, period, delivery.Until) { Delivery = delivery }]
            : [];
    }

    private async Task<IEnumerable<OpenAct>> OfRatingsAsync(
        Agency agency, OverPeriod over, EmployeeId rater, LocalDate today, CancellationToken cancel)
    {
        var (period, grace) = over;
        if (await runs.FindBegunAsync(agency.Id, period, cancel) is not null)
        {
            return [];
        }

        var waiting = 0;
        foreach (var rated in await register.FindEmployeeAsync(agency.Id, rater, cancel) is { } leader
            ? await delegations.ListRatedTodayAsync(register, workforce, agency.Id, leader, cancel)
            : [])
        {
            waiting += (await people.FindAsync(agency.Id, rated.Id, period, cancel))?.RaterId == rated.RaterId
                && await ratings.FindAsync(agency.Id, period, rated.Id, cancel) is null or { Value.Voided: not null }
                ? 1 : 0;
        }

        var last = period.EndDay.PlusDays(Math.Max(grace, 1) - 1);
        return waiting == 0
            ? []
            : [new OpenAct(OpenActKind.Rate, period, last < today ? null : last) { Count = waiting }];
    }
}
