using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Azure.Messaging.ServiceBus;
using Kinerja.Local.Processes;

namespace Kinerja.Local.Tests.ServiceBus;

/// <summary>One bus with the entities of topology.json for all tests of a class, and a client of it.</summary>
public sealed class RunningBus : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _control = new();
    private LocalServiceBus? _bus;
    private ServiceBusClient? _client;

    internal static TimeSpan Patience { get; } = TimeSpan.FromSeconds(30);

    internal static string Folder { get; } = Path.Combine(RepositoryFolder.Root, "tests", "Local.Tests", "ServiceBus");

    internal static string Topology { get; } = Path.Combine(Folder, "topology.json");

    internal LocalServiceBus Bus => _bus ?? throw new InvalidOperationException("The bus is not started.");

    internal ServiceBusClient Client => _client ?? throw new InvalidOperationException("The bus is not started.");

    public async Task InitializeAsync()
    {
        await NodePackages.EnsureAsync();
        _bus = await LocalServiceBus.StartAsync(_folder.Path, topologyFile: Topology);
        _client = new ServiceBusClient(_bus.ConnectionString);
    }

    public async Task DisposeAsync()
    {
        if (_client is not null)
            await _client.DisposeAsync();
        if (_bus is not null)
            await _bus.DisposeAsync();
    }

    public void Dispose()
    {
        _control.Dispose();
        _folder.Dispose();
    }

    /// <summary>A client that does not try again, so that a test sees the first answer.</summary>
    internal ServiceBusClient HastyClient(string? connectionString = null) => new(
        connectionString ?? Bus.ConnectionString,
        new ServiceBusClientOptions { RetryOptions = new ServiceBusRetryOptions { MaxRetries = 0 } });

    internal Task SendAsync(string queue, params ServiceBusMessage[] messages) =>
        Client.CreateSender(queue).SendMessagesAsync(messages);

    internal ServiceBusReceiver DeadLettersOf(string queue) =>
        Client.CreateReceiver(queue, new ServiceBusReceiverOptions { SubQueue = SubQueue.DeadLetter });

    /// <summary>Takes each message out as it hands it over.</summary>
    internal ServiceBusReceiver Taker(string queue) =>
        Client.CreateReceiver(
            queue, new ServiceBusReceiverOptions { ReceiveMode = ServiceBusReceiveMode.ReceiveAndDelete });

    internal static async Task<ServiceBusReceivedMessage> ReceiveAsync(ServiceBusReceiver receiver) =>
        await receiver.ReceiveMessageAsync(Patience) ?? throw new TimeoutException("No message came in time.");

    internal static async Task<List<ServiceBusReceivedMessage>> ReceiveAsync(ServiceBusReceiver receiver, int count)
    {
        var all = new List<ServiceBusReceivedMessage>();
        while (all.Count < count)
        {
            var some = await receiver.ReceiveMessagesAsync(count - all.Count, Patience);
            Assert.True(some.Count > 0, $"Only {all.Count} of {count} came.");
            all.AddRange(some);
        }

        return all;
    }

    /// <summary>Nothing is there now: a short wait is enough because the bus hands out at once what it has.</summary>
    internal static async Task AssertEmptyAsync(ServiceBusReceiver receiver) =>
        Assert.Null(await receiver.ReceiveMessageAsync(TimeSpan.FromMilliseconds(200)));

    /// <summary>Neither there nor locked: the bus itself counts nothing any more.</summary>
    internal async Task AssertGoneAsync(string queue) => Assert.Equal("0", $"{(await CountsAsync(queue))["active"]}");

    internal async Task<JsonObject> CountsAsync(string path)
    {
        var told = await _control.GetFromJsonAsync<JsonObject>(new Uri(Bus.Endpoint, "$local/entities"));
        return told!["entities"]!.AsArray().Single(each => $"{each?["path"]}" == path)!.AsObject();
    }

    /// <summary>The next operations on the entity are answered "busy".</summary>
    internal async Task MakeBusyAsync(string entity, string operation, int count)
    {
        using var answer = await _control.PostAsJsonAsync(
            new Uri(Bus.Endpoint, "$local/fault"), new { entity, operation, count });
        answer.EnsureSuccessStatusCode();
    }

    internal static async Task UntilAsync(Func<bool> condition, string what)
    {
        var deadline = DateTime.UtcNow + Patience;
        while (!condition())
        {
            Assert.True(DateTime.UtcNow < deadline, $"In vain waited for: {what}");
            await Task.Delay(10);
        }
    }

    internal static async Task<ServiceBusFailureReason> ReasonAsync(Func<Task> act) =>
        (await Assert.ThrowsAsync<ServiceBusException>(act)).Reason;
}
