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

    private ValueTask<List<EmployeeId>> RatersAsync(
        AgencyId agency, EmployeeId? head, LocalDate today, CancellationToken cancel) =>
        Ascent.FromAsync(
            head, id => register.FindEmployeeAsync(agency, id, today, cancel), person => person.RaterId)
            .Select(one => one.Id).ToListAsync(cancel);

    private async Task<IEnumerable<EmployeeId>> HeadsAsync(
        AgencyId agency, OrganisationUnit unit, LocalDate today, CancellationToken cancel) =>
        (await Ascent.FromAsync(
            unit.ParentId, id => register.FindUnitAsync(agency, id, today, cancel), found => found.ParentId)
            .TakeWhile(one => one.Id != unit.Id).ToListAsync(cancel))
            .Select(one => one.Found?.HeadId).OfType<EmployeeId>();

    private async Task<IEnumerable<EmployeeId>> ActingAsync(
        AgencyId agency, EmployeeId head, LocalDate today, CancellationToken cancel) =>
        await register.FindEmployeeAsync(agency, head, cancel) is { } person
            ? (await delegations.ListForAsync(register, agency, person, cancel)).Where(d => d.HoldsOn(today))
                .Select(d => d.DelegateId)
            : [];
}
