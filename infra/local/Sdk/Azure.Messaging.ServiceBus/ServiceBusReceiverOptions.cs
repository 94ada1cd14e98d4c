namespace Azure.Messaging.ServiceBus;

public class ServiceBusReceiverOptions
{
    public ServiceBusReceiveMode ReceiveMode { get; set; }

    public SubQueue SubQueue { get; set; }
}

public enum ServiceBusReceiveMode
{
    PeekLock = 0,
    ReceiveAndDelete = 1,
}

public enum SubQueue
{
    None = 0,
    DeadLetter = 1,
    TransferDeadLetter = 2,
}
