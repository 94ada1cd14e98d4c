using Kinerja.Application.Policies;
using Kinerja.Application.Runs;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.FollowUp;
using Kinerja.Domain.Runs;

namespace Kinerja.Application.FollowUp;

/// <summary>
/// A person's predicate of a period as a statement rests on it: null with the reason when there is none.
/// </summary>
public sealed record StandingResult(
    EmployeeId EmployeeId, AppraisalPeriod Period, int Revision, RunState State, Predicate? Predicate,
    NotAssessedReason? NotAssessed);

/// <summary>Points, or none: without a predicate, or without a coefficient for the level.</summary>
public sealed record CreditStatement(
    StandingResult Standing, FunctionalLevel Level, int Months, CreditPoints? Points, string PolicyVersion);

public sealed record TalentStatement(
    StandingResult Standing, TalentPlace? Place, FigureSource BoxSource, string PolicyVersion);

public sealed record AllowanceStatement(StandingResult Standing, AllowanceFactor Factor);

/// <summary>
/// What follows from one person's predicate, by the agency's policies of the period's last day. Statements only:
/// nothing is booked, paid or placed here.
/// </summary>
public sealed class ReadFollowUp(AgencyDirectory register, IRuns runs, IRunResults results)
{
    public async Task<Result<CreditStatement>> CreditsAsync(
        AgencyId agency, EmployeeId employee, AppraisalPeriod period, FunctionalLevel level, int months,
        CancellationToken cancel)
    {
        var policy = (await register.PoliciesOfAsync(agency, PolicyKinds.FollowUp, cancel)).On(period.LastDay);
        return (await StandingAsync(agency, employee, period, cancel)).Then<CreditStatement>(
            standing => new CreditStatement(
            standing,
            level,
            months,
            standing.Predicate is { } predicate ? CreditPointRules.Of(predicate, level, months, policy.Credits) : null,
            policy.Version));
    }

    public async Task<Result<TalentStatement>> TalentAsync(
        AgencyId agency, EmployeeId employee, AppraisalPeriod period, TalentScores scores, CancellationToken cancel)
    {
        var policy = (await register.PoliciesOfAsync(agency, PolicyKinds.FollowUp, cancel)).On(period.LastDay);
        return (await StandingAsync(agency, employee, period, cancel)).Then<TalentStatement>(
            standing => new TalentStatement(
            standing,
            standing.Predicate is { } predicate ? TalentRules.Place(predicate, scores, policy.Talent) : null,
            policy.Talent.BoxSource,
            policy.Version));
    }

    public async Task<Result<AllowanceStatement>> AllowanceAsync(
        AgencyId agency, EmployeeId employee, AppraisalPeriod period, CancellationToken cancel)
    {
        var table = (await register.PoliciesOfAsync(agency, PolicyKinds.Allowance, cancel))
            .Find(period.LastDay)?.Value;
        return (await StandingAsync(agency, employee, period, cancel)).Then<AllowanceStatement>(standing =>
            new AllowanceStatement(standing, AllowanceRules.Of(period, standing.Predicate, table)));
    }

    private async Task<Result<StandingResult>> StandingAsync(
        AgencyId agency, EmployeeId employee, AppraisalPeriod period, CancellationToken cancel)
    {
        if (await register.FindEmployeeAsync(agency, employee, cancel) is null)
        {
            return NotFound.Employee(employee);
        }

        if (!(await runs.PublishedAsync(agency, period, cancel)).TryGet(out var run, out var refusal))
        {
            return refusal;
        }

        return await results.FindEvaluationAsync(run, employee, cancel) is { } found
            ? new StandingResult(
                employee, period, run.Revision, run.State, found.Assessment?.Predicate, found.NotAssessed)
            : NotFound.Evaluation(employee, period);
    }
}
