using Kinerja.Domain;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Workforce;

/// <summary>By which delegations somebody may act as a person's rater; the day is for the rules to look at.</summary>
internal static class DelegatedRaters
{
    /// <summary>Those of the person's rater of record, without the ones to people whom the person rates.</summary>
    internal static async Task<IReadOnlyList<Delegation>> ListForAsync(
        this IDelegations delegations, AgencyDirectory register, AgencyId agency, Employee person,
        CancellationToken cancel)
    {
        var acting = new List<Delegation>();
        foreach (var delegation in person.RaterId is { } rater
            ? await delegations.ListAsync(agency, rater, cancel)
            : [])
        {
            if (await register.FindEmployeeAsync(agency, delegation.DelegateId, cancel) is { } deputy
                && DelegationRules.MayActFor(person, deputy))
            {
                acting.Add(delegation);
            }
        }

        return acting;
    }
}
