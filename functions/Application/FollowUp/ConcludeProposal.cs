using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.FollowUp;
using NodaTime;

namespace Kinerja.Application.FollowUp;

public sealed record OutcomeCommand(FollowUpOutcome Outcome, LocalDate On, string Words, EmployeeId RecordedBy);

/// <summary>What came of an accepted proposal is recorded.</summary>
public sealed class ConcludeProposal(ChangeProposal step, TimeProvider clock)
{
    public Task<Result<Proposal>> ExecuteAsync(
        Actor actor, ProposalId id, VersionCondition? condition, OutcomeCommand claim, CancellationToken cancel)
    {
        var asked = new ProposalOutcome(claim.Outcome, claim.On, claim.Words, claim.RecordedBy, clock.Now())
        {
            Actor = actor.For(claim.RecordedBy),
        };
        return step.StepAsync(
            actor.Agency,
            id,
            condition,
            [(claim.RecordedBy, "/recordedById")],
            async (known, policy, today) => ProposalRules.Conclude(
                known, asked, await step.TermsOfAsync(known, policy, cancel), today),
            cancel);
    }
}
