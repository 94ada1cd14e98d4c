using Kinerja.Local.Processes;

namespace Kinerja.Local.Tests.ServiceBus;

/// <summary>What the local bus cannot do is refused at its start, in a sentence that names it.</summary>
public sealed class TopologyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(
        """{"queues":[{"name":"q","requiresSession":true}]}""",
        "Queue 'q' asks for sessions, which the local bus does not have.")]
    [InlineData(
        """{"queues":[{"name":"q","forwardTo":"other"}]}""",
        "Queue 'q': 'forwardTo' is not known here; known are name, ")]
    [InlineData(
        """{"queues":[{"name":"q","lockDurationSeconds":"60"}]}""",
        "'lockDurationSeconds' is not a number above 0 and up to 300.")]
    [InlineData(
        """{"queues":[{"name":"q","lockDurationSeconds":301}]}""",
        "'lockDurationSeconds' is not a number above 0 and up to 300.")]
    [InlineData(
        """{"queues":[{"name":"q","maxDeliveryCount":0}]}""",
        "'maxDeliveryCount' is not a number above 0 and up to 2000.")]
    [InlineData("""{"queues":[{"name":"q","deadLetteringOnMessageExpiration":"yes"}]}""", "is neither true nor false")]
    [InlineData("""{"queues":[{"name":"q"}],"topics":[{"name":"Q"}]}""", "The name 'Q' stands twice")]
    [InlineData("""{"queues":[{}]}""", "A queue, topic or subscription has no name.")]
    [InlineData("""{"queue":[]}""", "The topology: 'queue' is not known here; known are queues, topics.")]
    [InlineData("""{"queues":{}}""", "The topology: 'queues' is not a list.")]
    [InlineData(
        """{"topics":[{"name":"t","maxDeliveryCount":3}]}""", "Topic 't': 'maxDeliveryCount' is not known here")]
    [InlineData(
        """{"topics":[{"name":"t","subscriptions":[{"name":"s","filters":[{"name":"f","sqlExpression":"year > 2020"}]}]}]}""",
        "Filter 'f' of Subscription 't/s' has an SQL expression, which the local bus does not evaluate")]
    [InlineData(
        """{"topics":[{"name":"t","subscriptions":[{"name":"s","filters":[{"name":"f"}]}]}]}""",
        "has no condition: it would let everything through.")]
    [InlineData(
        """{"topics":[{"name":"t","subscriptions":[{"name":"s","filters":[{"subject":"x"}]}]}]}""",
        "'subject' is not known here")]
    [InlineData(
        """{"topics":[{"name":"t","subscriptions":[{"name":"s","filters":[{"properties":{"a":[1]}}]}]}]}""",
        "is not an object of texts, numbers and truth values")]
    [InlineData(
        """{"topics":[{"name":"t","subscriptions":[{"name":"s","requiresSession":true}]}]}""",
        "Subscription 't/s' asks for sessions")]
    [InlineData("[]", "The topology is not an object.")]
    [InlineData("{", "topology.json cannot be read as JSON: ")]
    public async Task A_topology_that_it_cannot_serve_stops_the_start(string topology, string sentence)
    {
        var file = Path.Combine(_folder.Path, "topology.json");
        await File.WriteAllTextAsync(file, topology);
        await NodePackages.EnsureAsync();
        var error = await Assert.ThrowsAsync<InvalidOperationException>(
            () => LocalServiceBus.StartAsync(Path.Combine(_folder.Path, "data"), topologyFile: file));
        Assert.Contains("The local Service Bus does not start: ", error.Message);
        Assert.Contains(sentence, error.Message);
        Assert.DoesNotContain("    at ", error.Message);
    }

    [Fact]
    public async Task The_topology_that_is_deployed_is_served()
    {
        await NodePackages.EnsureAsync();
        await using var bus = await LocalServiceBus.StartAsync(Path.Combine(_folder.Path, "data"));
        Assert.NotEqual(0, bus.Port);
    }
}
