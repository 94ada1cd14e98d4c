using Kinerja.Application.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;

namespace Kinerja.Host.Webhooks;

internal static class WebhookClientServices
{
    /// <summary>
    /// It is somebody else's server: with time-outs, a few retries and a circuit breaker of its own, so that one
    /// agency's server that is down breaks no other's; after that the queue tries again.
    /// </summary>
    internal static IServiceCollection AddWebhookClient(
        this IServiceCollection services, IConfiguration configuration)
    {
        // Read when it is asked for: settings of one machine come after the services.
        services.AddSingleton(_ => new WebhookSettings(
            configuration.GetValue(SettingNames.InConfiguration(SettingNames.WebhooksAllowLocal), false)));
        services.AddHttpClient<IWebhookSender, WebhookClient>()
            .ConfigurePrimaryHttpMessageHandler(
                provider => OutsideHandler.Create(provider.GetRequiredService<WebhookSettings>()))
            .AddStandardResilienceHandler()
            .SelectPipelineByAuthority();
        return services;
    }
}
