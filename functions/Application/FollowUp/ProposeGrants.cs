using Kinerja.Application.Policies;
using Kinerja.Application.Ranking;
using Kinerja.Application.Runs;
using Kinerja.Application.Tables;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.FollowUp;
using Kinerja.Domain.Ranking;
using Kinerja.Domain.Runs;
using NodaTime;

namespace Kinerja.Application.FollowUp;

/// <summary>For which period, from which day on, and who proposes it.</summary>
public sealed record GrantListCommand(AppraisalPeriod Period, LocalDate From, EmployeeId ProposedBy);

/// <summary>
/// Proposes grants of flexible work from the published ranking's top share. It grants nothing. Proposed again, lines
/// that nobody decided are looked at afresh; what was decided stays.
/// </summary>
public sealed class ProposeGrants(
    AgencyDirectory register, IRuns runs, IRankings rankings, IWorkforce workforce, IGrantLists lists, GrantCases cases,
    PinnedPolicies policies, TimeProvider clock)
{
    public async Task<Result<GrantList>> ExecuteAsync(Actor actor, GrantListCommand claim, CancellationToken cancel)
    {
        var agency = actor.Agency;
        var asked = await AskedAsync(agency, claim, cancel);
        if (!asked.TryGet(out var run, out var refusal))
        {
            return refusal;
        }

        var policy = (await register.PoliciesOfAsync(agency, PolicyKinds.FollowUp, cancel)).On(claim.From);
        var known = await lists.FindAsync(agency, claim.Period, run.Revision, cancel);
        var asks = new GrantList(
            agency,
            claim.Period,
            run.Revision,
            claim.From,
            claim.From.PlusMonths(policy.Grants.Months),
            policy.Grants,
            policy.Version,
            claim.ProposedBy,
            clock.Now())
        {
            Actor = actor,
        };
        var list = known?.Value.HasTermsOf(asks) == true ? known.Value : asks;
        var stored = known is null ? [] : await lists.ListLinesAsync(known.Value, null, cancel).ToListAsync(cancel);
        if (known is not null && known.Value != list && stored.Any(l => l.Value.Decision is not null))
        {
            return new Refusal(
                RefusalKind.Conflict, RefusalCodes.GrantDecided,
                "Lines of this list were decided on its terms; revoke and grant singly instead.");
        }

        return known?.Value == list || await lists.PutAsync(list, known?.Tag, cancel)
            ? await FillAsync(list, run, stored, cancel)
            : Stale();
    }

    private async Task<Result<EvaluationRun>> AskedAsync(
        AgencyId agency, GrantListCommand claim, CancellationToken cancel)
    {
        if (await register.FindAgencyAsync(agency, cancel) is not { } known)
        {
            return NotFound.Agency(agency);
        }

        if (await register.FindEmployeeAsync(agency, claim.ProposedBy, cancel) is null)
        {
            return NotFound.Employee(claim.ProposedBy, "/proposedById");
        }

        if (FirstDays.FaultOf(claim.From, clock.Now().InZone(known.Zone).Date) is { } fault)
        {
            return fault;
        }

        var published = await runs.PublishedAsync(agency, claim.Period, cancel);
        return published.TryGet(out var run, out _)
            && (await policies.RankingAsync(run, cancel)).WhyNotRanked(claim.Period) is { } never ? never : published;
    }

    private async Task<Result<GrantList>> FillAsync(
        GrantList list, EvaluationRun run, List<Tagged<GrantLine>> stored, CancellationToken cancel)
    {
        var top = await TopAsync(run, cancel);
        var known = stored.ToDictionary(l => l.Value.EmployeeId);
        var fresh = new List<GrantLine>();
        await foreach (var person in workforce.ListEmployeesAsync(list.AgencyId, HashRange.All, cancel)
            .Where(e => top.ContainsKey(e.Id)).Select(e => e.On(list.From)))
        {
            var (place, share) = top[person.Id];
            var line = GrantRules.Propose(
                place,
                share,
                await cases.OfAsync(list.AgencyId, person, list.From, cancel),
                list.Terms.DaysOff is not null)!;
            if (!known.TryGetValue(person.Id, out var before))
            {
                fresh.Add(line);
            }
            else if (before.Value.Decision is null && !before.Value.IsSameAs(line))
            {
                // Whoever wrote the line meanwhile decided it, and that stands.
                await lists.ReplaceLineAsync(list, line, before.Tag, cancel);
            }
        }

        return await lists.AddLinesAsync(list, fresh, cancel) ? list : Stale();
    }

    private static Refusal Stale() => Refusal.Stale("Somebody else proposed this list meanwhile.");

    /// <summary>
    /// The published pages themselves, best first, as far as the top share and the ties at its cap reach.
    /// </summary>
    private async Task<Dictionary<EmployeeId, (int Place, TopShare Top)>> TopAsync(
        EvaluationRun run, CancellationToken cancel)
    {
        var top = new Dictionary<EmployeeId, (int, TopShare)>();
        for (var page = 1; await rankings.FindPageAsync(run, page, cancel) is { } found; page++)
        {
            var before = top.Count;
            foreach (var line in RankingContract.ReadTop(found))
            {
                top[line.Person] = (line.Place, line.Top);
            }

            if (top.Count == before)
            {
                break;
            }
        }

        return top;
    }
}
