using Kinerja.Application.Policies;
using Kinerja.Application.Workforce;
using Kinerja.Domain;

namespace Kinerja.Application.FollowUp;

/// <summary>
/// Whether an official may grant rewards to a person today, by the agency's follow-up policy of today.
/// </summary>
public sealed class GrantOfficials(AgencyDirectory register)
{
    /// <returns>Null when the official may.</returns>
    public async Task<Refusal?> FaultOfAsync(
        AgencyId agency, EmployeeId official, EmployeeId person, CancellationToken cancel)
    {
        if (await register.TodayAsync(agency, cancel) is not { } today)
        {
            return NotFound.Agency(agency);
        }

        if (await register.FindEmployeeAsync(agency, official, today, cancel) is not { } decider)
        {
            return NotFound.Employee(official, "/decidedById");
        }

        var deciders = (await register.PoliciesOfAsync(agency, PolicyKinds.FollowUp, cancel)).On(today).GrantDeciders;
        var isSuperior = !deciders.AreNamed
            && await register.FindEmployeeAsync(agency, person, today, cancel) is { } known
            && await SuperiorLine.In(register, agency, cancel).IsAboveAsync(official, known, cancel);
        return deciders.FaultOf(decider, person, isSuperior);
    }
}
