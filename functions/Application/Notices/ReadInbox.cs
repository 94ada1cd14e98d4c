using Kinerja.Application.Workforce;
using Kinerja.Domain;

namespace Kinerja.Application.Notices;

/// <summary>A page of an inbox, with how many items of the whole wait.</summary>
public sealed record InboxPage(ListPage<InboxItem> Page, int Unseen);

/// <summary>What a person's app pages through, and the marks of what was seen.</summary>
public sealed class ReadInbox(AgencyDirectory register, IInboxes inboxes, TimeProvider clock)
{
    public async Task<Result<InboxPage>> ListAsync(
        AgencyId agency, EmployeeId employee, bool unseenOnly, string? after, int most, CancellationToken cancel)
    {
        if (await register.FindEmployeeAsync(agency, employee, cancel) is null)
        {
            return NotFound.Employee(employee);
        }

        var now = clock.Now();
        var found = await inboxes.ListAsync(agency, employee, after, cancel)
            .Where(item => !unseenOnly || item.WaitsAt(now)).Take(most + 1).ToListAsync(cancel);
        var page = new ListPage<InboxItem>(
            [.. found.Take(most)], found.Count > most ? found[most - 1].Id : null);
        return new InboxPage(page, await CountUnseenAsync(agency, employee, cancel));
    }

    /// <summary>Of what waits: neither seen, nor decided, nor over.</summary>
    public async Task<int> CountUnseenAsync(AgencyId agency, EmployeeId employee, CancellationToken cancel)
    {
        var now = clock.Now();
        return await inboxes.ListAsync(agency, employee, null, cancel).CountAsync(item => item.WaitsAt(now), cancel);
    }

    /// <summary>How many are left that were not seen. One that is not in this inbox marks nothing.</summary>
    public async Task<Result<int>> MarkSeenAsync(
        AgencyId agency, EmployeeId employee, IReadOnlyList<string> ids, CancellationToken cancel)
    {
        if (await register.FindEmployeeAsync(agency, employee, cancel) is null)
        {
            return NotFound.Employee(employee);
        }

        var found = await Task.WhenAll(ids.Distinct().Select(id => inboxes.FindAsync(agency, employee, id, cancel)));
        var unseen = found.OfType<InboxItem>().Where(item => item.SeenAt is null).Select(item => item.Id);
        await inboxes.MarkSeenAsync(agency, employee, [.. unseen], clock.Now(), cancel);
        return await CountUnseenAsync(agency, employee, cancel);
    }
}
