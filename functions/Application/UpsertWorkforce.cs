using Kinerja.Domain;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application;

/// <summary>One employee as an agency hands it over; the NIP is optional and goes to its guarded table only.</summary>
public sealed record EmployeeEntry(Employee Employee, Nip? Nip);

/// <summary>Bulk upsert of units and people: whole rows replace whole rows, so repeating it changes nothing.</summary>
public sealed class UpsertWorkforce(IWorkforce workforce, Register register)
{
    public async Task<Result<int>> PutUnitsAsync(
        AgencyId agency,
        IReadOnlyCollection<OrganisationUnit> units,
        CancellationToken cancel)
    {
        if (await register.FindAgencyAsync(agency, cancel) is null)
        {
            return Unknown.Agency(agency);
        }

        await workforce.PutUnitsAsync(agency, units, cancel);
        register.Forget(agency);
        return units.Count;
    }

    public async Task<Result<int>> PutEmployeesAsync(
        AgencyId agency,
        IReadOnlyList<EmployeeEntry> entries,
        CancellationToken cancel)
    {
        if (await register.FindAgencyAsync(agency, cancel) is null)
        {
            return Unknown.Agency(agency);
        }

        var faults = new List<FieldFault>();
        for (var i = 0; i < entries.Count; i++)
        {
            if (await register.FindUnitAsync(agency, entries[i].Employee.UnitId, cancel) is null)
            {
                faults.Add(new($"/employees/{i}/unitId", "This unit is not registered."));
            }
        }

        if (faults.Count > 0)
        {
            return new Refusal(RefusalKind.Unprocessable, RefusalCodes.UnknownUnit, "Units come before their people.")
            { Faults = faults };
        }

        await workforce.PutEmployeesAsync(agency, [.. entries.Select(e => e.Employee)], cancel);
        var pairs = entries.Where(e => e.Nip is not null).Select(e => (e.Nip!.Value, e.Employee.Id)).ToList();
        await workforce.PutIdentitiesAsync(agency, pairs, cancel);
        register.Forget(agency);
        return entries.Count;
    }
}
