using Azure.Messaging.ServiceBus;
using Kinerja.Host.Tests.Runs;

namespace Kinerja.Host.Tests.Telemetry;

[Collection(nameof(LaterCloud))]
public sealed class OneTraceTests(CloudFixture cloud)
{
    private const string Trace = "4bf92f3577b34da6a3ce929d0e0e4736";

    [Fact]
    public async Task One_id_goes_from_the_request_through_the_queue_to_every_message_on_the_bus()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await agency.RateAsync("ani-1", "head-1", "meets", "meets", 100, 100);
        await using var quarter = await PastQuarter.OpenAsync(cloud);

        await quarter.StartRunAsync(agency.Id, $"00-{Trace}-00f067aa0ba902b7-01");
        await quarter.RankingOfAsync(agency.Id);

        var messages = await MessagesOfAsync(agency.Id);
        Assert.Equal(2, messages.Count);
        Assert.All(messages, message =>
        {
            // Whether it is recorded is said by whoever listens in this process meanwhile.
            Assert.Matches($"^00-{Trace}-[0-9a-f]{{16}}-0[01]$", (string)message.ApplicationProperties["traceparent"]);
            Assert.Equal(
                message.ApplicationProperties["traceparent"], message.ApplicationProperties["cloudEvents_traceparent"]);
        });
    }

    /// <summary>Looked at where every event goes, and left there.</summary>
    private async Task<List<ServiceBusReceivedMessage>> MessagesOfAsync(string agency)
    {
        await using var bus = new ServiceBusClient(cloud.Cloud.Bus.ConnectionString);
        await using var all = bus.CreateReceiver("kinerja-events", "all-events");
        var found = new List<ServiceBusReceivedMessage>();
        var seen = await all.PeekMessagesAsync(100, 0);
        while (seen.Count > 0)
        {
            found.AddRange(seen.Where(m => (string)m.ApplicationProperties["agency"] == agency));
            seen = await all.PeekMessagesAsync(100, seen[^1].SequenceNumber + 1);
        }

        return found;
    }
}
