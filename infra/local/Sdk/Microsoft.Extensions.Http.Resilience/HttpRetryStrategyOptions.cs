using Microsoft.Extensions.Http.Resilience.Pipeline;
using Polly;
using Polly.Retry;

namespace Microsoft.Extensions.Http.Resilience;

/// <summary>Tries again after transient outcomes, with growing delays and some chance in them.</summary>
public class HttpRetryStrategyOptions : RetryStrategyOptions<HttpResponseMessage>
{
    public HttpRetryStrategyOptions()
    {
        ShouldHandle = args => new(HttpClientResiliencePredicates.IsTransient(args.Outcome));
        BackoffType = DelayBackoffType.Exponential;
        UseJitter = true;
        ShouldRetryAfterHeader = true;
    }

    /// <summary>Whether a delay that the server asks for takes the place of our own.</summary>
    public bool ShouldRetryAfterHeader
    {
        get;
        set
        {
            field = value;
            DelayGenerator = value ? args => new(RetryAfter.In(args)) : null;
        }
    }
}
