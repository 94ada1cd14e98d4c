using Kinerja.Application.Policies;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.FlexibleWork;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.FollowUp;

/// <summary>
/// What a grant asks of a person: post, unit, standing and policy, all from memory; no quota and no planned day.
/// </summary>
public sealed class GrantCases(AgencyDirectory register)
{
    public async Task<FlexibleCase> OfAsync(AgencyId agency, Employee person, LocalDate from, CancellationToken cancel)
    {
        var unit = await register.UnitOfAsync(agency, person, from, cancel);
        return new FlexibleCase(
            person,
            await register.WithServiceAsync(agency, unit, from, cancel),
            person.PostId is { } id ? await register.FindPostAsync(agency, id, from, cancel) : null,
            from)
        {
            Policy = (await register.PoliciesOfAsync(agency, PolicyKinds.FlexibleWork, cancel)).Find(from)?.Value,
            IsWorkingDay = _ => true,
        };
    }
}
