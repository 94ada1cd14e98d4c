using Kinerja.Application.Policies;
using Kinerja.Application.Runs;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.FollowUp;
using Kinerja.Domain.Policies;
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
/// What follows from one person's predicate, by the agency's policies of the period's last day. Once the result is
/// final they are those that stood then: a document that is written later changes nothing of it. Statements only:
/// nothing is booked, paid or placed here.
/// </summary>
public sealed class ReadFollowUp(AgencyDirectory register, IRuns runs, IRunResults results, PinnedPolicies policies)
{
    public Task<Result<CreditStatement>> CreditsAsync(
        AgencyId agency, EmployeeId employee, AppraisalPeriod period, FunctionalLevel level, int months,
        CancellationToken cancel) =>
        StateAsync(agency, employee, period, PolicyKinds.FollowUp, (standing, timeline) =>
        {
            var policy = timeline.On(period.LastDay);
            var points = standing.Predicate is { } predicate
                ? CreditPointRules.Of(predicate, level, months, policy.Credits)
                : null;
            return new CreditStatement(standing, level, months, points, policy.Version);
        }, cancel);

    public Task<Result<TalentStatement>> TalentAsync(
        AgencyId agency, EmployeeId employee, AppraisalPeriod period, TalentScores scores, CancellationToken cancel) =>
        StateAsync(agency, employee, period, PolicyKinds.FollowUp, (standing, timeline) =>
        {
            var policy = timeline.On(period.LastDay);
            return new TalentStatement(
                standing,
                standing.Predicate is { } predicate ? TalentRules.Place(predicate, scores, policy.Talent) : null,
                policy.Talent.BoxSource,
                policy.Version);
        }, cancel);

    public Task<Result<AllowanceStatement>> AllowanceAsync(
        AgencyId agency, EmployeeId employee, AppraisalPeriod period, CancellationToken cancel) =>
        StateAsync(
            agency, employee, period, PolicyKinds.Allowance,
            (standing, tables) => new AllowanceStatement(
                standing, AllowanceRules.Of(period, standing.Predicate, tables.Find(period.LastDay)?.Value)),
            cancel);

    private async Task<Result<TStatement>> StateAsync<TPolicy, TStatement>(
        AgencyId agency, EmployeeId employee, AppraisalPeriod period, PolicyKind<TPolicy> kind,
        Func<StandingResult, PolicyTimeline<TPolicy>, TStatement> state, CancellationToken cancel)
        where TPolicy : notnull
        where TStatement : notnull
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
            ? state(
                new StandingResult(
                    employee, period, run.Revision, run.State, found.Assessment?.Predicate, found.NotAssessed),
                await policies.FollowingAsync(run, kind, cancel))
            : NotFound.Evaluation(employee, period);
    }
}
