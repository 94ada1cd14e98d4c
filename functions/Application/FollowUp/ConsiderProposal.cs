using Kinerja.Application.Evaluation;
using Kinerja.Application.Tables;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.FollowUp;
using NodaTime;

namespace Kinerja.Application.FollowUp;

/// <summary>The team's meeting as it is handed over; when it was recorded is the server's to say.</summary>
public sealed record ConsiderationCommand(
    IReadOnlyList<EmployeeId> Members, LocalDate HeldOn, TeamAdvice Advice, string Words, EmployeeId RecordedBy);

/// <summary>The assessment team considers a proposal.</summary>
public sealed class ConsiderProposal(
    ChangeProposal step, AgencyDirectory register, IRatings ratings, TimeProvider clock)
{
    public Task<Result<Proposal>> ExecuteAsync(
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
        var named = claim.Members.Select((m, i) => (m, $"/memberIds/{i}")).Append((claim.RecordedBy, "/recordedById"))
            .ToList();
        return step.StepAsync(
            actor.Agency,
            id,
            condition,
            named,
            async (known, policy, today) => ProposalRules.Consider(
                known, asked, policy.Proposals, await RatersOfAsync(known, today, cancel), today),
            cancel);
    }

    /// <summary>
    /// By the register: of the period's last day, or of today where that is to come, and of today. And who gave a
    /// rating of the period that was not voided: also a delegate, and a superior who decided an objection.
    /// </summary>
    private async Task<IReadOnlyCollection<EmployeeId>> RatersOfAsync(
        Proposal known, LocalDate today, CancellationToken cancel)
    {
        var given = await ratings.ListVersionsAsync(
            known.AgencyId, known.Basis.Period, known.EmployeeId, cancel);
        var raters = given.Where(rating => rating.Voided is null).Select(rating => rating.RaterId).ToHashSet();
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
}
