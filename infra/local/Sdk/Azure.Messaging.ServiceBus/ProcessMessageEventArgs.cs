namespace Azure.Messaging.ServiceBus;

public class ProcessMessageEventArgs : EventArgs
{
    private readonly ServiceBusReceiver _receiver;

    public ProcessMessageEventArgs(
        ServiceBusReceivedMessage message,
        ServiceBusReceiver receiver,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(receiver);
        Message = message;
        _receiver = receiver;
        CancellationToken = cancellationToken;
    }

    public ServiceBusReceivedMessage Message { get; }

    /// <summary>Signalled when the processor is asked to stop.</summary>
    public CancellationToken CancellationToken { get; }

    public string EntityPath => _receiver.EntityPath;

    public string FullyQualifiedNamespace => _receiver.FullyQualifiedNamespace;

    public virtual Task CompleteMessageAsync(
        ServiceBusReceivedMessage message,
        CancellationToken cancellationToken = default) =>
        _receiver.CompleteMessageAsync(message, cancellationToken);

    public virtual Task AbandonMessageAsync(
        ServiceBusReceivedMessage message,
        IDictionary<string, object>? propertiesToModify = null,
        CancellationToken cancellationToken = default) =>
        _receiver.AbandonMessageAsync(message, propertiesToModify, cancellationToken);

    public virtual Task RenewMessageLockAsync(
        ServiceBusReceivedMessage message,
        CancellationToken cancellationToken = default) =>
        _receiver.RenewMessageLockAsync(message, cancellationToken);
}
