using Kinerja.Application.Events;
using Kinerja.Application.Policies;
using Kinerja.Application.Tables;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.FollowUp;
using NodaTime;

namespace Kinerja.Application.FollowUp;

/// <summary>
/// One step of a proposal. With a version expected (If-Match) it is refused when the proposal has moved on.
/// </summary>
public sealed class ChangeProposal(
    AgencyDirectory register, IProposals proposals, OutboxPublisher tell, TimeProvider clock)
{
    /// <summary>Those of the person's kind on the period's last day.</summary>
    internal async Task<ProposalTerms> TermsOfAsync(Proposal known, FollowUpPolicy policy, CancellationToken cancel) =>
        await register.FindEmployeeAsync(
            known.AgencyId, known.EmployeeId, known.Basis.Period.LastDay, cancel) is { } person
            ? policy.Proposals.Of(person.Kind) ?? policy.Proposals
            : policy.Proposals;

    internal async Task<Result<Proposal>> StepAsync(
        AgencyId agency,
        ProposalId id,
        VersionCondition? condition,
        IReadOnlyCollection<(EmployeeId Person, string Pointer)> named,
        Func<Proposal, FollowUpPolicy, LocalDate, Task<Result<Proposal>>> step,
        CancellationToken cancel)
    {
        if (await register.FindAgencyAsync(agency, cancel) is not { } home
            || await proposals.FindAsync(agency, id, cancel) is not { } stored)
        {
            return NotFound.Proposal(id);
        }

        foreach (var (person, pointer) in named)
        {
            if (await register.FindEmployeeAsync(agency, person, cancel) is null)
            {
                return NotFound.Employee(person, pointer);
            }
        }

        var today = clock.Now().InZone(home.Zone).Date;
        var policy = (await register.PoliciesOfAsync(agency, PolicyKinds.FollowUp, cancel)).On(today);
        if (!(await step(stored.Value, policy, today)).TryGet(out var next, out var refusal))
        {
            return refusal;
        }

        // A repeat is the stored one, whatever version its sender had seen.
        if (ReferenceEquals(next, stored.Value))
        {
            return next;
        }

        foreach (var (person, pointer) in named)
        {
            if (await register.WhyNotActingAsync(agency, person, pointer, cancel) is { } left)
            {
                return left;
            }
        }

        return condition?.Allows(stored.Value.Version) == false
            ? Refusal.Stale($"The proposal is at version {stored.Value.Version}.")
            : await WriteAsync(stored, next, cancel);
    }

    private async Task<Result<Proposal>> WriteAsync(Tagged<Proposal> stored, Proposal next, CancellationToken cancel)
    {
        var news = stored.Value.Decision is null && next.Decision is not null ? FollowUpEvents.Decided(next) : null;
        if (!await proposals.PutAsync(next, stored.Tag, news, cancel))
        {
            return Refusal.Stale("The proposal was written meanwhile; read it again.");
        }

        if (news is not null)
        {
            await tell.SendAsync(next.AgencyId, news, cancel);
        }

        return next;
    }
}
