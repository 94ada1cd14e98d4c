using Kinerja.Application.Events;
using Kinerja.Application.Policies;
using Kinerja.Application.Runs;
using Kinerja.Application.Tables;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.FollowUp;
using Kinerja.Domain.Runs;
using NodaTime;

namespace Kinerja.Application.FollowUp;

/// <summary>The team's meeting as it is handed over; when it was recorded is the server's to say.</summary>
public sealed record ConsiderationCommand(
    IReadOnlyList<EmployeeId> Members, LocalDate HeldOn, TeamAdvice Advice, string Words, EmployeeId RecordedBy);

public sealed record ProposalVerdict(EmployeeId DecidedBy, bool Accepted, string Reason, LocalDate? From);

public sealed record OutcomeCommand(FollowUpOutcome Outcome, LocalDate On, string Words, EmployeeId RecordedBy);

/// <summary>A page of proposals and where the next one begins; null when there is none.</summary>
public sealed record ProposalPage(IReadOnlyList<Proposal> Proposals, ProposalId? Next);

/// <summary>
/// Proposals in people's hands: the team's consideration, the authority's decision, what came of it. With a version
/// expected (If-Match) a step is refused when the proposal has moved on.
/// </summary>
public sealed class KeepProposals(
    AgencyDirectory register, IRuns runs, IProposals proposals, OutboxPublisher tell, TimeProvider clock)
{
    private const int PageSize = 100;

    public async Task<Result<Proposal>> FindAsync(AgencyId agency, ProposalId id, CancellationToken cancel) =>
        await proposals.FindAsync(agency, id, cancel) is { } found ? found.Value : NotFound.Proposal(id);

    public async Task<Result<ProposalPage>> ListAsync(
        AgencyId agency, ProposalState? state, ProposalId? after, CancellationToken cancel)
    {
        if (await register.FindAgencyAsync(agency, cancel) is null)
        {
            return NotFound.Agency(agency);
        }

        var found = await proposals.ListAsync(agency, state, after, cancel).Take(PageSize + 1).ToListAsync(cancel);
        return found.Count > PageSize
            ? new ProposalPage(found[..PageSize], found[PageSize - 1].Id)
            : new ProposalPage(found, null);
    }

    public Task<Result<Proposal>> ConsiderAsync(
        Actor actor,
        ProposalId id,
        VersionCondition? condition,
        ConsiderationCommand claim,
        CancellationToken cancel)
    {
        var asked = new Consideration(
            claim.Members, claim.HeldOn, claim.Advice, claim.Words, claim.RecordedBy, clock.Now())
        {
            Actor = actor.For(claim.RecordedBy),
        };
        var named = claim.Members.Select((m, i) => (m, $"/memberIds/{i}")).Append((claim.RecordedBy, "/recordedById"));
        return StepAsync(
            actor.Agency,
            id,
            condition,
            named,
            async (known, policy, today) => ProposalRules.Consider(
                known, asked, policy.Proposals, await RatersOfAsync(known, today, cancel)),
            cancel);
    }

    public Task<Result<Proposal>> DecideAsync(
        Actor actor, ProposalId id, VersionCondition? condition, ProposalVerdict verdict, CancellationToken cancel)
    {
        var asked = new ProposalDecision(
            verdict.DecidedBy, verdict.Accepted, verdict.Reason, verdict.From, clock.Now())
        {
            Actor = actor.For(verdict.DecidedBy),
        };
        return StepAsync(
            actor.Agency,
            id,
            condition,
            [(verdict.DecidedBy, "/decidedById")],
            async (known, policy, today) => ProposalRules.Decide(
                known, asked, await TermsOfAsync(known, policy, cancel), await GroundOfAsync(known, cancel), today),
            cancel);
    }

    /// <summary>By the register: of the period's last day, or of today where that is to come, and of today.</summary>
    private async Task<IReadOnlyCollection<EmployeeId>> RatersOfAsync(
        Proposal known, LocalDate today, CancellationToken cancel)
    {
        var raters = new HashSet<EmployeeId>();
        foreach (var day in new[] { LocalDate.Min(known.Basis.Period.LastDay, today), today })
        {
            var person = await register.FindEmployeeAsync(known.AgencyId, known.EmployeeId, day, cancel);
            if (person?.RaterId is { } rater)
            {
                raters.Add(rater);
            }
        }

        return raters;
    }

    /// <summary>Those of the person's kind on the period's last day.</summary>
    private async Task<ProposalTerms> TermsOfAsync(Proposal known, FollowUpPolicy policy, CancellationToken cancel) =>
        await register.FindEmployeeAsync(
            known.AgencyId, known.EmployeeId, known.Basis.Period.LastDay, cancel) is { } person
            ? policy.Proposals.Of(person.Kind) ?? policy.Proposals
            : policy.Proposals;

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

    public Task<Result<Proposal>> ConcludeAsync(
        Actor actor, ProposalId id, VersionCondition? condition, OutcomeCommand claim, CancellationToken cancel)
    {
        var asked = new ProposalOutcome(claim.Outcome, claim.On, claim.Words, claim.RecordedBy, clock.Now())
        {
            Actor = actor.For(claim.RecordedBy),
        };
        return StepAsync(
            actor.Agency,
            id,
            condition,
            [(claim.RecordedBy, "/recordedById")],
            async (known, policy, today) => ProposalRules.Conclude(
                known, asked, await TermsOfAsync(known, policy, cancel), today),
            cancel);
    }

    private async Task<Result<Proposal>> StepAsync(
        AgencyId agency,
        ProposalId id,
        VersionCondition? condition,
        IEnumerable<(EmployeeId Person, string Pointer)> named,
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
