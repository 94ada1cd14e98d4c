using Kinerja.Application.Policies;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.FlexibleWork;
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
    private const int MostReadsAtOnce = 32;

    public Task<Result<int>> PutUnitsAsync(
        Actor actor, IReadOnlyList<RegisterEntry<OrganisationUnit>> units, CancellationToken cancel) =>
        PutAsync(
            actor.Agency,
            units.Count,
            async known =>
            {
                await WriteAsync(
                    actor, known, units, u => u.Id, workforce.FindUnitAsync, workforce.PutUnitsAsync, cancel);
                return null;
            },
            cancel);

    public Task<Result<int>> PutPostsAsync(
        Actor actor, IReadOnlyList<RegisterEntry<Post>> posts, CancellationToken cancel) =>
        PutAsync(
            actor.Agency,
            posts.Count,
            async known =>
            {
                if (await UnknownWorkAsync(actor.Agency, [.. posts.Select(p => p.Value)], cancel) is { } refusal)
                {
                    return refusal;
                }

                await WriteAsync(
                    actor, known, posts, p => p.Id, workforce.FindPostAsync, workforce.PutPostsAsync, cancel);
                return null;
            },
            cancel);

    public Task<Result<int>> PutEmployeesAsync(
        Actor actor, IReadOnlyList<EmployeeEntry> entries, CancellationToken cancel) =>
        PutAsync(actor.Agency, entries.Count, known => WritePeopleAsync(actor, known, entries, cancel), cancel);

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
    private async Task WriteAsync<T, TId>(
        Actor actor,
        Agency agency,
        IReadOnlyList<RegisterEntry<T>> entries,
        Func<T, TId> idOf,
        Func<AgencyId, TId, CancellationToken, Task<Tagged<History<T>>?>> find,
        Func<AgencyId, IReadOnlyCollection<NextVersion<History<T>>>, CancellationToken, Task<bool>> put,
        CancellationToken cancel)
        where T : class, IEquatable<T>
        where TId : notnull
    {
        var today = TodayIn(agency);
        bool done;
        do
        {
            var known = await ReadAsync(
                entries.Select(e => idOf(e.Value)).Distinct(), id => find(agency.Id, id, cancel));
            var next = new List<(History<T>? Before, NextVersion<History<T>> After)>();
            foreach (var same in entries.GroupBy(e => idOf(e.Value)))
            {
                var before = known.GetValueOrDefault(same.Key);
                var after = same.Next(before?.Value, today);
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
    }

    private async Task<Refusal?> WritePeopleAsync(
        Actor actor, Agency agency, IReadOnlyList<EmployeeEntry> entries, CancellationToken cancel)
    {
        // The NIPs come before their people: of two requests which name one NIP for two people the later is refused.
        var refusal = await LostAsync(agency.Id, entries, cancel);
        if ((refusal ??= await nips.ExecuteAsync(actor, entries, cancel)) is not null)
        {
            return refusal;
        }

        var today = TodayIn(agency);
        bool done;
        do
        {
            var known = await ReadAsync(
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
        }
        while (!done);

        return null;
    }

    private static async Task<Dictionary<TId, Tagged<T>>> ReadAsync<TId, T>(
        IEnumerable<TId> ids, Func<TId, Task<Tagged<T>?>> find)
        where TId : notnull
    {
        var known = new Dictionary<TId, Tagged<T>>();
        foreach (var some in ids.Chunk(MostReadsAtOnce))
        {
            foreach (var (id, found) in some.Zip(await Task.WhenAll(some.Select(find))))
            {
                if (found is not null)
                {
                    known[id] = found;
                }
            }
        }

        return known;
    }

    /// <summary>A category that no list knows would slip past the deny lists.</summary>
    private async Task<Refusal?> UnknownWorkAsync(
        AgencyId agency, IReadOnlyList<Post> posts, CancellationToken cancel)
    {
        if (posts.All(p => p.Category is null))
        {
            return null;
        }

        var policies = await register.PoliciesOfAsync(agency, PolicyKinds.FlexibleWork, cancel);
        var known = WorkCategories.Known(policies.Documents.Select(d => d.Value));
        var names = string.Join(", ", known);
        var detail = $"One of {names} is expected, or one that a flexible-work policy of yours names.";
        var faults = posts.Index().Where(p => p.Item.Category is { } category && !known.Contains(category))
            .Select(p => new FieldFault($"/posts/{p.Index}/category", detail)).ToList();
        return faults.Count == 0
            ? null
            : new Refusal(RefusalKind.Malformed, RefusalCodes.InvalidField, detail) { Faults = faults };
    }

    /// <summary>Units and posts come before their people.</summary>
    private async Task<Refusal?> LostAsync(
        AgencyId agency, IReadOnlyList<EmployeeEntry> entries, CancellationToken cancel)
    {
        var (units, posts) = (new List<FieldFault>(), new List<FieldFault>());
        for (var i = 0; i < entries.Count; i++)
        {
            var person = entries[i].Employee;
            if (await register.FindUnitAsync(agency, person.UnitId, cancel) is null)
            {
                units.Add(new($"/employees/{i}/unitId", "This unit is not registered."));
            }

            if (person.PostId is { } post && await register.FindPostAsync(agency, post, cancel) is null)
            {
                posts.Add(new($"/employees/{i}/postId", "This post is not registered."));
            }
        }

        return units.Count > 0 ? No(RefusalCodes.UnknownUnit, "Units come before their people.", [.. units, .. posts])
            : posts.Count > 0 ? No(RefusalCodes.UnknownPost, "Posts come before their people.", posts)
            : null;
    }

    private LocalDate TodayIn(Agency agency) => clock.Now().InZone(agency.Zone).Date;

    private static Refusal No(string code, string detail, IReadOnlyList<FieldFault> faults) =>
        new(RefusalKind.Unprocessable, code, detail) { Faults = faults };
}
