using Kinerja.Application.Events;

namespace Kinerja.Application.Tests.Events;

public sealed class ServiceBusEventsTests
{
    private const string Trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private static readonly OutgoingEvent Event = new(
        "an-id", EventTypes.GrantMade, Some.AgencyId, Some.Quarter, Some.Morning, "{}"u8.ToArray());

    [Fact]
    public void An_event_names_its_cause_as_CloudEvents_and_as_Service_Bus_clients_do()
    {
        var attributes = ServiceBusEvents.MessageOf(Event with { Traceparent = Trace }).ApplicationProperties;
        Assert.Equal((Trace, Trace), (attributes["cloudEvents_traceparent"], attributes["traceparent"]));
    }

    [Fact]
    public void An_event_carries_its_number_as_text_that_sorts() => Assert.Equal(
        "000000000107",
        ServiceBusEvents.MessageOf(Event with { Number = 107 }).ApplicationProperties["cloudEvents_sequence"]);

    [Fact]
    public void An_event_carries_its_seal_and_one_without_a_seal_says_nothing_of_it()
    {
        var told = ServiceBusEvents.MessageOf(Event with { Seal = "a.b.c" });
        Assert.Equal("a.b.c", told.ApplicationProperties["cloudEvents_seal"]);
        Assert.DoesNotContain("cloudEvents_seal", ServiceBusEvents.MessageOf(Event).ApplicationProperties.Keys);
    }

    [Fact]
    public void An_event_without_a_known_cause_names_none() =>
        Assert.DoesNotContain(
            ServiceBusEvents.MessageOf(Event).ApplicationProperties.Keys,
            name => name.Contains("trace", StringComparison.Ordinal));
}
