using System.Collections.Concurrent;
using Azure.Messaging.ServiceBus;
using Kinerja.Local.Processes;

namespace Kinerja.Local.Tests.ServiceBus.Durability;

/// <summary>
/// Eight at a time send to a queue or complete its messages until the bus is gone, and note what was acknowledged.
/// </summary>
internal abstract class Workers : IAsyncDisposable
{
    public const int AtOnce = 8;

    public abstract IReadOnlyCollection<string> Acknowledged { get; }

    public static Workers Start(string client, LocalServiceBus bus, string action, string queue) => client switch
    {
        "JavaScript" => new JavaScriptWorkers(bus, action, queue),
        _ => new DotNetWorkers(bus, action, queue),
    };

    public Task UntilAsync(int count) =>
        RunningBus.UntilAsync(() => Acknowledged.Count >= count, $"{count} acknowledgements");

    /// <summary>Ends when the bus is gone; call it after its end.</summary>
    public abstract Task EndAsync();

    public abstract ValueTask DisposeAsync();

    private sealed class DotNetWorkers : Workers
    {
        private readonly ConcurrentQueue<string> _acknowledged = new();
        private readonly ServiceBusClient _client;
        private readonly Task[] _loops;

        public DotNetWorkers(LocalServiceBus bus, string action, string queue)
        {
            var retries = new ServiceBusRetryOptions { MaxRetries = 0, TryTimeout = TimeSpan.FromSeconds(10) };
            _client = new ServiceBusClient(
                bus.ConnectionString, new ServiceBusClientOptions { RetryOptions = retries });
            var (sender, receiver) = (_client.CreateSender(queue), _client.CreateReceiver(queue));
            _loops = [.. Enumerable.Range(0, AtOnce).Select(
                loop => action == "send" ? SendAsync(sender, loop) : ReceiveAsync(receiver))];
        }

        public override IReadOnlyCollection<string> Acknowledged => _acknowledged;

        public override Task EndAsync() => Task.WhenAll(_loops).WaitAsync(RunningBus.Patience);

        public override ValueTask DisposeAsync() => _client.DisposeAsync();

        private async Task SendAsync(ServiceBusSender sender, int loop)
        {
            for (var at = 0; ; at++)
            {
                var id = $"{loop}-{at}";
                try
                {
                    await sender.SendMessageAsync(new ServiceBusMessage(id) { MessageId = id });
                    _acknowledged.Enqueue(id);
                }
                catch (ServiceBusException full) when (full.Reason == ServiceBusFailureReason.QuotaExceeded)
                {
                    // Refused for want of space: told to the sender, so nothing is lost.
                }
                catch (ServiceBusException)
                {
                    return;
                }
            }
        }

        private async Task ReceiveAsync(ServiceBusReceiver receiver)
        {
            try
            {
                while (true)
                {
                    var message = await RunningBus.ReceiveAsync(receiver);
                    await receiver.CompleteMessageAsync(message);
                    _acknowledged.Enqueue(message.MessageId);
                }
            }
            catch (ServiceBusException)
            {
                // The bus is gone.
            }
        }
    }

    private sealed class JavaScriptWorkers : Workers
    {
        private readonly TemporaryFolder _folder = new();
        private readonly ChildProcess _process;

        public JavaScriptWorkers(LocalServiceBus bus, string action, string queue)
        {
            var script = Path.Combine(RunningBus.Folder, "JavaScript", "worker.mjs");
            _process = ChildProcess.Start("node", [script, bus.ConnectionString, action, queue, File]);
        }

        public override IReadOnlyCollection<string> Acknowledged =>
            System.IO.File.Exists(File) ? System.IO.File.ReadAllLines(File) : [];

        private string File => Path.Combine(_folder.Path, "acknowledged");

        public override Task EndAsync() => _process.WaitForExitAsync().WaitAsync(RunningBus.Patience);

        public override async ValueTask DisposeAsync()
        {
            await _process.DisposeAsync();
            _folder.Dispose();
        }
    }
}
