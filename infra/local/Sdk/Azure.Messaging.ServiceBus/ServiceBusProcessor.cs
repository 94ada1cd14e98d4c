using Azure.Messaging.ServiceBus.Rest;

namespace Azure.Messaging.ServiceBus;

/// <summary>Receives without end and hands each message to a handler, several at a time if asked to.</summary>
public class ServiceBusProcessor : IAsyncDisposable
{
    private readonly ServiceBusReceiver? _receiver;
    private readonly ServiceBusProcessorOptions _options = new();
    private readonly SemaphoreSlim _oneChange = new(1);
    private Func<ProcessMessageEventArgs, Task>? _onMessage;
    private Func<ProcessErrorEventArgs, Task>? _onError;
    private CancellationTokenSource? _stop;
    private Task _pumps = Task.CompletedTask;
    private bool _closed;

    protected ServiceBusProcessor()
    {
    }

    internal ServiceBusProcessor(ServiceBusClient client, Entity entity, ServiceBusProcessorOptions options)
    {
        _receiver = new ServiceBusReceiver(client, entity, new ServiceBusReceiverOptions
        {
            ReceiveMode = options.ReceiveMode,
            SubQueue = options.SubQueue,
        });

        // A copy: what the caller changes later changes nothing here.
        _options = new ServiceBusProcessorOptions
        {
            AutoCompleteMessages = options.AutoCompleteMessages,
            MaxConcurrentCalls = options.MaxConcurrentCalls,
            MaxAutoLockRenewalDuration = options.MaxAutoLockRenewalDuration,
            ReceiveMode = options.ReceiveMode,
            SubQueue = options.SubQueue,
        };
    }

    public event Func<ProcessMessageEventArgs, Task> ProcessMessageAsync
    {
        add => Set(ref _onMessage, value);
        remove => Unset(ref _onMessage, value);
    }

    public event Func<ProcessErrorEventArgs, Task> ProcessErrorAsync
    {
        add => Set(ref _onError, value);
        remove => Unset(ref _onError, value);
    }

    public virtual string EntityPath => Receiver.EntityPath;

    public virtual string FullyQualifiedNamespace => Receiver.FullyQualifiedNamespace;

    public virtual bool AutoCompleteMessages => _options.AutoCompleteMessages;

    public virtual int MaxConcurrentCalls => _options.MaxConcurrentCalls;

    public virtual TimeSpan MaxAutoLockRenewalDuration => _options.MaxAutoLockRenewalDuration;

    public virtual ServiceBusReceiveMode ReceiveMode => _options.ReceiveMode;

    public virtual bool IsProcessing => _stop is not null;

    public virtual bool IsClosed => _closed;

    private ServiceBusReceiver Receiver =>
        _receiver ?? throw new InvalidOperationException("Made without a receiver, for a test.");

    public virtual async Task StartProcessingAsync(CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(IsClosed || Receiver.IsClosed, this);
        await _oneChange.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_stop is not null)
            {
                throw new InvalidOperationException("The processor is running already.");
            }

            var onMessage = _onMessage ?? throw new InvalidOperationException("ProcessMessageAsync has no handler.");
            var onError = _onError ?? throw new InvalidOperationException("ProcessErrorAsync has no handler.");
            _stop = new CancellationTokenSource();
            var pump = new MessagePump(Receiver, _options, onMessage, onError, _stop.Token);
            _pumps = Task.WhenAll(Enumerable.Range(0, MaxConcurrentCalls).Select(_ => Task.Run(pump.RunAsync)));
        }
        finally
        {
            _oneChange.Release();
        }
    }

    /// <summary>Receives no more and waits for the handlers that are running.</summary>
    public virtual async Task StopProcessingAsync(CancellationToken cancellationToken = default)
    {
        await _oneChange.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_stop is not null)
            {
                await _stop.CancelAsync().ConfigureAwait(false);
                await _pumps.WaitAsync(cancellationToken).ConfigureAwait(false);
                _stop.Dispose();
                _stop = null;
            }
        }
        finally
        {
            _oneChange.Release();
        }
    }

    public virtual async Task CloseAsync(CancellationToken cancellationToken = default)
    {
        _closed = true;
        await StopProcessingAsync(cancellationToken).ConfigureAwait(false);
        if (_receiver is not null)
        {
            await _receiver.CloseAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync().ConfigureAwait(false);
        GC.SuppressFinalize(this);
    }

    private void Set<T>(ref T? handler, T value)
        where T : Delegate
    {
        ArgumentNullException.ThrowIfNull(value);
        RefuseWhileRunning();
        if (handler is not null)
        {
            throw new NotSupportedException("The processor has a handler for this already.");
        }

        handler = value;
    }

    private void Unset<T>(ref T? handler, T value)
        where T : Delegate
    {
        ArgumentNullException.ThrowIfNull(value);
        RefuseWhileRunning();
        if (handler != value)
        {
            throw new ArgumentException("This handler was never added.", nameof(value));
        }

        handler = null;
    }

    private void RefuseWhileRunning()
    {
        if (IsProcessing)
        {
            throw new InvalidOperationException("Handlers change only while the processor is stopped.");
        }
    }
}
