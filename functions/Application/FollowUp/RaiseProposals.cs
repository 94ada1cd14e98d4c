using Kinerja.Application.Policies;
using Kinerja.Application.Runs;
using Kinerja.Application.Tables;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.FollowUp;
using Kinerja.Domain.Runs;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.FollowUp;

/// <summary>
/// How many proposals a period has come to: written now, left as they were, and withdrawn now; and of how many low
/// results of PPPK nothing is proposed, since the agency has no rule for them.
/// </summary>
public sealed record ProposalsRaised(
    AppraisalPeriod Period, int Revision, int Written, int Standing, int Withdrawn, int PppkWithoutRule);

/// <summary>
/// Raises improvement and sanction proposals from a published period's low predicates, as the policy says. Nothing
/// happens to anybody by it. Doing it again changes nothing; after a new revision it moves what nobody has decided.
/// </summary>
public sealed class RaiseProposals(
    AgencyDirectory register, IRuns runs, IRunResults results, IProposals proposals, PinnedPolicies policies,
    TimeProvider clock)
{
    public Task<Result<ProposalsRaised>> ExecuteAsync(
        Actor actor, AppraisalPeriod period, CancellationToken cancel) =>
        RaiseAsync(actor.Agency, actor, period, cancel);

    /// <summary>
    /// Has a period's proposals follow its newest revision; where nobody has raised any, none are raised.
    /// </summary>
    public async Task RenewAsync(AgencyId agency, AppraisalPeriod period, CancellationToken cancel)
    {
        if (await OfResultsAsync(agency, period, cancel).AnyAsync(cancel))
        {
            await RaiseAsync(agency, actor: null, period, cancel);
        }
    }

    private async Task<Result<ProposalsRaised>> RaiseAsync(
        AgencyId agency, Actor? actor, AppraisalPeriod period, CancellationToken cancel)
    {
        if (!(await runs.PublishedAsync(agency, period, cancel)).TryGet(out var run, out var refusal))
        {
            return refusal;
        }

        var policy = (await policies.FollowingAsync(run, PolicyKinds.FollowUp, cancel)).On(period.LastDay);
        var known = await OfResultsAsync(agency, period, cancel).ToDictionaryAsync(
            p => p.Value.Id, cancellationToken: cancel);
        var (written, standing, without) = (0, 0, 0);
        await foreach (var (evaluation, raises) in LowAsync(run, policy, cancel))
        {
            if (raises is not { } kind)
            {
                without++;
                continue;
            }

            var basis = new ProposalBasis(period, run.Revision, evaluation.Assessment!.Value.Predicate, policy.Version);
            known.Remove(ProposalId.Of(kind, period, evaluation.EmployeeId), out var before);
            var raised = ProposalRules.Raise(agency, kind, evaluation.EmployeeId, basis, before?.Value, clock.Now());
            raised = ReferenceEquals(raised, before?.Value) ? raised : raised with { Actor = actor };
            if (await WriteAsync(before, raised, cancel))
            {
                written++;
            }
            else
            {
                standing++;
            }
        }

        var withdrawn = 0;
        foreach (var left in known.Values)
        {
            withdrawn += await WriteAsync(
                left, ProposalRules.Withdraw(left.Value, WithdrawalReason.ResultRevised, clock.Now()), cancel) ? 1 : 0;
        }

        return new ProposalsRaised(period, run.Revision, written, standing, withdrawn, without);
    }

    private IAsyncEnumerable<Tagged<Proposal>> OfResultsAsync(
        AgencyId agency, AppraisalPeriod period, CancellationToken cancel) =>
        proposals.ListAsync(agency, period, cancel).Where(p => p.Value.Kind != ProposalKind.Discipline);

    private async IAsyncEnumerable<(EmployeeEvaluation Evaluation, ProposalKind? Raises)> LowAsync(
        EvaluationRun run,
        FollowUpPolicy policy,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var evaluation in results.ListEvaluationsAsync(run, HashRange.All, cancel))
        {
            var predicate = evaluation.Assessment?.Predicate;
            if (policy.Proposals.Of(await KindOfAsync(run, evaluation, cancel)) is not { } terms)
            {
                if (ProposalRules.KindsFor(predicate, policy.Proposals).Any())
                {
                    yield return (evaluation, null);
                }

                continue;
            }

            foreach (var kind in ProposalRules.KindsFor(predicate, terms))
            {
                yield return (evaluation, kind);
            }
        }
    }

    /// <summary>As which the person served on the period's last day.</summary>
    private async Task<EmploymentKind> KindOfAsync(
        EvaluationRun run, EmployeeEvaluation evaluation, CancellationToken cancel) =>
        (await register.FindEmployeeAsync(
            run.AgencyId, evaluation.EmployeeId, run.Period.LastDay, cancel))?.Kind ?? EmploymentKind.Pns;

    /// <summary>Whoever wrote meanwhile is a person at work on it: what he wrote stands.</summary>
    private async Task<bool> WriteAsync(Tagged<Proposal>? before, Proposal after, CancellationToken cancel) =>
        !ReferenceEquals(before?.Value, after) && await proposals.PutAsync(after, before?.Tag, null, cancel);
}
