namespace Polly.RateLimiting;

/// <summary>Too many requests are under way. Stands for the type of the package Polly.RateLimiting.</summary>
public sealed class RateLimiterRejectedException : ExecutionRejectedException
{
    public RateLimiterRejectedException()
        : base("Too many requests are under way at once.")
    {
    }

    public RateLimiterRejectedException(string message)
        : base(message)
    {
    }

    public RateLimiterRejectedException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
