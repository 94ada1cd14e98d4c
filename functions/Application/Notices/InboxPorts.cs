using Kinerja.Domain;
using Kinerja.Domain.Notices;
using NodaTime;

namespace Kinerja.Application.Notices;

/// <summary>A notice in somebody's inbox; <paramref name="SeenAt"/> is null until its person has seen it.</summary>
public sealed record InboxItem(Notice Notice, Instant? SeenAt)
{
    /// <summary>When its matter was decided, or the person had done what it asks; null while that is open.</summary>
    public Instant? EndedAt { get; init; }

    /// <summary>Sorts the newest first; opaque to clients.</summary>
    public string Id => InboxKeys.Id(Notice);

    /// <summary>Neither seen, nor decided, nor over by the clock.</summary>
    public bool WaitsAt(Instant now) => SeenAt is null && EndedAt is null && !(Notice.About.Until <= now);
}

/// <summary>What each person was told, the newest first.</summary>
public interface IInboxes
{
    /// <summary>
    /// Adds what is not there yet. What is there stays as it is, also that it was seen. What asks for a matter that is
    /// decided is ended, and what says that one is ends those that ask for it, in whichever order they come.
    /// </summary>
    Task AddAsync(IReadOnlyCollection<Notice> notices, CancellationToken cancel);

    /// <summary>From the item after that id on.</summary>
    IAsyncEnumerable<InboxItem> ListAsync(
        AgencyId agency, EmployeeId employee, string? after, CancellationToken cancel);

    Task<InboxItem?> FindAsync(AgencyId agency, EmployeeId employee, string id, CancellationToken cancel);

    /// <summary>Ends what asked for a matter up to that moment, but nothing that has ended before.</summary>
    /// <param name="matter">Which.</param>
    /// <param name="person">Of whom; null: of everybody.</param>
    /// <param name="at">When it was decided, or done.</param>
    /// <param name="cancel">Stops it.</param>
    Task EndAsync(NoticeMatter matter, EmployeeId? person, Instant at, CancellationToken cancel);

    /// <summary>Marks items that are there; one that was seen before keeps its time.</summary>
    Task MarkSeenAsync(
        AgencyId agency, EmployeeId employee, IReadOnlyCollection<string> ids, Instant now, CancellationToken cancel);
}
