using Kinerja.Application.Events;
using Kinerja.Domain;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Application.Presence.CheckIns;

/// <summary>A request as it was first heard: whom it reached, and when.</summary>
public sealed record AskedProof(ProofOrder Request, IReadOnlyList<EmployeeId> Reached, Instant At)
{
    public Actor? Actor { get; init; }
}

/// <summary>Proofs of presence that leaders asked for.</summary>
public interface IPresenceProofs
{
    /// <summary>Stores a request once; when its id is taken, the stored one comes back instead of null.</summary>
    Task<AskedProof?> AddOrFindAsync(AskedProof asked, CancellationToken cancel);

    Task<AskedProof?> FindAsync(AgencyId agency, ClientId id, CancellationToken cancel);

    /// <summary>
    /// One person's, with what is to be told of it; false when it is there already, and nothing is told.
    /// </summary>
    Task<bool> AddAsync(PresenceProof proof, IReadOnlyCollection<OutgoingEvent> news, CancellationToken cancel);

    IAsyncEnumerable<PresenceProof> ListAsync(
        AgencyId agency, YearMonth month, EmployeeId employee, CancellationToken cancel);

    /// <summary>Everybody's of a month.</summary>
    IAsyncEnumerable<PresenceProof> ListAsync(AgencyId agency, YearMonth month, CancellationToken cancel);
}
