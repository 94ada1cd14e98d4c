using Kinerja.Domain;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Workforce;

/// <summary>A NIP, its hash, and the person of the writing agency whose it is.</summary>
public sealed record Identity(NipHash Hash, Nip Nip, EmployeeId EmployeeId);

/// <summary>A NIP that people of several agencies were registered with, and since when that is known.</summary>
public sealed record SharedNip(NipHash Hash, Instant Since);

/// <summary>
/// Who has which NIP, in all agencies, found by the NIP's hash alone. The only place that holds NIPs, and it holds them
/// sealed.
/// </summary>
public interface IIdentities
{
    /// <summary>
    /// Writes whose they are in the actor's agency. One that is already somebody's there stays so: a NIP never changes
    /// hands.
    /// </summary>
    Task AddAsync(Actor actor, IReadOnlyCollection<Identity> identities, CancellationToken cancel);

    /// <summary>
    /// Writes the way back, from the actor's people to their NIPs. One that a person had before gives way.
    /// </summary>
    Task PutByPersonAsync(Actor actor, IReadOnlyCollection<Identity> identities, CancellationToken cancel);

    /// <summary>The numbers themselves; who has none is left out.</summary>
    Task<IReadOnlyDictionary<EmployeeId, Nip>> RevealAsync(
        AgencyId agency, IReadOnlyCollection<EmployeeId> people, CancellationToken cancel);

    Task<EmployeeId?> FindAsync(AgencyId agency, NipHash hash, CancellationToken cancel);

    /// <summary>One person at most of each agency, by agency.</summary>
    Task<IReadOnlyList<NipHolder>> HoldersAsync(NipHash hash, CancellationToken cancel);

    /// <summary>Notes NIPs that several agencies have; one that is noted keeps its first time.</summary>
    Task NoteSharedAsync(IReadOnlyCollection<NipHash> hashes, Instant now, CancellationToken cancel);

    /// <summary>By hash, after that one.</summary>
    IAsyncEnumerable<SharedNip> ListSharedAsync(string? after, CancellationToken cancel);
}

/// <summary>Secondments, kept by the agency that sends its person.</summary>
public interface ISecondments
{
    Task PutAsync(Secondment secondment, CancellationToken cancel);

    /// <summary>Those of one person, by first day.</summary>
    Task<IReadOnlyList<Secondment>> ListAsync(AgencyId home, EmployeeId employee, CancellationToken cancel);
}
