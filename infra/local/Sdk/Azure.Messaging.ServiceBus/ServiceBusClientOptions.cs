namespace Azure.Messaging.ServiceBus;

public class ServiceBusClientOptions
{
    private ServiceBusRetryOptions _retryOptions = new();

    public ServiceBusRetryOptions RetryOptions
    {
        get => _retryOptions;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            _retryOptions = value;
        }
    }
}
