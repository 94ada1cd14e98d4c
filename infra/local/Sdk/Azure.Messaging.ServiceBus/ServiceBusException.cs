namespace Azure.Messaging.ServiceBus;

/// <summary>The service, or the way to it, refused or failed an operation.</summary>
public class ServiceBusException : Exception
{
    public ServiceBusException()
    {
    }

    public ServiceBusException(
        bool isTransient,
        string message,
        string? entityName = null,
        ServiceBusFailureReason reason = ServiceBusFailureReason.GeneralError,
        Exception? innerException = null)
        : base(message, innerException)
    {
        IsTransient = isTransient;
        EntityPath = entityName;
        Reason = reason;
    }

    public ServiceBusException(
        string message,
        ServiceBusFailureReason reason,
        string? entityPath = null,
        Exception? innerException = null)
        : this(PassesByItself(reason), message, entityPath, reason, innerException)
    {
    }

    public bool IsTransient { get; }

    public ServiceBusFailureReason Reason { get; }

    public string? EntityPath { get; }

    public override string Message =>
        string.IsNullOrEmpty(EntityPath)
            ? $"{base.Message} ({Reason})"
            : $"{base.Message} ({Reason}, entity {EntityPath})";

    private static bool PassesByItself(ServiceBusFailureReason reason) =>
        reason is ServiceBusFailureReason.ServiceBusy
            or ServiceBusFailureReason.ServiceTimeout
            or ServiceBusFailureReason.ServiceCommunicationProblem;
}

public enum ServiceBusFailureReason
{
    GeneralError = 0,
    MessagingEntityNotFound = 1,
    MessageLockLost = 2,
    MessageNotFound = 3,
    MessageSizeExceeded = 4,
    MessagingEntityDisabled = 5,
    QuotaExceeded = 6,
    ServiceBusy = 7,
    ServiceTimeout = 8,
    ServiceCommunicationProblem = 9,
    SessionCannotBeLocked = 10,
    SessionLockLost = 11,
    MessagingEntityAlreadyExists = 12,
}
