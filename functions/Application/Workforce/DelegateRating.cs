using Kinerja.Domain;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Workforce;

/// <summary>A delegation as a client hands it over; time and version are the server's to say.</summary>
public sealed record DelegationCommand(
    EmployeeId RaterId, EmployeeId DelegateId, LocalDate From, LocalDate To, EmployeeId GrantedById, string Reason)
{
    public Delegation At(Instant now, int version, Actor actor) =>
        new(RaterId, DelegateId, From, To, GrantedById, Reason, now, version) { Actor = actor };
}

/// <summary>
/// Who acts for a rater, from when to when, and who granted it. A change is a new version; an earlier end ends it.
/// </summary>
public sealed class DelegateRating(AgencyDirectory register, IDelegations delegations, TimeProvider clock)
{
    public async Task<Result<Delegation>> PutAsync(
        Actor actor, DelegationCommand claim, VersionCondition? condition, CancellationToken cancel)
    {
        var agency = actor.Agency;
        if (await MissingAsync(agency, claim, cancel) is { } missing)
        {
            return missing;
        }

        var current = await delegations.FindAsync(agency, claim.RaterId, claim.From, cancel);
        var version = current?.Value.Version ?? 0;
        if (!DelegationRules.Accept(claim.At(clock.Now(), version + 1, actor)).TryGet(out var next, out var refusal))
        {
            return refusal;
        }

        if (current?.Value is { } known
            && known == next with { WrittenAt = known.WrittenAt, Version = version, Actor = known.Actor })
        {
            return known;
        }

        var fresh = condition?.Allows(version) != false;
        return fresh && await delegations.AddVersionAsync(agency, next, current?.Tag, cancel)
            ? next
            : Refusal.Stale($"The delegation's current version is {version}, or has just changed.");
    }

    public async Task<Result<IReadOnlyList<Delegation>>> ListAsync(
        AgencyId agency, EmployeeId rater, CancellationToken cancel)
    {
        if (await register.FindEmployeeAsync(agency, rater, cancel) is null)
        {
            return NotFound.Employee(rater);
        }

        return (await delegations.ListAsync(agency, rater, cancel)).ToList();
    }

    private async Task<Refusal?> MissingAsync(AgencyId agency, DelegationCommand claim, CancellationToken cancel)
    {
        (EmployeeId Id, string Pointer)[] named =
            [(claim.RaterId, "/employeeId"), (claim.DelegateId, "/delegateId"), (claim.GrantedById, "/grantedById")];
        foreach (var (id, pointer) in named)
        {
            if (await register.FindEmployeeAsync(agency, id, cancel) is null)
            {
                return NotFound.Employee(id, pointer);
            }
        }

        return null;
    }
}
