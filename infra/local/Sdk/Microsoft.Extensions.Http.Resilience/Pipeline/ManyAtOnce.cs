using System.Threading.RateLimiting;
using Polly;
using Polly.RateLimiting;

namespace Microsoft.Extensions.Http.Resilience.Pipeline;

/// <summary>Refuses the request that would be number 1,001 under way; nobody queues.</summary>
internal sealed class ManyAtOnce(int permits = ManyAtOnce.Permits) : ResilienceStrategy<HttpResponseMessage>, IDisposable
{
    private const int Permits = 1_000;

    private readonly ConcurrencyLimiter _limiter = new(new() { PermitLimit = permits, QueueLimit = 0 });

    public void Dispose() => _limiter.Dispose();

    protected override async ValueTask<Outcome<HttpResponseMessage>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<HttpResponseMessage>>> callback,
        ResilienceContext context,
        TState state)
    {
        using var lease = _limiter.AttemptAcquire();
        return lease.IsAcquired
            ? await callback(context, state).ConfigureAwait(context.ContinueOnCapturedContext)
            : Outcome.FromException<HttpResponseMessage>(new RateLimiterRejectedException());
    }

    internal sealed class Options : ResilienceStrategyOptions
    {
        public Options()
        {
            Name = "Standard-RateLimiter";
        }
    }
}
