namespace Azure.Messaging.ServiceBus;

public class ServiceBusRetryOptions
{
    private static readonly TimeSpan ShortestDelay = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(5);

    public ServiceBusRetryMode Mode { get; set; } = ServiceBusRetryMode.Exponential;

    public int MaxRetries
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 100);
            field = value;
        }
    }
    = 3;

    public TimeSpan Delay
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, ShortestDelay);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, LongestDelay);
            field = value;
        }
    }
    = TimeSpan.FromSeconds(0.8);

    public TimeSpan MaxDelay
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            field = value;
        }
    }
    = TimeSpan.FromMinutes(1);

    public TimeSpan TryTimeout
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
            field = value;
        }
    }
    = TimeSpan.FromMinutes(1);
}

public enum ServiceBusRetryMode
{
    Fixed = 0,
    Exponential = 1,
}
