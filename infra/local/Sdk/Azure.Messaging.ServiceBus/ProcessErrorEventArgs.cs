namespace Azure.Messaging.ServiceBus;

public sealed class ProcessErrorEventArgs : EventArgs
{
    public ProcessErrorEventArgs(
        Exception exception,
        ServiceBusErrorSource errorSource,
        string fullyQualifiedNamespace,
        string entityPath,
        CancellationToken cancellationToken)
    {
        Exception = exception;
        ErrorSource = errorSource;
        FullyQualifiedNamespace = fullyQualifiedNamespace;
        EntityPath = entityPath;
        CancellationToken = cancellationToken;
    }

    public Exception Exception { get; }

    public ServiceBusErrorSource ErrorSource { get; }

    public string FullyQualifiedNamespace { get; }

    public string EntityPath { get; }

    public CancellationToken CancellationToken { get; }
}

public enum ServiceBusErrorSource
{
    Complete = 0,
    Abandon = 1,
    ProcessMessageCallback = 2,
    Receive = 3,
    RenewLock = 4,
    AcceptSession = 5,
    CloseSession = 6,
}
