using Kinerja.Domain;
using Kinerja.Domain.Notices;
using NodaTime;

namespace Kinerja.Application.Notices;

/// <summary>A notice in somebody's inbox; <paramref name="SeenAt"/> is null until its person has seen it.</summary>
public sealed record InboxItem(Notice Notice, Instant? SeenAt)
{
    /// <summary>Sorts the newest first; opaque to clients.</summary>
    public string Id => InboxKeys.Id(Notice);
}

/// <summary>What each person was told, the newest first.</summary>
public interface IInboxes
{
    /// <summary>Adds what is not there yet. What is there stays as it is, also that it was seen.</summary>
    Task AddAsync(IReadOnlyCollection<Notice> notices, CancellationToken cancel);

    /// <summary>From the item after that id on.</summary>
    IAsyncEnumerable<InboxItem> ListAsync(
        AgencyId agency, EmployeeId employee, string? after, CancellationToken cancel);

    Task<InboxItem?> FindAsync(AgencyId agency, EmployeeId employee, string id, CancellationToken cancel);

    /// <summary>Marks items that are there; one that was seen before keeps its time.</summary>
    Task MarkSeenAsync(
        AgencyId agency, EmployeeId employee, IReadOnlyCollection<string> ids, Instant now, CancellationToken cancel);
}
