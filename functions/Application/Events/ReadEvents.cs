using Kinerja.Application.Workforce;
using Kinerja.Domain;

namespace Kinerja.Application.Events;

/// <summary>
/// Some of an agency's events, in order; the number up to which was looked, and whether there are more after it.
/// </summary>
public sealed record EventPage(IReadOnlyList<OutgoingEvent> Events, long Last, bool More);

/// <summary>
/// Gives out again what was sent, from a number on: for a consumer that missed messages or begins later. An agency
/// reads all of its own; another reader what its subscriptions take.
/// </summary>
public sealed class ReadEvents(AgencyDirectory register, IEventLog events)
{
    /// <summary>So many are looked at for one page, taken or not.</summary>
    internal const int MostLookedAt = 1000;

    /// <summary>With this many, or so many bytes of data, a page is full.</summary>
    internal const int MostEvents = 200, FullBytes = 1024 * 1024;

    /// <param name="agency">Whose events.</param>
    /// <param name="reader">The caller's own agency.</param>
    /// <param name="subscriptions">Names that the caller's token holds; one that nobody knows takes nothing.</param>
    /// <param name="after">The last number that the reader has; 0 at the beginning.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<Result<EventPage>> ExecuteAsync(
        AgencyId agency,
        AgencyId reader,
        IEnumerable<string> subscriptions,
        long after,
        CancellationToken cancel)
    {
        var own = agency == reader;
        var taken = Subscription.Named(subscriptions);
        if (!own && taken.Count == 0)
        {
            return new Refusal(
                RefusalKind.NotAllowed,
                RefusalCodes.WrongAgency,
                $"The token speaks for {reader} and holds no subscription.");
        }

        if (await register.FindAgencyAsync(agency, cancel) is null)
        {
            return NotFound.Agency(agency);
        }

        var found = new List<OutgoingEvent>();
        var (last, lookedAt, bytes) = (after, 0, 0);
        await foreach (var one in events.ListAsync(agency, after, cancel))
        {
            if (lookedAt == MostLookedAt || found.Count == MostEvents || bytes >= FullBytes)
            {
                return new EventPage(found, last, More: true);
            }

            (last, lookedAt) = (one.Number!.Value, lookedAt + 1);
            if (own || taken.Any(subscription => subscription.Takes(one)))
            {
                found.Add(one);
                bytes += one.Json.Length;
            }
        }

        return new EventPage(found, last, More: false);
    }
}

/// <summary>Events as they were sent, in one piece each.</summary>
public sealed record EventListResponse(IReadOnlyList<StructuredEvent> Events, long Last, bool More)
{
    public static EventListResponse Of(EventPage page) =>
        new([.. page.Events.Select(StructuredEvent.Of)], page.Last, page.More);
}
