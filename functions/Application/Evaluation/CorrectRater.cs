using Kinerja.Application.Events;
using Kinerja.Application.Runs;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Evaluation;

/// <summary>Who is a person's right rater, who says so, and why.</summary>
public sealed record RaterCorrectionCommand(
    AppraisalPeriod Period, EmployeeId EmployeeId, EmployeeId RaterId, EmployeeId CorrectedById, string Reason);

/// <summary>
/// The person as registered for the period, and its rating as it stands, voided or not; null when nobody rated.
/// </summary>
public sealed record CorrectedRater(Employee Employee, AppraisalPeriod Period, Rating? Rating);

/// <summary>
/// Sets a person's rater right after the wrong one was registered, and may have rated. The wrong one's rating becomes a
/// void version with the reason, the right one rates next; what the person himself rated, and who rates below him,
/// stays as it is.
/// </summary>
public sealed class CorrectRater(
    AgencyDirectory register, IWorkforce workforce, IRatings ratings, IDelegations delegations, IRuns runs,
    OutboxPublisher tell, TimeProvider clock)
{
    public async Task<Result<CorrectedRater>> ExecuteAsync(
        Actor actor, RaterCorrectionCommand claim, CancellationToken cancel)
    {
        var agencyId = actor.Agency;
        var agency = await register.FindAgencyAsync(agencyId, cancel);
        // Read afresh: the whole row is written back.
        var stored = await workforce.FindEmployeeAsync(agencyId, claim.EmployeeId, cancel);
        if (agency is null || stored is null)
        {
            return agency is null ? NotFound.Agency(agencyId) : NotFound.Employee(claim.EmployeeId);
        }

        if (await FaultAsync(agencyId, claim, cancel) is { } fault)
        {
            return fault;
        }

        var today = clock.Now().InZone(agency.Zone).Date;
        var day = LocalDate.Min(today, claim.Period.LastDay);
        var employment = stored.Value.WithRater(day, claim.RaterId);
        if (!employment.Equals(stored.Value))
        {
            if (!await workforce.PutEmployeesAsync(agencyId, [new(employment, stored.Tag, actor)], today, cancel))
            {
                return Refusal.Stale("The person was written meanwhile; send the correction again.");
            }

            register.Invalidate(agencyId);
        }

        var right = employment.On(day);

        if (await ratings.FindAsync(agencyId, claim.Period, claim.EmployeeId, cancel) is not { } standing)
        {
            return new CorrectedRater(right, claim.Period, null);
        }

        var repair = new RatingVoid(claim.RaterId, claim.CorrectedById, claim.Reason, clock.Now()) { Actor = actor };
        var acting = await delegations.ListAsync(agencyId, claim.RaterId, cancel);
        var repaired = RatingRules.Repair(standing.Value, repair, acting, agency);
        if (ReferenceEquals(repaired, standing.Value))
        {
            return new CorrectedRater(right, claim.Period, repaired);
        }

        var news = RatingNews.Voided(agencyId, repaired, repair);
        return await ratings.PutAsync(agencyId, repaired, standing.Tag, news, cancel)
            && await tell.SendAllAsync(agencyId, news, cancel)
            ? new CorrectedRater(right, claim.Period, repaired)
            : Refusal.Stale("The rating was written meanwhile; send the correction again.");
    }

    private async Task<Refusal?> FaultAsync(AgencyId agency, RaterCorrectionCommand claim, CancellationToken cancel)
    {
        if (claim.RaterId == claim.EmployeeId)
        {
            return Refusal.Malformed("/raterId", "Nobody is his own rater.");
        }

        if (claim.CorrectedById == claim.EmployeeId)
        {
            return Refusal.Malformed("/correctedById", "Nobody picks his own rater.");
        }

        (EmployeeId Id, string Pointer)[] named = [
            (claim.RaterId, "/raterId"), (claim.CorrectedById, "/correctedById")
        ];
        foreach (var (id, pointer) in named)
        {
            if (await register.FindEmployeeAsync(agency, id, cancel) is null)
            {
                return NotFound.Employee(id, pointer);
            }
        }

        return await runs.FindBegunAsync(agency, claim.Period, cancel) is null
            ? null
            : RatePerformance.Frozen(claim.Period);
    }
}
