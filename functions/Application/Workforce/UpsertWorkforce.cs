using Kinerja.Domain;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Workforce;

/// <summary>One employee as an agency hands it over; the NIP is optional and goes to its guarded table only.</summary>
public sealed record EmployeeEntry(Employee Employee, Nip? Nip);

/// <summary>
/// Bulk upsert of units, posts and people: whole rows replace whole rows, so repeating it changes nothing.
/// </summary>
public sealed class UpsertWorkforce(IWorkforce workforce, AgencyDirectory register, RegisterNips nips)
{
    public Task<Result<int>> PutUnitsAsync(
        AgencyId agency, IReadOnlyList<OrganisationUnit> units, CancellationToken cancel) =>
        PutAsync(agency, units.Count, () => WrittenAsync(workforce.PutUnitsAsync(agency, units, cancel)), cancel);

    public Task<Result<int>> PutPostsAsync(AgencyId agency, IReadOnlyList<Post> posts, CancellationToken cancel) =>
        PutAsync(agency, posts.Count, () => WrittenAsync(workforce.PutPostsAsync(agency, posts, cancel)), cancel);

    public Task<Result<int>> PutEmployeesAsync(
        AgencyId agency, IReadOnlyList<EmployeeEntry> entries, CancellationToken cancel) =>
        PutAsync(agency, entries.Count, () => WritePeopleAsync(agency, entries, cancel), cancel);

    private async Task<Result<int>> PutAsync(
        AgencyId agency, int count, Func<Task<Refusal?>> write, CancellationToken cancel)
    {
        if (await register.FindAgencyAsync(agency, cancel) is null)
        {
            return NotFound.Agency(agency);
        }

        if (await write() is { } refusal)
        {
            return refusal;
        }

        register.Invalidate(agency);
        return count;
    }

    private async Task<Refusal?> WritePeopleAsync(
        AgencyId agency, IReadOnlyList<EmployeeEntry> entries, CancellationToken cancel)
    {
        // The NIPs come before their people: of two requests which name one NIP for two people the later is refused.
        var refusal = await LostAsync(agency, entries, cancel) ?? await nips.ExecuteAsync(agency, entries, cancel);
        return refusal
            ?? await WrittenAsync(workforce.PutEmployeesAsync(agency, [.. entries.Select(e => e.Employee)], cancel));
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

    private static async Task<Refusal?> WrittenAsync(Task write)
    {
        await write;
        return null;
    }

    private static Refusal No(string code, string detail, IReadOnlyList<FieldFault> faults) =>
        new(RefusalKind.Unprocessable, code, detail) { Faults = faults };
}
