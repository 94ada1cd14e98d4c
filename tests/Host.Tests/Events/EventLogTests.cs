using System.Globalization;
using Kinerja.Application.Events;
using Kinerja.Domain;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Kinerja.Host.Tests.Events;

/// <summary>The numbers of an agency's events, on the real tables.</summary>
[Collection(nameof(CloudFixture))]
public sealed class EventLogTests(CloudFixture cloud)
{
    private readonly IEventLog _log = cloud.Services.GetRequiredService<IEventLog>();

    [Fact]
    public async Task Numbers_have_no_gap_and_no_event_has_two_whoever_numbers_at_the_same_time()
    {
        var agency = AgencyId.Parse("log-at-once").Value;
        // Four senders, thirty events each, every one of which two of them send.
        var sent = Enumerable.Range(0, 4)
            .Select(sender => Enumerable.Range(0, 30).Select(i => EventOf(agency, ((sender * 15) + i) % 60)).ToList())
            .ToList();

        var given = await Task.WhenAll(sent.Select(some => _log.NumberAsync(some, default)));

        Assert.Equal(sent.SelectMany(e => e).Select(e => e.Id), given.SelectMany(e => e).Select(e => e.Id));
        var numbers = given.SelectMany(e => e).Select(e => (e.Id, e.Number)).Distinct().ToList();
        Assert.Equal(Enumerable.Range(1, 60).Select(n => (long?)n), numbers.Select(n => n.Number).Order());
        var stored = await _log.ListAsync(agency, 0, default).ToListAsync();
        Assert.Equal(numbers.OrderBy(n => n.Number), stored.Select(e => (e.Id, e.Number)));
    }

    [Fact]
    public async Task An_event_is_kept_as_it_was_sent_and_read_on_from_any_number()
    {
        var agency = AgencyId.Parse("log-kept").Value;
        var events = Enumerable.Range(0, 30).Select(i => EventOf(agency, i)).ToList();
        await _log.NumberAsync(events, default);

        var read = await _log.ListAsync(agency, 28, default).ToListAsync();

        Assert.Equal([29, 30], read.Select(e => e.Number!.Value));
        var (was, kept) = (events[28], read[0]);
        Assert.Equal(was.Json.ToArray(), kept.Json.ToArray());
        Assert.Equal(
            (was.Id, was.Type, was.Period, was.Time, was.Traceparent),
            (kept.Id, kept.Type, kept.Period, kept.Time, kept.Traceparent));
    }

    [Fact]
    public async Task The_largest_pages_fit_a_transaction()
    {
        var agency = AgencyId.Parse("log-large").Value;
        var pages = Enumerable.Range(0, 13).Select(i => EventOf(agency, i) with { Json = new byte[250 * 1024] })
            .ToList();

        Assert.Equal(13, (await _log.NumberAsync(pages, default))[^1].Number);
        Assert.Equal(13, await _log.ListAsync(agency, 0, default).CountAsync());
    }

    private static OutgoingEvent EventOf(AgencyId agency, int number) => new(
        string.Create(CultureInfo.InvariantCulture, $"event-{number}"),
        EventTypes.GrantMade,
        agency,
        AppraisalPeriod.Parse("2026-Q1").Value,
        Instant.FromUtc(2026, 4, 1, 0, number),
        new byte[] { (byte)number })
    {
        Traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
    };
}
