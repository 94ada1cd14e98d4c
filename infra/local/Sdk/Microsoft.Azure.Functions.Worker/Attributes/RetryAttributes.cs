namespace Microsoft.Azure.Functions.Worker;

[AttributeUsage(AttributeTargets.Method)]
public abstract class RetryAttribute : Attribute
{
    public RetryAttribute()
    {
    }

    public int MaxRetryCount { get; set; }
}

public sealed class FixedDelayRetryAttribute : RetryAttribute
{
    public FixedDelayRetryAttribute(int maxRetryCount, string delayInterval)
    {
        RetryInterval.Parse(delayInterval, nameof(delayInterval));
        MaxRetryCount = maxRetryCount;
        DelayInterval = delayInterval;
    }

    public string DelayInterval { get; }
}

public sealed class ExponentialBackoffRetryAttribute : RetryAttribute
{
    public ExponentialBackoffRetryAttribute(int maxRetryCount, string minimumInterval, string maximumInterval)
    {
        var minimum = RetryInterval.Parse(minimumInterval, nameof(minimumInterval));
        var maximum = RetryInterval.Parse(maximumInterval, nameof(maximumInterval));
        if (minimum > maximum)
        {
            throw new ArgumentException(
                "The minimum interval must not be greater than the maximum interval.", nameof(minimumInterval));
        }

        MaxRetryCount = maxRetryCount;
        MinimumInterval = minimumInterval;
        MaximumInterval = maximumInterval;
    }

    public string MinimumInterval { get; }

    public string MaximumInterval { get; }
}

internal static class RetryInterval
{
    public static TimeSpan Parse(string text, string parameter)
    {
        if (!TimeSpan.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var interval))
        {
            throw new ArgumentOutOfRangeException(parameter);
        }

        return interval >= TimeSpan.Zero
            ? interval
            : throw new ArgumentOutOfRangeException(parameter, "The interval must not be negative.");
    }
}
