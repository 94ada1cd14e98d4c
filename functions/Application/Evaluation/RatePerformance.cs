using Kinerja.Application.Events;
using Kinerja.Application.Runs;
using Kinerja.Application.Tables;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Evaluation;

/// <summary>
/// Takes a rater's judgement, and a unit's performance, until the period's run has frozen its inputs; a judgement with
/// a reason also after that, until the result is final.
/// </summary>
public sealed class RatePerformance(
    AgencyDirectory register, IRatings ratings, IDelegations delegations, ReportingLine leaders, IRuns runs,
    EvaluatedPeriods periods, LateRatings late, OutboxPublisher tell, TimeProvider clock)
{
    public async Task<Result<Rating>> RateAsync(
        Actor actor,
        Rating claim,
        VersionCondition? condition,
        CancellationToken cancel)
    {
        if (!(await JudgeAsync(actor, claim, cancel)).TryGet(out var judged, out var refusal))
        {
            return refusal;
        }

        var (agencyId, rating, current) = (actor.Agency, judged.Rating, judged.Current);
        if (judged.SaysNothingNew)
        {
            return rating;
        }

        if (condition?.Allows(current?.Value.Version) == false)
        {
            return Stale(current?.Value.Version ?? 0);
        }

        var news = rating.Late ? RatingNews.Late(agencyId, rating, judged.RaterOfRecord) : [];
        if (!await ratings.PutAsync(agencyId, rating, current?.Tag, news, cancel))
        {
            return Stale((current?.Value.Version ?? 0) + 1);
        }

        if (rating.Late)
        {
            await tell.SendAllAsync(agencyId, news, cancel);
            await late.ApplyAsync(agencyId, claim.Period, cancel);
        }

        return rating;
    }

    /// <summary>The rating that stands, and the one that would; the same where it says nothing new.</summary>
    public async Task<Result<(Rating? Before, Rating After)>> PreviewAsync(
        Actor actor, Rating claim, CancellationToken cancel) =>
        (await JudgeAsync(actor, claim, cancel)).Then<(Rating? Before, Rating After)>(
            judged => (judged.Current?.Value, judged.Rating));

    public async Task<Result<UnitPerformance>> RateUnitAsync(
        Actor actor,
        AppraisalPeriod period,
        UnitId unitId,
        OrganisationLevel level,
        EmployeeId setBy,
        CancellationToken cancel)
    {
        var agencyId = actor.Agency;
        var agency = await register.FindAgencyAsync(agencyId, cancel);
        if (agency is null)
        {
            return NotFound.Agency(agencyId);
        }

        if (await register.FindUnitAsync(agencyId, unitId, cancel) is not { } unit)
        {
            return NotFound.Unit(unitId);
        }

        if (await register.FindEmployeeAsync(agencyId, setBy, cancel) is null)
        {
            return NotFound.Employee(setBy, "/setById");
        }

        var now = clock.Now();
        var above = await leaders.OfAsync(agencyId, unit, now.InZone(agency.Zone).Date, cancel);
        var refusal = RatingRules.WhyNotSet(unit, setBy, above)
            ?? await periods.WhyNotAsync(agency, period, cancel)
            ?? await FrozenAsync(agencyId, period, cancel)
            ?? RatingRules.HasBegun(period, agency, now);
        if (refusal is not null)
        {
            return refusal;
        }

        var performance = new UnitPerformance(period, unitId, level, setBy, now) { Actor = actor };
        await ratings.PutAsync(agencyId, performance, cancel);
        return performance;
    }

    public async Task<Result<Rating>> FindAsync(
        AgencyId agency, AppraisalPeriod period, EmployeeId employee, CancellationToken cancel) =>
        await ratings.FindAsync(agency, period, employee, cancel) is { } found
            ? found.Value
            : NotFound.Rating(employee, period);

    /// <summary>Every version, voided ones too, oldest first.</summary>
    public async Task<Result<IReadOnlyList<Rating>>> ListVersionsAsync(
        AgencyId agency, AppraisalPeriod period, EmployeeId employee, CancellationToken cancel) =>
        await ratings.ListVersionsAsync(agency, period, employee, cancel) is { Count: > 0 } versions
            ? versions.ToList()
            : NotFound.Rating(employee, period);

    /// <summary>The rules of a rating, all but the version's; writes nothing.</summary>
    private async Task<Result<JudgedRating>> JudgeAsync(Actor actor, Rating claim, CancellationToken cancel)
    {
        var agencyId = actor.Agency;
        var agency = await register.FindAgencyAsync(agencyId, cancel);
        var person = await register.FindEmploymentAsync(agencyId, claim.EmployeeId, cancel);
        if (agency is null || person is null)
        {
            return agency is null ? NotFound.Agency(agencyId) : NotFound.Employee(claim.EmployeeId);
        }

        if (await periods.WhyNotAsync(agency, claim.Period, cancel) is { } never)
        {
            return never;
        }

        var run = await runs.FindBegunAsync(agencyId, claim.Period, cancel);
        var current = await ratings.FindAsync(agencyId, claim.Period, claim.EmployeeId, cancel);
        var next = claim with
        {
            RatedAt = clock.Now(),
            Version = (current?.Value.Version ?? 0) + 1,
            Actor = actor,
            Late = run is not null,
        };
        var employee = await RatedAsync(agency, person, claim.Period, cancel);
        var acting = await delegations.ListForAsync(register, agencyId, employee, cancel);
        if (!RatingRules.Accept(next, current?.Value, employee, acting, agency).TryGet(out var rating, out var refusal))
        {
            return refusal;
        }

        if (current is not null && Says(current.Value, rating))
        {
            return new JudgedRating(current.Value, current, employee.RaterId, SaysNothingNew: true);
        }

        if (run is not null && await late.WhyNotAsync(run, rating, current?.Value, cancel) is { } closed)
        {
            return closed;
        }

        return new JudgedRating(rating, current, employee.RaterId, SaysNothingNew: false);
    }

    private async Task<Employee> RatedAsync(
        Agency agency, Employment person, AppraisalPeriod period, CancellationToken cancel)
    {
        var known = new Dictionary<EmployeeId, Employment?>();
        foreach (var rater in person.Assignments.Entries.Select(e => e.Value.RaterId).OfType<EmployeeId>().Distinct())
        {
            known[rater] = await register.FindEmploymentAsync(agency.Id, rater, cancel);
        }

        return RatingRules.Rated(
            person, period, clock.Now().InZone(agency.Zone).Date, rater => known.GetValueOrDefault(rater));
    }

    internal static Refusal Frozen(AppraisalPeriod period) =>
        new(RefusalKind.Conflict, RefusalCodes.PeriodFrozen, $"The run of {period} has frozen its inputs.");

    private async Task<Refusal?> FrozenAsync(AgencyId agency, AppraisalPeriod period, CancellationToken cancel) =>
        await runs.FindBegunAsync(agency, period, cancel) is null ? null : Frozen(period);

    /// <summary>Whether it is the same judgement, whenever and by whichever app it came.</summary>
    private static bool Says(Rating known, Rating asked) =>
        known == asked with
        {
            RatedAt = known.RatedAt,
            Version = known.Version,
            Actor = known.Actor,
            Late = known.Late,
        };

    private static Refusal Stale(int version) =>
        Refusal.Stale($"The rating's current version is {version}.");

    private sealed record JudgedRating(
        Rating Rating, Tagged<Rating>? Current, EmployeeId? RaterOfRecord, bool SaysNothingNew);
}
