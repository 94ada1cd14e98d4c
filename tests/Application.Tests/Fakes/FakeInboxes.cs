using Kinerja.Application.Notices;
using Kinerja.Domain;
using Kinerja.Domain.Notices;
using NodaTime;

namespace Kinerja.Application.Tests.Fakes;

internal sealed class FakeInboxes : IInboxes
{
    private readonly Dictionary<NoticeMatter, Instant> _ends = [];

    internal SortedDictionary<string, InboxItem> Rows { get; } = new(StringComparer.Ordinal);

    /// <summary>What that person was told, the newest first.</summary>
    internal IReadOnlyList<Notice> Of(EmployeeId employee) =>
        [.. Rows.Values.Select(item => item.Notice).Where(notice => notice.EmployeeId == employee)];

    public Task AddAsync(IReadOnlyCollection<Notice> notices, CancellationToken cancel)
    {
        foreach (var notice in notices)
        {
            Rows.TryAdd(Key(notice.AgencyId, notice.EmployeeId, InboxKeys.Id(notice)), new(notice, null));
            if (NoticeMatter.AskedBy(notice) is { } asked && _ends.TryGetValue(asked, out var at))
            {
                EndItems(asked, null, at);
            }

            if (NoticeMatter.DecidedBy(notice) is { } decided)
            {
                EndAsync(decided, null, notice.At, cancel);
            }
        }

        return Task.CompletedTask;
    }

    public IAsyncEnumerable<InboxItem> ListAsync(
        AgencyId agency, EmployeeId employee, string? after, CancellationToken cancel) =>
        Rows.Values.Where(item => item.Notice.AgencyId == agency && item.Notice.EmployeeId == employee)
            .Where(item => string.CompareOrdinal(item.Id, after) > 0).ToList().ToAsyncEnumerable();

    public Task<InboxItem?> FindAsync(AgencyId agency, EmployeeId employee, string id, CancellationToken cancel) =>
        Task.FromResult(Rows.GetValueOrDefault(Key(agency, employee, id)));

    public Task MarkSeenAsync(
        AgencyId agency, EmployeeId employee, IReadOnlyCollection<string> ids, Instant now, CancellationToken cancel)
    {
        foreach (var key in ids.Select(id => Key(agency, employee, id)))
        {
            Rows[key] = Rows[key] with { SeenAt = now };
        }

        return Task.CompletedTask;
    }

    public Task EndAsync(NoticeMatter matter, EmployeeId? person, Instant at, CancellationToken cancel)
    {
        if (person is null)
        {
            _ends[matter] = at;
        }

        EndItems(matter, person, at);
        return Task.CompletedTask;
    }

    private void EndItems(NoticeMatter matter, EmployeeId? person, Instant at)
    {
        foreach (var (key, item) in Rows.Where(r => NoticeMatter.AskedBy(r.Value.Notice) == matter
            && r.Value.EndedAt is null && r.Value.Notice.At <= at
            && r.Value.Notice.EmployeeId == (person ?? r.Value.Notice.EmployeeId)).ToList())
        {
            Rows[key] = item with { EndedAt = at };
        }
    }

    private static string Key(AgencyId agency, EmployeeId employee, string id) => $"{agency}_{employee}_{id}";
}
