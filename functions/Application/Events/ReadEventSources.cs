using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Events;

/// <summary>An agency whose events a reader may read, and the number of its newest event; 0 before the first.</summary>
public sealed record EventSource(Agency Agency, long Newest);

/// <summary>
/// Whose events a caller may read: for a ministry, which knows the agencies from nowhere else. All registered agencies
/// are listed for a page, and of each of its own one row is read, however many events it has.
/// </summary>
public sealed class ReadEventSources(IAgencies agencies, IEventLog events)
{
    /// <summary>By id. Without a subscription the caller's own agency alone, or a refusal where that is none.</summary>
    /// <param name="reader">The caller's own agency.</param>
    /// <param name="subscriptions">Names that the caller's token holds; one that nobody knows takes nothing.</param>
    /// <param name="after">The last id of the page before; null at the beginning.</param>
    /// <param name="most">So many agencies at most.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<Result<ListPage<EventSource>>> PageAsync(
        AgencyId reader, IEnumerable<string> subscriptions, string? after, int most, CancellationToken cancel)
    {
        var taken = Subscription.Named(subscriptions);
        List<Agency> readable = taken.Count > 0
            ? await agencies.ListAsync(cancel)
                .Where(one => one.Id == reader || taken.Any(subscription => subscription.TakesFrom(one.Id)))
                .ToListAsync(cancel)
            : await agencies.FindAsync(reader, cancel) is { } own ? [own] : [];
        if (taken.Count == 0 && readable.Count == 0)
        {
            return NotFound.Agency(reader);
        }

        var page = readable.After(after, most, one => one.Id.ToString());
        var found = await page.Items.ReadEachAsync(
            async (agency, stop) => new EventSource(agency, await events.NewestAsync(agency.Id, stop)), cancel);
        return new ListPage<EventSource>(found, page.Next);
    }
}

public readonly struct EventSourceResponse(EventSource source)
{
    public AgencyId AgencyId => source.Agency.Id;
    public string Name => source.Agency.Name;
    public long Newest => source.Newest;
}

/// <summary>Agencies by id.</summary>
public readonly struct EventSourceListResponse(IReadOnlyList<EventSource> sources)
{
    public IReadOnlyList<EventSourceResponse> Agencies => [.. sources.Select(one => new EventSourceResponse(one))];

    public static EventSourceListResponse Of(IReadOnlyList<EventSource> sources) => new(sources);
}
