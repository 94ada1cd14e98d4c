namespace Azure.Messaging.ServiceBus;

public class ServiceBusProcessorOptions
{
    public bool AutoCompleteMessages { get; set; } = true;

    public int MaxConcurrentCalls
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    }
    = 1;

    /// <summary>How long a lock is kept while a handler runs. Zero renews nothing, infinite always.</summary>
    public TimeSpan MaxAutoLockRenewalDuration
    {
        get;
        set
        {
            if (value != Timeout.InfiniteTimeSpan)
            {
                ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            }

            field = value;
        }
    }
    = TimeSpan.FromMinutes(5);

    public ServiceBusReceiveMode ReceiveMode { get; set; }

    public SubQueue SubQueue { get; set; }
}
