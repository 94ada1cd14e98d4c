namespace Microsoft.Extensions.Http.Resilience;

/// <summary>
/// The standard pipeline, outermost first: at most 1,000 requests at once, total timeout, retry, circuit breaker,
/// timeout of each attempt.
/// </summary>
public class HttpStandardResilienceOptions
{
    public HttpTimeoutStrategyOptions TotalRequestTimeout { get; set; } = new()
    {
        Name = "Standard-TotalRequestTimeout",
    };

    public HttpRetryStrategyOptions Retry { get; set; } = new() { Name = "Standard-Retry" };

    public HttpCircuitBreakerStrategyOptions CircuitBreaker { get; set; } = new() { Name = "Standard-CircuitBreaker" };

    public HttpTimeoutStrategyOptions AttemptTimeout { get; set; } = new()
    {
        Name = "Standard-AttemptTimeout",
        Timeout = TimeSpan.FromSeconds(10),
    };
}
