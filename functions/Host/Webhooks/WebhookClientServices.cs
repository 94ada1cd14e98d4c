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
        var settings = new WebhookSettings(
            configuration.GetValue(SettingNames.InConfiguration(SettingNames.WebhooksAllowLocal), false));
        services.AddSingleton(settings);
        services.AddHttpClient<IWebhookSender, WebhookClient>()
            .ConfigurePrimaryHttpMessageHandler(() => WebhookClient.Handler(settings))
            .AddStandardResilienceHandler()
            .SelectPipelineByAuthority();
        return services;
    }
}
