using Kinerja.Application.Events;
using Kinerja.Domain;
using NodaTime;

namespace Kinerja.Application.Tests.Fakes;

/// <summary>What the other fakes were given to be told, until it was sent; by several threads.</summary>
internal sealed class FakeOutbox : IOutbox
{
    internal SortedDictionary<string, OutgoingEvent> Rows { get; } = new(StringComparer.Ordinal);

    /// <summary>The store's time at which everything was written.</summary>
    internal Instant? LeftAt { get; set; }

    internal void Add(OutgoingEvent? news)
    {
        if (news is not null)
        {
            lock (Rows)
            {
                Rows[news.Id] = news;
            }
        }
    }

    internal void AddAll(IEnumerable<OutgoingEvent> news)
    {
        foreach (var one in news)
        {
            Add(one);
        }
    }

    public IAsyncEnumerable<OutgoingEvent> ListAsync(AgencyId agency, CancellationToken cancel)
    {
        lock (Rows)
        {
            return Rows.Values.Where(e => e.AgencyId == agency).Select(e => e with { LeftAt = LeftAt }).ToList()
                .ToAsyncEnumerable();
        }
    }

    public Task RemoveAsync(AgencyId agency, OutgoingEvent sent, CancellationToken cancel)
    {
        lock (Rows)
        {
            Rows.Remove(sent.Id);
        }

        return Task.CompletedTask;
    }
}
