using Kinerja.Application.Policies;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.FollowUp;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.FollowUp;

/// <summary>
/// Whether an official may grant rewards to a person today, by the agency's follow-up policy of today.
/// </summary>
public sealed class GrantOfficials(AgencyDirectory register)
{
    public async Task<Result<GrantOfficial>> FindAsync(
        AgencyId agency, EmployeeId official, CancellationToken cancel)
    {
        if (await register.TodayAsync(agency, cancel) is not { } today)
        {
            return NotFound.Agency(agency);
        }

        if (await register.FindEmployeeAsync(agency, official, today, cancel) is not { } decider)
        {
            return NotFound.Employee(official, "/decidedById");
        }

        var policy = (await register.PoliciesOfAsync(agency, PolicyKinds.FollowUp, cancel)).On(today);
        return new GrantOfficial(register, agency, decider, policy.GrantDeciders, today);
    }
}

/// <summary>One official as of one day, for all whose grants are decided together.</summary>
public sealed class GrantOfficial(
    AgencyDirectory register, AgencyId agency, Employee official, GrantDeciders deciders, LocalDate today)
{
    /// <returns>Null when the official may grant to that person.</returns>
    public async Task<Refusal?> FaultOfAsync(EmployeeId person, CancellationToken cancel)
    {
        var isSuperior = !deciders.AreNamed
            && await register.FindEmployeeAsync(agency, person, today, cancel) is { } known
            && await SuperiorLine.On(today, register, agency, cancel).IsAboveAsync(official.Id, known, cancel);
        return deciders.FaultOf(official, person, isSuperior);
    }
}
