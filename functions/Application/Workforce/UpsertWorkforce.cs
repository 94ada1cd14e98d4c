using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Workforce;

/// <summary>
/// Bulk upsert of units, posts and people. What is handed over replaces what held from its day on and leaves the days
/// before it as they were, so repeating it changes nothing. A change of days that are past is announced before it is
/// written; one of days to come waits for them.
/// </summary>
public sealed class UpsertWorkforce(
    IWorkforce workforce, AgencyDirectory register, RegisterNips nips, IRegisterChanges changes, TimeProvider clock)
{
    private readonly WorkforceChecks _checks = new(register, workforce);

    public Task<Result<int>> PutUnitsAsync(
        Actor actor, IReadOnlyList<RegisterEntry<OrganisationUnit>> units, CancellationToken cancel) =>
        PutAsync(
            actor.Agency,
            units.Count,
            known => WriteAsync(
                actor,
                known,
                units,
                u => u.Id,
                workforce.FindUnitAsync,
                after => _checks.UnitsAsync(actor.Agency, [.. units.Select(u => u.Value.Id)], after, cancel),
                workforce.PutUnitsAsync,
                cancel),
            cancel);

    public Task<Result<int>> PutPostsAsync(
        Actor actor, IReadOnlyList<RegisterEntry<Post>> posts, CancellationToken cancel) =>
        PutAsync(
            actor.Agency,
            posts.Count,
            async known =>
            {
                IReadOnlyList<Post> values = [.. posts.Select(p => p.Value)];
                return await _checks.UnknownWorkAsync(actor.Agency, values, cancel) ?? await WriteAsync(
                    actor, known, posts, p => p.Id, workforce.FindPostAsync, null, workforce.PutPostsAsync, cancel);
            },
            cancel);

    public Task<Result<int>> PutEmployeesAsync(
        Actor actor, IReadOnlyList<EmployeeEntry> entries, CancellationToken cancel) =>
        PutAsync(actor.Agency, entries.Count, known => WritePeopleAsync(actor, known, entries, null, cancel), cancel);

    /// <summary>
    /// The same of entries of a list that was planned just before: what the plan has read is not read again unless
    /// somebody else wrote it meanwhile. Where the list is refused, NIPs of the others may be taken already.
    /// </summary>
    public Task<Result<int>> PutPlannedAsync(
        Actor actor, IReadOnlyList<EmployeeEntry> entries, PeoplePlan plan, CancellationToken cancel) =>
        PutAsync(actor.Agency, entries.Count, known => WritePeopleAsync(actor, known, entries, plan, cancel), cancel);

    private async Task<Result<int>> PutAsync(
        AgencyId agency, int count, Func<Agency, Task<Refusal?>> write, CancellationToken cancel)
    {
        if (await register.FindAgencyAsync(agency, cancel) is not { } known)
        {
            return NotFound.Agency(agency);
        }

        if (await write(known) is { } refusal)
        {
            return refusal;
        }

        register.Invalidate(agency);
        return count;
    }

    /// <summary>Units and posts alike.</summary>
    private async Task<Refusal?> WriteAsync<T, TId>(
        Actor actor,
        Agency agency,
        IReadOnlyList<RegisterEntry<T>> entries,
        Func<T, TId> idOf,
        Func<AgencyId, TId, CancellationToken, Task<Tagged<History<T>>?>> find,
        Func<IReadOnlyDictionary<TId, History<T>>, Task<Refusal?>>? check,
        Func<AgencyId, IReadOnlyCollection<NextVersion<History<T>>>, CancellationToken, Task<bool>> put,
        CancellationToken cancel)
        where T : class, IEquatable<T>
        where TId : notnull
    {
        var today = TodayIn(agency);
        bool done;
        do
        {
            var known = await WorkforceChecks.ReadAsync(
                entries.Select(e => idOf(e.Value)).Distinct(), id => find(agency.Id, id, cancel));
            var all = entries.GroupBy(e => idOf(e.Value))
                .ToDictionary(same => same.Key, same => same.Next(known.GetValueOrDefault(same.Key)?.Value, today));
            if (check is not null && await check(all) is { } refusal)
            {
                return refusal;
            }

            var next = new List<(History<T>? Before, NextVersion<History<T>> After)>();
            foreach (var (id, after) in all)
            {
                var before = known.GetValueOrDefault(id);
                if (!after.Equals(before?.Value))
                {
                    next.Add((before?.Value, new(after, before?.Tag, actor)));
                }
            }

            var from = next.Select(n => n.Before?.FirstDifference(n.After.Value)).Min();
            if (from <= today)
            {
                await changes.OfEverybodyAsync(agency, from.Value, cancel);
            }

            done = await put(agency.Id, [.. next.Select(n => n.After)], cancel);
        }
        while (!done);

        return null;
    }

    private async Task<Refusal?> WritePeopleAsync(
        Actor actor, Agency agency, IReadOnlyList<EmployeeEntry> entries, PeoplePlan? plan,
        CancellationToken cancel)
    {
        // The NIPs come before their people: of two requests which name one NIP for two people the later is refused.
        var refusal = await _checks.LostAsync(agency.Id, entries, cancel);
        if ((refusal ??= await nips.ExecuteAsync(actor, entries, eachAlone: plan is not null, cancel)) is not null)
        {
            return refusal;
        }

        var today = TodayIn(agency);
        var held = plan?.Held;
        bool done;
        do
        {
            var known = held ?? await WorkforceChecks.ReadAsync(
                entries.Select(e => e.Employee.Id).Distinct(),
                id => workforce.FindEmployeeAsync(agency.Id, id, cancel));
            var (next, changed) = (new List<NextVersion<Employment>>(), new List<(EmployeeId, LocalDate)>());
            foreach (var same in entries.GroupBy(e => e.Employee.Id))
            {
                var before = known.GetValueOrDefault(same.Key);
                var after = EmployeeEntry.Next(before?.Value, same, today);
                if (!after.Equals(before?.Value))
                {
                    next.Add(new(after, before?.Tag, actor));
                    changed.Add((same.Key, RegisterRules.FirstChange(before?.Value, after)));
                }
            }

            await changes.OfPeopleAsync(agency, changed, cancel);
            done = await workforce.PutEmployeesAsync(agency.Id, next, today, cancel);
            held = null;
        }
        while (!done);

        return null;
    }

    private LocalDate TodayIn(Agency agency) => clock.Now().InZone(agency.Zone).Date;
}
