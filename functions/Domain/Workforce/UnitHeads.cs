namespace Kinerja.Domain.Workforce;

/// <summary>
/// Which unit a person heads. Whoever also stands in for another unit's head (Plt) counts with his own; who heads
/// several and belongs to none of them, with the first by id, so that the order of the register changes nothing.
/// </summary>
public sealed class UnitHeads(IEnumerable<OrganisationUnit> units)
{
    private readonly ILookup<EmployeeId, OrganisationUnit> _units = units.Where(u => u.HeadId is not null)
        .OrderBy(u => u.Id.ToString(), StringComparer.Ordinal).ToLookup(u => u.HeadId!.Value);

    /// <summary>Null for whoever heads none.</summary>
    public OrganisationUnit? UnitOf(Employee person) =>
        _units[person.Id].FirstOrDefault(u => u.Id == person.UnitId) ?? _units[person.Id].FirstOrDefault();
}
