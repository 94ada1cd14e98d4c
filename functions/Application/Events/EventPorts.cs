using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Kinerja.Domain;
using NodaTime;

namespace Kinerja.Application.Events;

/// <summary>
/// An event for other ministries (CloudEvents 1.0); its id comes from data, so a repeat is recognised.
/// </summary>
public sealed record OutgoingEvent(
    string Id,
    string Type,
    AgencyId AgencyId,
    AppraisalPeriod Period,
    Instant Time,
    ReadOnlyMemory<byte> Json)
{
    /// <summary>
    /// The trace of the request or timer that caused the event, which it keeps however much later it is sent; null when
    /// there was none.
    /// </summary>
    public string? Traceparent { get; init; }

    /// <summary>An event of an agency as it is made now, with the trace of what is going on.</summary>
    /// <param name="agency">Whose it is; its id begins with it.</param>
    /// <param name="period">What it is about.</param>
    /// <param name="name">The rest of its id, from data alone.</param>
    /// <param name="type">One of <see cref="EventTypes"/>.</param>
    /// <param name="time">When what it tells of happened.</param>
    /// <param name="data">The body.</param>
    /// <param name="json">How the body is written.</param>
    internal static OutgoingEvent Make<T>(
        AgencyId agency, AppraisalPeriod period, string name, string type, Instant time, T data,
        JsonTypeInfo<T> json) =>
        new($"{agency}_{name}", type, agency, period, time, JsonSerializer.SerializeToUtf8Bytes(data, json))
        {
            Traceparent = Activity.Current?.Id,
        };

    /// <summary>
    /// A signed statement about its data, as CloudEvents' attribute <c>seal</c>; null for what is not sealed.
    /// </summary>
    public string? Seal { get; init; }

    /// <summary>Its place among the agency's events, from 1, without a gap; null before it is numbered.</summary>
    public long? Number { get; init; }

    /// <summary>Where it waits to be sent; null where its type alone says so, or where it needs no outbox.</summary>
    public OutboxPlace? Place { get; init; }

    /// <summary>
    /// Since when it has stood in the outbox, by the store's clock; null for one that is sent at once.
    /// </summary>
    public Instant? LeftAt { get; init; }
}

/// <summary>The table and the partition of the row that an event tells of.</summary>
public sealed record OutboxPlace(string Table, string Partition);

public interface IEvents
{
    Task PublishAsync(IReadOnlyCollection<OutgoingEvent> events, CancellationToken cancel);
}

/// <summary>
/// Every event that was ever sent, numbered by agency. A ministry that missed some can see it by the gap, and they can
/// be sent again.
/// </summary>
public interface IEventLog
{
    /// <summary>
    /// The same events, in order, each with its number. An event keeps the number that its id was given first, however
    /// often it is numbered. All of one agency.
    /// </summary>
    Task<IReadOnlyList<OutgoingEvent>> NumberAsync(IReadOnlyCollection<OutgoingEvent> events, CancellationToken cancel);

    /// <summary>From the number after that one on, in order.</summary>
    IAsyncEnumerable<OutgoingEvent> ListAsync(AgencyId agency, long after, CancellationToken cancel);

    /// <summary>The number that was given last; 0 before the first. One row is read.</summary>
    Task<long> NewestAsync(AgencyId agency, CancellationToken cancel);
}

/// <summary>
/// Events that were written beside the rows that they tell of, in one transaction, and were not yet sent. The row that
/// stays there is what remembers: it goes away when the bus has taken the event.
/// </summary>
public interface IOutbox
{
    IAsyncEnumerable<OutgoingEvent> ListAsync(AgencyId agency, CancellationToken cancel);

    Task RemoveAsync(AgencyId agency, OutgoingEvent sent, CancellationToken cancel);
}
