using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Azure.Messaging.ServiceBus;
using Kinerja.Local.Processes;

namespace Kinerja.Local.Tests.BusClient.Running;

/// <summary>One local Service Bus, with a queue for each test, and a client of it.</summary>
public sealed class ClientBus : IAsyncLifetime, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kinerja-bus-client-").FullName;
    private LocalServiceBus? _bus;
    private ServiceBusClient? _client;

    internal static TimeSpan Patience { get; } = TimeSpan.FromSeconds(20);

    internal static string Folder { get; } = Path.Combine(
        RepositoryFolder.Root, "tests", "Local.Tests", "ServiceBusClient", "Running");

    internal LocalServiceBus Bus => _bus ?? throw new InvalidOperationException("The bus is not started.");

    internal ServiceBusClient Client => _client ?? throw new InvalidOperationException("The bus is not started.");

    public async Task InitializeAsync()
    {
        await NodePackages.EnsureAsync();
        _bus = await LocalServiceBus.StartAsync(_folder, topologyFile: Path.Combine(Folder, "topology.json"));
        _client = new ServiceBusClient(_bus.ConnectionString);
    }

    public async Task DisposeAsync()
    {
        if (_client is not null)
            await _client.DisposeAsync();
        if (_bus is not null)
            await _bus.DisposeAsync();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    internal static async Task<ServiceBusReceivedMessage> ReceiveAsync(ServiceBusReceiver receiver) =>
        await receiver.ReceiveMessageAsync(Patience) ?? throw new TimeoutException("No message came in time.");

    internal async Task<ServiceBusReceivedMessage> ReceiveAsync(string queue) =>
        await ReceiveAsync(Client.CreateReceiver(queue));

    /// <summary>Nothing is there now: a short wait is enough because the bus hands out at once what it has.</summary>
    internal static async Task AssertEmptyAsync(ServiceBusReceiver receiver) =>
        Assert.Null(await receiver.ReceiveMessageAsync(TimeSpan.FromMilliseconds(100)));

    /// <summary>Neither there nor locked: the bus itself counts nothing any more.</summary>
    internal async Task AssertGoneAsync(string queue)
    {
        using var http = new HttpClient();
        var counts = await http.GetFromJsonAsync<JsonObject>(new Uri(Bus.Endpoint, "$local/entities"));
        var entity = counts?["entities"]?.AsArray().Single(each => $"{each?["path"]}" == queue);
        Assert.Equal("0", $"{entity?["active"]}");
    }

    /// <summary>The next operations on the entity are answered "busy".</summary>
    internal async Task MakeBusyAsync(string entity, string operation, int count)
    {
        using var http = new HttpClient();
        using var answer = await http.PostAsJsonAsync(
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
}
