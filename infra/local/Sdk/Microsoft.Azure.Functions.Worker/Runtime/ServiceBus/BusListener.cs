using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Runtime.ServiceBus;

/// <summary>Feeds one function from its queue or subscription: complete on success, abandon on failure.</summary>
internal sealed partial class BusListener : IAsyncDisposable
{
    private readonly FunctionMethod _function;
    private readonly ServiceBusProcessor _processor;
    private readonly FunctionRuns _runs;
    private readonly ILogger _log;
    private int _isDown;

    public BusListener(
        FunctionMethod function, BusClients clients, IConfiguration configuration, HostJson json, FunctionRuns runs, ILogger log)
    {
        (_function, _runs, _log) = (function, runs, log);
        var trigger = (ServiceBusTriggerAttribute)function.Trigger;
        var options = new ServiceBusProcessorOptions
        {
            MaxConcurrentCalls = json.MaxConcurrentCalls,
            MaxAutoLockRenewalDuration = json.MaxAutoLockRenewalDuration,
        };
        var client = clients.Get(trigger.Connection);
        string Name(string text) => SettingText.Resolve(configuration, text);
        _processor = trigger is { TopicName: { } topic, SubscriptionName: { } subscription }
            ? client.CreateProcessor(Name(topic), Name(subscription), options)
            : client.CreateProcessor(Name(trigger.QueueName!), options); // One of the two constructors ran.
        _processor.ProcessMessageAsync += RunAsync;
        _processor.ProcessErrorAsync += NoteAsync;
    }

    public Task StartAsync(CancellationToken cancellationToken) => _processor.StartProcessingAsync(cancellationToken);

    /// <summary>Takes no further message and waits for those being handled, as long as the host has patience.</summary>
    public async Task StopAsync(CancellationToken patience)
    {
        try
        {
            await _processor.StopProcessingAsync(patience).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            LogImpatient(_function.Name);
        }
    }

    public async ValueTask DisposeAsync() => await _processor.DisposeAsync().ConfigureAwait(false);

    private async Task RunAsync(ProcessMessageEventArgs args)
    {
        if (Interlocked.Exchange(ref _isDown, 0) == 1)
        {
            LogBack(_function.Name, args.EntityPath);
        }

        var message = args.Message;
        await _runs.RunAsync(
            _function,
            BusMessage.As(_function.TriggerType, message),
            _runs.Forced,
            bindingData: BusMessage.Data(message)).ConfigureAwait(false);
    }

    private Task NoteAsync(ProcessErrorEventArgs args)
    {
        switch (args.ErrorSource)
        {
            case ServiceBusErrorSource.ProcessMessageCallback:
                break; // Logged where it ran.
            case ServiceBusErrorSource.Receive:
                // Every receiving loop says so, and says it again on each try.
                if (Interlocked.Exchange(ref _isDown, 1) == 0)
                {
                    LogDown(args.Exception, _function.Name, args.EntityPath);
                }

                break;
            default:
                LogFailed(args.Exception, _function.Name, args.ErrorSource, args.EntityPath);
                break;
        }

        return Task.CompletedTask;
    }

    [LoggerMessage(LogLevel.Warning, "Function {Name} cannot receive from {Entity}; it keeps trying.")]
    private partial void LogDown(Exception e, string name, string entity);

    [LoggerMessage(LogLevel.Information, "Function {Name} receives from {Entity} again.")]
    private partial void LogBack(string name, string entity);

    [LoggerMessage(LogLevel.Warning, "Function {Name}: {Source} failed on {Entity}.")]
    private partial void LogFailed(Exception e, string name, ServiceBusErrorSource source, string entity);

    [LoggerMessage(LogLevel.Warning, "Function {Name} still had messages in hand when the host had to stop.")]
    private partial void LogImpatient(string name);
}
