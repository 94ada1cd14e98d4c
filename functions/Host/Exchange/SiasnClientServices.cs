using Kinerja.Application.Exchange;
using Kinerja.Application.Webhooks;
using Kinerja.Host.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;

namespace Kinerja.Host.Exchange;

internal static class SiasnClientServices
{
    /// <summary>
    /// With time-outs, a few retries of reads (429 after the time that it names) and a circuit breaker; after that the
    /// queue tries again. A write is never retried here: what it did is read first. Addresses hold NIPs, so that
    /// nothing is logged and no trace made of them.
    /// </summary>
    internal static IServiceCollection AddSiasnClient(this IServiceCollection services)
    {
        services.AddHttpClient<ISiasnServer, SiasnClient>()
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(provider =>
            {
                var handler = OutsideHandler.Create(provider.GetRequiredService<WebhookSettings>());
                handler.ActivityHeadersPropagator = null;
                return handler;
            })
            .AddStandardResilienceHandler(options =>
            {
                options.Retry.DisableForUnsafeHttpMethods();
                options.AttemptTimeout.Timeout = TimeSpan.FromSeconds(30);
                options.CircuitBreaker.SamplingDuration = TimeSpan.FromSeconds(60);
                options.TotalRequestTimeout.Timeout = SiasnClient.Patience;
            })
            .SelectPipelineByAuthority();
        return services;
    }
}
