using Kinerja.Application.Runs;
using Kinerja.Application.Tables;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.FollowUp;
using Kinerja.Domain.Runs;
using NodaTime;

namespace Kinerja.Application.FollowUp;

public sealed record ProposalVerdict(EmployeeId DecidedBy, bool Accepted, string Reason, LocalDate? From);

/// <summary>The appointing authority decides a proposal that was considered.</summary>
public sealed class DecideProposal(ChangeProposal step, IRuns runs, TimeProvider clock)
{
    public Task<Result<Proposal>> ExecuteAsync(
        Actor actor, ProposalId id, VersionCondition? condition, ProposalVerdict verdict, CancellationToken cancel)
    {
        var asked = new ProposalDecision(
            verdict.DecidedBy, verdict.Accepted, verdict.Reason, verdict.From, clock.Now())
        {
            Actor = actor.For(verdict.DecidedBy),
        };
        return step.StepAsync(
            actor.Agency,
            id,
            condition,
            [(verdict.DecidedBy, "/decidedById")],
            async (known, policy, today) => ProposalRules.Decide(
                known, asked, await step.TermsOfAsync(known, policy, cancel), await GroundOfAsync(known, cancel),
                today),
            cancel);
    }

    /// <summary>Absences rest on no result: what takes their ground away withdraws them.</summary>
    private async Task<ProposalGround> GroundOfAsync(Proposal known, CancellationToken cancel) =>
        known.Basis.Absence is not null
        ? ProposalGround.Firm
        : await runs.FindAsync(known.AgencyId, known.Basis.Period, cancel) switch
        {
            { Value: { State: RunState.Final } run } =>
                run.Revision == known.Basis.Revision ? ProposalGround.Firm : ProposalGround.Superseded,
            _ => ProposalGround.Provisional,
        };
}
