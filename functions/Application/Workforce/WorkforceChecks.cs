using Kinerja.Application.Policies;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.FlexibleWork;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Workforce;

/// <summary>What a list of posts or people is held against before it is written, and before a preview of it.</summary>
internal sealed class WorkforceChecks(AgencyDirectory register, IWorkforce workforce)
{
    private const int MostReadsAtOnce = 32;

    /// <summary>A category that no list knows would slip past the deny lists.</summary>
    internal async Task<Refusal?> UnknownWorkAsync(
        AgencyId agency, IReadOnlyList<Post> posts, CancellationToken cancel)
    {
        if (posts.All(p => p.Category is null))
        {
            return null;
        }

        var policies = await register.PoliciesOfAsync(agency, PolicyKinds.FlexibleWork, cancel);
        var known = WorkCategories.Known(policies.Documents.Select(d => d.Value));
        var names = string.Join(", ", known);
        Sentence detail = $"One of {names} is expected, or one that a flexible-work policy of yours names.";
        var faults = posts.Index().Where(p => p.Item.Category is { } category && !known.Contains(category))
            .Select(p => new FieldFault($"/posts/{p.Index}/category", detail)).ToList();
        return faults.Count == 0
            ? null
            : new Refusal(RefusalKind.Malformed, RefusalCodes.InvalidField, detail) { Faults = faults };
    }

    /// <summary>Units and posts come before their people, and nobody comes to a unit that has ended.</summary>
    internal async Task<Refusal?> LostAsync(
        AgencyId agency, IReadOnlyList<EmployeeEntry> entries, CancellationToken cancel)
    {
        var (units, posts) = (new List<FieldFault>(), new List<FieldFault>());
        var today = await register.TodayAsync(agency, cancel) ?? LocalDate.MaxIsoValue;
        for (var i = 0; i < entries.Count; i++)
        {
            var person = entries[i].Employee;
            var history = await register.FindUnitHistoryAsync(agency, person.UnitId, cancel);
            var from = entries[i].From ?? today;
            if (history is null)
            {
                units.Add(new($"/employees/{i}/unitId", "This unit is not registered."));
            }
            else if (person.Active && !(entries[i].EndedOn < from) && !history.On(from).Active)
            {
                units.Add(new($"/employees/{i}/unitId", $"This unit has ended by {from:uuuu-MM-dd}."));
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

    /// <summary>Units stand in no circle, and end when everybody has left them.</summary>
    internal async Task<Refusal?> UnitsAsync(
        AgencyId agency,
        IReadOnlyList<UnitId> units,
        IReadOnlyDictionary<UnitId, History<OrganisationUnit>> after,
        CancellationToken cancel) =>
        await CircleAsync(agency, units, after, cancel) ?? await StillServedAsync(agency, units, after, cancel);

    /// <summary>A unit never stands above itself, on any day.</summary>
    /// <param name="agency">Whose units.</param>
    /// <param name="units">The units of the list, in its order.</param>
    /// <param name="after">What the register says of each of them once the list is written.</param>
    /// <param name="cancel">Ends the reading.</param>
    private async Task<Refusal?> CircleAsync(
        AgencyId agency,
        IReadOnlyList<UnitId> units,
        IReadOnlyDictionary<UnitId, History<OrganisationUnit>> after,
        CancellationToken cancel)
    {
        var known = after.ToDictionary(one => one.Key, one => (History<OrganisationUnit>?)one.Value);
        var open = after.Values.SelectMany(Above).Where(id => !known.ContainsKey(id)).ToHashSet();
        while (open.Count > 0)
        {
            var read = await ReadAsync(open, id => workforce.FindUnitAsync(agency, id, cancel));
            foreach (var id in open)
            {
                known[id] = read.GetValueOrDefault(id)?.Value;
            }

            open = read.Values.SelectMany(one => Above(one.Value)).Where(id => !known.ContainsKey(id)).ToHashSet();
        }

        var circles = after.Keys.Where(id => UnitTree.FirstCircleOf(id, known.GetValueOrDefault) is not null)
            .ToHashSet();
        const string Detail = "A unit above it is expected, which is not the unit itself and stands not below it.";
        var faults = units.Index().Where(unit => circles.Contains(unit.Item))
            .Select(unit => new FieldFault($"/units/{unit.Index}/parentId", Detail)).ToList();
        return faults.Count == 0
            ? null
            : new Refusal(RefusalKind.Malformed, RefusalCodes.InvalidField, Detail) { Faults = faults };

        static IEnumerable<UnitId> Above(History<OrganisationUnit> unit) =>
            unit.Entries.Select(entry => entry.Value.ParentId).OfType<UnitId>();
    }

    /// <summary>A unit ends when everybody has left it: one pass over the agency's people for those that end.</summary>
    /// <param name="agency">Whose units.</param>
    /// <param name="units">The units of the list, in its order.</param>
    /// <param name="after">What the register says of each of them once the list is written.</param>
    /// <param name="cancel">Ends the reading.</param>
    private async Task<Refusal?> StillServedAsync(
        AgencyId agency,
        IReadOnlyList<UnitId> units,
        IReadOnlyDictionary<UnitId, History<OrganisationUnit>> after,
        CancellationToken cancel)
    {
        var ending = units.Distinct().Select(id => after[id]).Where(unit => unit.Entries.Any(e => !e.Value.Active))
            .ToList();
        var known = await ReadAsync(
            ending.Select(unit => unit.Id()), id => workforce.FindUnitAsync(agency, id, cancel));
        ending.RemoveAll(unit => unit.Equals(known.GetValueOrDefault(unit.Id())?.Value));
        if (ending.Count == 0)
        {
            return null;
        }

        var held = new Dictionary<UnitId, (int People, LocalDate First)>();
        await foreach (var person in workforce.ListEmployeesAsync(agency, HashRange.All, cancel))
        {
            foreach (var unit in ending)
            {
                if (person.FirstDayIn(unit) is { } day)
                {
                    var (people, first) = held.GetValueOrDefault(unit.Id(), (0, day));
                    held[unit.Id()] = (people + 1, LocalDate.Min(first, day));
                }
            }
        }

        var faults = units.Index().Where(unit => held.ContainsKey(unit.Item))
            .Select(unit => new FieldFault($"/units/{unit.Index}/active", Served(held[unit.Item]))).ToList();
        return faults.Count == 0
            ? null
            : new Refusal(RefusalKind.Malformed, RefusalCodes.InvalidField, faults[0].Detail) { Faults = faults };

        static Sentence Served((int People, LocalDate First) held) =>
            $"People of it from {held.First:uuuu-MM-dd} on: {held.People}. They move or leave first.";
    }

    internal static async Task<Dictionary<TId, Tagged<T>>> ReadAsync<TId, T>(
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

    private static Refusal No(string code, Sentence detail, IReadOnlyList<FieldFault> faults) =>
        new(RefusalKind.Unprocessable, code, detail) { Faults = faults };
}
