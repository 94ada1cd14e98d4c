using Kinerja.Domain;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Workforce;

/// <summary>
/// Whom the register has above a unit: raters of its head, all the way up, heads of the units above it, and whoever
/// acts for the head's rater on that day. Nobody, where the register says nothing of the kind.
/// </summary>
public sealed class ReportingLine(AgencyDirectory register, IDelegations delegations)
{
    public async Task<IReadOnlySet<EmployeeId>> OfAsync(
        AgencyId agency, OrganisationUnit unit, LocalDate today, CancellationToken cancel)
    {
        HashSet<EmployeeId> above = [
            .. await RatersAsync(agency, unit.HeadId, today, cancel), .. await HeadsAsync(agency, unit, today, cancel)
        ];
        if (unit.HeadId is { } head)
        {
            above.UnionWith(await ActingAsync(agency, head, today, cancel));
            above.Remove(head);
        }

        return above;
    }

    /// <summary>Ends where a register goes round in a circle.</summary>
    private async Task<HashSet<EmployeeId>> RatersAsync(
        AgencyId agency, EmployeeId? head, LocalDate today, CancellationToken cancel)
    {
        var seen = new HashSet<EmployeeId>();
        for (var next = head; next is { } person && seen.Add(person);)
        {
            next = (await register.FindEmployeeAsync(agency, person, today, cancel))?.RaterId;
        }

        return seen;
    }

    private async Task<List<EmployeeId>> HeadsAsync(
        AgencyId agency, OrganisationUnit unit, LocalDate today, CancellationToken cancel)
    {
        var (heads, seen) = (new List<EmployeeId>(), new HashSet<UnitId> { unit.Id });
        for (var next = unit.ParentId; next is { } id && seen.Add(id);)
        {
            var parent = await register.FindUnitAsync(agency, id, today, cancel);
            heads.AddRange(parent?.HeadId is { } head ? [head] : []);
            next = parent?.ParentId;
        }

        return heads;
    }

    private async Task<IEnumerable<EmployeeId>> ActingAsync(
        AgencyId agency, EmployeeId head, LocalDate today, CancellationToken cancel) =>
        await register.FindEmployeeAsync(agency, head, cancel) is { } person
            ? (await delegations.ListForAsync(register, agency, person, cancel)).Where(d => d.HoldsOn(today))
                .Select(d => d.DelegateId)
            : [];
}
