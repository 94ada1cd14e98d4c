using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Calendars;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Policies;

/// <summary>Policy documents of an agency, or of the nation, every version of each.</summary>
public sealed class ReadPolicies(IPolicies policies, AgencyDirectory register)
{
    /// <summary>The newest version for that day, or the one with that number.</summary>
    public async Task<Result<PolicyDocument>> FindAsync(
        DocumentOwner owner,
        PolicyKind kind,
        LocalDate from,
        int? version,
        CancellationToken cancel)
    {
        var found = await policies.ListAsync(owner, kind.Name, from, cancel)
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
        DocumentOwner owner, PolicyKind kind, CancellationToken cancel) =>
        owner.Agency is { } agency && await register.FindAgencyAsync(agency, cancel) is null
            ? NotFound.Agency(agency)
            : await policies.ListAsync(owner, kind.Name, cancel).ToListAsync(cancel);
}
