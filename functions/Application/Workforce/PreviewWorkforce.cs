using Kinerja.Domain;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Workforce;

/// <summary>What one entry of a list makes of what stood before it; the same where it changes nothing.</summary>
public sealed record RegisterStep<T>(T? Before, T After)
    where T : class;

/// <summary>A list as it would be written, in its order, and the date in the agency's zone.</summary>
public sealed record RegisterPlan<T>(LocalDate Today, IReadOnlyList<RegisterStep<T>> Steps)
    where T : class
{
    /// <summary>Whose NIP is not known yet.</summary>
    public IReadOnlySet<EmployeeId> NewNips { get; init; } = new HashSet<EmployeeId>();
}

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
            (held, entry, today) => RegisterRules.Next(held, entry.Value, entry.From, today),
            cancel,
            after => _checks.CircleAsync(agency, [.. units.Select(u => u.Value.Id)], after, cancel));

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
            (held, entry, today) => RegisterRules.Next(held, entry.Value, entry.From, today),
            cancel);

    public async Task<Result<RegisterPlan<Employment>>> EmployeesAsync(
        AgencyId agency, IReadOnlyList<EmployeeEntry> people, CancellationToken cancel)
    {
        IReadOnlySet<EmployeeId> found = new HashSet<EmployeeId>();
        var plan = await PlanAsync(
            agency,
            people,
            async list =>
            {
                if (await _checks.LostAsync(agency, list, cancel) is { } lost)
                {
                    return lost;
                }

                (found, var taken) = await nips.CheckAsync(agency, list, cancel);
                return taken;
            },
            p => p.Employee.Id,
            id => workforce.FindEmployeeAsync(agency, id, cancel),
            () => workforce.ListEmployeesAsync(agency, new HashRange(0, HashRange.Places), cancel),
            person => person.Id,
            (held, entry, today) => RegisterRules.Next(held, entry.Employee, entry.From, entry.EndedOn, today),
            cancel);
        return plan.TryGet(out var steps, out var refusal) ? steps with { NewNips = found } : refusal;
    }

    private async Task<Result<RegisterPlan<T>>> PlanAsync<TEntry, TId, T>(
        AgencyId agency,
        IReadOnlyList<TEntry> entries,
        Func<IReadOnlyList<TEntry>, Task<Refusal?>> check,
        Func<TEntry, TId> idOf,
        Func<TId, Task<Tables.Tagged<T>?>> find,
        Func<IAsyncEnumerable<T>> list,
        Func<T, TId> idOfKnown,
        Func<T?, TEntry, LocalDate, T> next,
        CancellationToken cancel,
        Func<IReadOnlyDictionary<TId, T>, Task<Refusal?>>? checkAfter = null)
        where TId : notnull
        where T : class
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
        var held = await HeldAsync(entries.Select(idOf).ToHashSet(), find, list, idOfKnown, cancel);
        var steps = new List<RegisterStep<T>>(entries.Count);
        foreach (var entry in entries)
        {
            var before = held.GetValueOrDefault(idOf(entry));
            var after = next(before, entry, today);
            held[idOf(entry)] = after;
            steps.Add(new(before, after));
        }

        return checkAfter is not null && await checkAfter(held) is { } against
            ? against
            : new RegisterPlan<T>(today, steps);
    }

    private static async Task<Dictionary<TId, T>> HeldAsync<TId, T>(
        IReadOnlySet<TId> ids,
        Func<TId, Task<Tables.Tagged<T>?>> find,
        Func<IAsyncEnumerable<T>> list,
        Func<T, TId> idOf,
        CancellationToken cancel)
        where TId : notnull
        where T : class => ids.Count <= MostSingleReads
            ? (await WorkforceChecks.ReadAsync(ids, find)).ToDictionary(one => one.Key, one => one.Value.Value)
            : await list().Where(one => ids.Contains(idOf(one)))
                .ToDictionaryAsync(idOf, cancellationToken: cancel);
}
