using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Workforce;

/// <summary>
/// What <see cref="UpsertWorkforce"/> would write of a list, by the same checks and the same rules, with nothing
/// written. A list may be longer than one request's.
/// </summary>
public sealed class PreviewWorkforce(
    IWorkforce workforce, AgencyDirectory register, RegisterNips nips, TimeProvider clock)
{
    /// <summary>From here on one pass over the agency reads faster than one read for each.</summary>
    private const int MostSingleReads = 1000;

    private readonly WorkforceChecks _checks = new(register, workforce);

    public Task<Result<RegisterPlan<History<OrganisationUnit>>>> UnitsAsync(
        AgencyId agency, IReadOnlyList<RegisterEntry<OrganisationUnit>> units, CancellationToken cancel) =>
        PlanAsync(
            agency,
            units,
            _ => Task.FromResult<Refusal?>(null),
            u => u.Value.Id,
            id => workforce.FindUnitAsync(agency, id, cancel),
            () => workforce.ListUnitsAsync(agency, cancel),
            unit => unit.Id(),
            (held, entry, today) => entry.Next(held, today),
            (today, steps, _) => new RegisterPlan<History<OrganisationUnit>>(today, steps),
            cancel,
            after => _checks.UnitsAsync(agency, [.. units.Select(u => u.Value.Id)], after, cancel));

    public Task<Result<RegisterPlan<History<Post>>>> PostsAsync(
        AgencyId agency, IReadOnlyList<RegisterEntry<Post>> posts, CancellationToken cancel) =>
        PlanAsync(
            agency,
            posts,
            list => _checks.UnknownWorkAsync(agency, [.. list.Select(p => p.Value)], cancel),
            p => p.Value.Id,
            id => workforce.FindPostAsync(agency, id, cancel),
            () => workforce.ListPostsAsync(agency, cancel),
            post => post.Id(),
            (held, entry, today) => entry.Next(held, today),
            (today, steps, _) => new RegisterPlan<History<Post>>(today, steps),
            cancel);

    /// <param name="agency">Whose register.</param>
    /// <param name="people">The list.</param>
    /// <param name="foreseen">
    /// Whose NIP an earlier plan of the same list found to be new; null: there was none. A NIP never changes hands, so
    /// that one which was the person's own still is, and one which was new is looked up again only where the entry
    /// changes nothing else: everywhere else its writing tells.
    /// </param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Result<PeoplePlan>> EmployeesAsync(
        AgencyId agency, IReadOnlyList<EmployeeEntry> people, IReadOnlySet<EmployeeId>? foreseen,
        CancellationToken cancel)
    {
        var planned = await PlanAsync(
            agency,
            people,
            list => _checks.LostAsync(agency, list, cancel),
            p => p.Employee.Id,
            id => workforce.FindEmployeeAsync(agency, id, cancel),
            () => workforce.ListEmployeesAsync(agency, HashRange.All, cancel),
            person => person.Id,
            (held, entry, today) => EmployeeEntry.Next(held, [entry], today),
            (today, steps, held) => new PeoplePlan(today, steps) { Held = held },
            cancel);
        if (!planned.TryGet(out var plan, out var refusal))
        {
            return refusal;
        }

        IReadOnlyList<EmployeeEntry> asked =
        [
            .. people.Zip(plan.Steps, (entry, step) =>
                foreseen is null || (step.After.Equals(step.Before) && foreseen.Contains(entry.Employee.Id))
                    ? entry
                    : entry with { Nip = null }),
        ];
        (var found, refusal) = await nips.CheckAsync(agency, asked, cancel);
        return refusal is null ? plan with { NewNips = found.Concat(Trusted()).ToHashSet() } : refusal;

        IEnumerable<EmployeeId> Trusted() => people.Zip(asked)
            .Where(pair => pair.Second.Nip is null && foreseen?.Contains(pair.First.Employee.Id) == true)
            .Select(pair => pair.First.Employee.Id);
    }

    /// <summary>Those of the people whom the register has, and the date in the agency's zone.</summary>
    internal async Task<(LocalDate Today, IReadOnlyDictionary<EmployeeId, Employment> People)> HeldAsync(
        AgencyId agency, IReadOnlySet<EmployeeId> people, CancellationToken cancel) => (
            await register.TodayAsync(agency, cancel) ?? clock.Now().InUtc().Date,
            (await HeldAsync(
                people,
                id => workforce.FindEmployeeAsync(agency, id, cancel),
                () => workforce.ListEmployeesAsync(agency, HashRange.All, cancel),
                person => person.Id,
                cancel)).Held);

    private async Task<Result<TPlan>> PlanAsync<TEntry, TId, T, TPlan>(
        AgencyId agency,
        IReadOnlyList<TEntry> entries,
        Func<IReadOnlyList<TEntry>, Task<Refusal?>> check,
        Func<TEntry, TId> idOf,
        Func<TId, Task<Tagged<T>?>> find,
        Func<IAsyncEnumerable<T>> list,
        Func<T, TId> idOfKnown,
        Func<T?, TEntry, LocalDate, T> next,
        Func<LocalDate, IReadOnlyList<RegisterStep<T>>, IReadOnlyDictionary<TId, Tagged<T>>?, TPlan> make,
        CancellationToken cancel,
        Func<IReadOnlyDictionary<TId, T>, Task<Refusal?>>? checkAfter = null)
        where TId : notnull
        where T : class
        where TPlan : RegisterPlan<T>
    {
        if (await register.FindAgencyAsync(agency, cancel) is not { } known)
        {
            return NotFound.Agency(agency);
        }

        if (await check(entries) is { } refusal)
        {
            return refusal;
        }

        var today = clock.Now().InZone(known.Zone).Date;
        var (held, found) = await HeldAsync(entries.Select(idOf).ToHashSet(), find, list, idOfKnown, cancel);
        var steps = new List<RegisterStep<T>>(entries.Count);
        foreach (var entry in entries)
        {
            var before = held.GetValueOrDefault(idOf(entry));
            var after = next(before, entry, today);
            held[idOf(entry)] = after;
            steps.Add(new(before, after));
        }

        return checkAfter is not null && await checkAfter(held) is { } against ? against : make(today, steps, found);
    }

    /// <summary>What stands of those, and the tags where each was read by itself.</summary>
    private static async Task<(Dictionary<TId, T> Held, IReadOnlyDictionary<TId, Tagged<T>>? Found)> HeldAsync<TId, T>(
        IReadOnlySet<TId> ids,
        Func<TId, Task<Tagged<T>?>> find,
        Func<IAsyncEnumerable<T>> list,
        Func<T, TId> idOf,
        CancellationToken cancel)
        where TId : notnull
        where T : class
    {
        if (ids.Count > MostSingleReads)
        {
            return (await list().Where(one => ids.Contains(idOf(one)))
                .ToDictionaryAsync(idOf, cancellationToken: cancel), null);
        }

        var found = await WorkforceChecks.ReadAsync(ids, find);
        return (found.ToDictionary(one => one.Key, one => one.Value.Value), found);
    }
}
