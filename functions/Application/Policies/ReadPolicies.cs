using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Calendars;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Policies;

/// <summary>An agency's policy documents, every version of each.</summary>
public sealed class ReadPolicies(IPolicies policies, AgencyDirectory register)
{
    /// <summary>The newest version for that day, or the one with that number.</summary>
    public async Task<Result<PolicyDocument>> FindAsync(
        AgencyId agency,
        PolicyKind kind,
        LocalDate from,
        int? version,
        CancellationToken cancel)
    {
        var found = await policies.ListAsync(agency, kind.Name, from, cancel)
            .LastOrDefaultAsync(d => version is null || d.Version == version, cancel);
        return found is not null
            ? found
            : new Refusal(
                RefusalKind.NotFound,
                RefusalCodes.UnknownPolicy,
                $"No {kind.Name} policy was written for {from:uuuu-MM-dd}.");
    }

    /// <summary>Every version ever written, by day and version.</summary>
    public async Task<Result<IReadOnlyList<PolicyDocument>>> ListAsync(
        AgencyId agency, PolicyKind kind, CancellationToken cancel) =>
        await register.FindAgencyAsync(agency, cancel) is null
            ? NotFound.Agency(agency)
            : await policies.ListAsync(agency, kind.Name, cancel).ToListAsync(cancel);
}
