using Azure.Messaging.ServiceBus;
using Kinerja.Local.Ministry;
using Kinerja.Local.Processes;
using Kinerja.Local.Tests.ServiceBus;

namespace Kinerja.Local.Tests;

public sealed class RankingSubscriberTests
{
    [Fact]
    public async Task It_takes_what_comes_and_may_be_disposed_of_twice()
    {
        using var folder = new TemporaryFolder();
        await NodePackages.EnsureAsync();
        await using var bus = await LocalServiceBus.StartAsync(Path.Combine(folder.Path, "bus"));
        await using var ministry = new RankingSubscriber(bus.ConnectionString, Path.Combine(folder.Path, "ministry"));
        await ministry.StartAsync(CancellationToken.None);
        await using (var client = new ServiceBusClient(bus.ConnectionString))
        {
            await client.CreateSender("kinerja-events")
                .SendMessageAsync(new ServiceBusMessage("""{"page":1,"revision":1,"lines":[]}""")
                {
                    MessageId = "page-1",
                    ApplicationProperties =
                {
                    ["agency"] = "bkn",
                    ["period"] = "2026-Q1",
                    ["type"] = "id.go.kinerja.ranking.page.v1"
                },
                });
        }

        await RunningBus.UntilAsync(() => ministry.Received == 1, "the page");
        await ministry.DisposeAsync();
        await ministry.DisposeAsync();

        Assert.NotNull(ministry.Find("bkn", "2026-Q1", 1));
        await using var again = new ServiceBusClient(bus.ConnectionString);
        Assert.Empty(await again.CreateReceiver("kinerja-events", "rankings").PeekMessagesAsync(1));
    }
}
