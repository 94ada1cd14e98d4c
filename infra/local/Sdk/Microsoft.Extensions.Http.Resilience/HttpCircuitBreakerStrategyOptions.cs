using Polly.CircuitBreaker;

namespace Microsoft.Extensions.Http.Resilience;

/// <summary>Counts transient outcomes as failures.</summary>
public class HttpCircuitBreakerStrategyOptions : CircuitBreakerStrategyOptions<HttpResponseMessage>
{
    public HttpCircuitBreakerStrategyOptions()
    {
        ShouldHandle = args => new(HttpClientResiliencePredicates.IsTransient(args.Outcome));
    }
}
