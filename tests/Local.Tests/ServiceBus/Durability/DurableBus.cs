using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Azure.Messaging.ServiceBus;
using Kinerja.Local.Processes;

namespace Kinerja.Local.Tests.ServiceBus.Durability;

/// <summary>A bus that is killed and started again on the same folder.</summary>
internal sealed class DurableBus : IAsyncDisposable
{
    private readonly HttpClient _control = new();
    private readonly TemporaryFolder _folder = new();
    private LocalServiceBus? _bus;
    private ServiceBusClient? _client;

    public string Journal => Path.Combine(_folder.Path, "journal.jsonl");

    public LocalServiceBus Bus => _bus ?? throw new InvalidOperationException("The bus is not started.");

    public ServiceBusClient Client => _client ?? throw new InvalidOperationException("The bus is not started.");

    public async Task StartAsync()
    {
        await NodePackages.EnsureAsync();
        _bus = await LocalServiceBus.StartAsync(_folder.Path, topologyFile: RunningBus.Topology);
        _client = new ServiceBusClient(
            _bus.ConnectionString,
            new ServiceBusClientOptions { RetryOptions = new ServiceBusRetryOptions { MaxRetries = 0 } });
    }

    /// <summary>As a power cut would: no word to it, nothing tidied up.</summary>
    public async Task KillAsync()
    {
        await Bus.KillAsync();
        await StopAsync();
    }

    public async Task StopAsync()
    {
        if (_client is not null)
            await _client.DisposeAsync();
        if (_bus is not null)
            await _bus.DisposeAsync();
        (_client, _bus) = (null, null);
    }

    public async Task KillAndStartAsync()
    {
        await KillAsync();
        await StartAsync();
    }

    public Task SendAsync(string queue, string id, DateTimeOffset due = default)
    {
        var message = new ServiceBusMessage(id) { MessageId = id };
        if (due != default)
            message.ScheduledEnqueueTime = due;
        return Client.CreateSender(queue).SendMessageAsync(message);
    }

    /// <summary>Lets the journal grow by so many bytes and no more; null gives the space back.</summary>
    public async Task LimitDiskAsync(int? bytes)
    {
        using var answer = await _control.PostAsync(
            new Uri(Bus.Endpoint, "$local/fault"), JsonContent.Create(new { diskBytes = bytes }));
        answer.EnsureSuccessStatusCode();
    }

    public ServiceBusReceiver Taker(string queue) => Client.CreateReceiver(
        queue, new ServiceBusReceiverOptions { ReceiveMode = ServiceBusReceiveMode.ReceiveAndDelete });

    /// <summary>Everything that the bus counts as there, taken out: after a start nothing is locked.</summary>
    public async Task<List<ServiceBusReceivedMessage>> TakeAllAsync(string queue)
    {
        await using var taker = Taker(queue);
        return await RunningBus.ReceiveAsync(taker, (int)(await CountsAsync(queue))["active"]!);
    }

    /// <summary>Everything in its dead-letter queue, taken out.</summary>
    public async Task<List<ServiceBusReceivedMessage>> TakeDeadAsync(string queue)
    {
        await using var taker = Taker($"{queue}/$DeadLetterQueue");
        return await RunningBus.ReceiveAsync(taker, (int)(await CountsAsync(queue))["deadLetter"]!);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _control.Dispose();
        _folder.Dispose();
    }

    private async Task<JsonObject> CountsAsync(string path)
    {
        var told = await _control.GetFromJsonAsync<JsonObject>(new Uri(Bus.Endpoint, "$local/entities"));
        return told!["entities"]!.AsArray().Single(each => $"{each?["path"]}" == path)!.AsObject();
    }
}
