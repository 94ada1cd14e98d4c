using Kinerja.Application.FlexibleWork;
using Kinerja.Application.Runs;
using Kinerja.Application.Tables;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.FollowUp;
using Kinerja.Domain.Runs;

namespace Kinerja.Application.FollowUp;

/// <summary>A named person's word on a grant list: on these people, or on everybody who still waits.</summary>
public sealed record GrantVerdict(EmployeeId DecidedBy, bool Approved, string Reason, IReadOnlyList<EmployeeId>? People)
{
    internal bool IsIn(GrantDecision decision) =>
        (DecidedBy, Approved, Reason) == (decision.DecidedBy, decision.Approved, decision.Reason);
}

/// <summary>The lines that a call decided or found decided so, and whether others still wait.</summary>
public sealed record GrantsDecided(GrantList List, IReadOnlyList<GrantLine> Lines, bool More);

/// <summary>
/// Decides grants, all that wait or those named, and turns approved ones into entitlements. A call decides so many
/// lines at most and says whether more wait; the same call again goes on. Nothing is decided on a ranking that an
/// objection may still change, and by nobody but the official whom the policy names, or a superior.
/// </summary>
public sealed class DecideGrants(
    AgencyDirectory register, IRuns runs, IGrantLists lists, GrantCases cases, GrantOfficials officials,
    GrantEntitlement grant, TimeProvider clock)
{
    public const int MostLines = 200;

    public async Task<Result<GrantsDecided>> ExecuteAsync(
        Actor actor, AppraisalPeriod period, GrantVerdict verdict, CancellationToken cancel)
    {
        var agency = actor.Agency;
        if (await runs.FindAsync(agency, period, cancel) is not { } run
            || await lists.FindAsync(agency, period, run.Value.Revision, cancel) is not { } list)
        {
            return NotFound.GrantList(period);
        }

        if (run.Value.State != RunState.Final)
        {
            return new Refusal(
                RefusalKind.Conflict,
                RefusalCodes.ResultNotFinal,
                $"The ranking of {period} may still be changed by an objection.");
        }

        if (!(await officials.FindAsync(agency, verdict.DecidedBy, cancel)).TryGet(out var official, out var unknown))
        {
            return unknown;
        }

        if (await lists.FindLineAsync(list.Value, verdict.DecidedBy, cancel) is not null)
        {
            return GrantDeciders.Competes(verdict.DecidedBy);
        }

        var chosen = await ChosenAsync(list.Value, official, verdict, cancel);
        if (!chosen.TryGet(out var lines, out var refusal))
        {
            return refusal;
        }

        var decided = await JudgeAsync(list.Value, lines, verdict, actor, cancel);
        return decided.TryGet(out var good, out refusal)
            ? await WriteAsync(list.Value, good, lines.Count > MostLines, cancel)
            : refusal;
    }

    /// <summary>
    /// Whoever decides for all decides for those whom he may; the others go on waiting for somebody else. Where there
    /// are only others, he is refused.
    /// </summary>
    private async Task<Result<List<Tagged<GrantLine>>>> ChosenAsync(
        GrantList list, GrantOfficial official, GrantVerdict verdict, CancellationToken cancel)
    {
        if (verdict.People is not { } people)
        {
            return await WaitingAsync(list, official, verdict, cancel);
        }

        var found = new List<Tagged<GrantLine>>();
        foreach (var (i, person) in people.Index())
        {
            if (await lists.FindLineAsync(list, person, cancel) is not { } line)
            {
                return NotFound.Employee(person, $"/employeeIds/{i}")
                    with
                { Detail = $"{person} is not on this list." };
            }

            if (line.Value.Decision is null
                && await official.FaultOfAsync(person, cancel) is { } fault)
            {
                return fault;
            }

            found.Add(line);
        }

        return found;
    }

    /// <summary>
    /// What waits, by id. Before it the last line that was decided just so: whoever died in the middle may have left it
    /// without its entitlements, and no other.
    /// </summary>
    private async Task<Result<List<Tagged<GrantLine>>>> WaitingAsync(
        GrantList list, GrantOfficial official, GrantVerdict verdict, CancellationToken cancel)
    {
        var (waiting, last) = (new List<Tagged<GrantLine>>(), (Tagged<GrantLine>?)null);
        Refusal? fault = null;
        await foreach (var line in lists.ListLinesAsync(list, null, cancel))
        {
            if (line.Value.State == GrantState.Proposed)
            {
                var no = await official.FaultOfAsync(line.Value.EmployeeId, cancel);
                fault ??= no;
                if (no is null)
                {
                    waiting.Add(line);
                }
            }

            last = line.Value.Decision is { } decision && verdict.IsIn(decision) ? line : last;
            if (waiting.Count > MostLines)
            {
                break;
            }
        }

        if (last is null && waiting.Count == 0 && fault is not null)
        {
            return fault;
        }

        return last is null ? waiting : (List<Tagged<GrantLine>>)[last, .. waiting];
    }

    /// <summary>All of them before any is written: a refusal leaves nothing half done.</summary>
    private async Task<Result<List<(Tagged<GrantLine> Before, GrantLine After)>>> JudgeAsync(
        GrantList list, List<Tagged<GrantLine>> lines, GrantVerdict verdict, Actor actor, CancellationToken cancel)
    {
        var decision = new GrantDecision(verdict.DecidedBy, verdict.Approved, verdict.Reason, clock.Now())
        {
            Actor = actor,
        };
        var judged = new List<(Tagged<GrantLine>, GrantLine)>();
        foreach (var line in lines.Take(MostLines))
        {
            var person = await register.FindEmployeeAsync(list.AgencyId, line.Value.EmployeeId, cancel)
                ?? throw new InvalidOperationException($"The listed employee {line.Value.EmployeeId} is missing.");
            var asked = await cases.OfAsync(list.AgencyId, person, list.From, cancel);
            if (!GrantRules.Decide(line.Value, asked, decision, list.Terms.DaysOff is not null)
                .TryGet(out var after, out var refusal))
            {
                return refusal;
            }

            judged.Add((line, after));
        }

        return judged;
    }

    /// <summary>
    /// First the decision, then what follows from it; the same call again makes up for a crash between the two.
    /// </summary>
    private async Task<Result<GrantsDecided>> WriteAsync(
        GrantList list, List<(Tagged<GrantLine> Before, GrantLine After)> lines, bool more, CancellationToken cancel)
    {
        foreach (var (before, after) in lines)
        {
            if (!ReferenceEquals(before.Value, after) && !await lists.ReplaceLineAsync(list, after, before.Tag, cancel))
            {
                return Refusal.Stale($"The line of {after.EmployeeId} was written meanwhile; read the list again.");
            }

            foreach (var entitlement in after.State == GrantState.Approved ? list.Entitlements(after) : [])
            {
                // What was revoked since stays revoked, though the decision that granted it comes again.
                var granted = await grant.ExecuteAsync(list.AgencyId, entitlement, cancel);
                if (granted.Refusal is { Code: not RefusalCodes.EntitlementRevoked } refusal)
                {
                    return refusal;
                }
            }
        }

        return new GrantsDecided(list, [.. lines.Select(l => l.After)], more);
    }
}
