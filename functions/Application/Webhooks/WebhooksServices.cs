using Kinerja.Application.Events;
using Kinerja.Application.Notices;
using Microsoft.Extensions.DependencyInjection;

namespace Kinerja.Application.Webhooks;

/// <summary>What this room holds, for the app that is put together. Nothing here keeps a request's state.</summary>
public static class WebhooksServices
{
    /// <summary>What is sent goes into inboxes first, then to the bus, then to agencies' own servers.</summary>
    public static IServiceCollection AddWebhooks(this IServiceCollection services) => services
        .AddSingleton<IWebhooks, TableWebhooks>()
        .AddSingleton<IWebhookQueue, StorageWebhookQueue>()
        .AddSingleton<WebhookDirectory>()
        .AddSingleton<RegisterWebhook>()
        .AddSingleton<DeliverWebhook>()
        .AddSingleton<IEvents>(provider => new WebhookEvents(
            new InboxEvents(provider.GetRequiredService<IInboxes>(), provider.GetRequiredService<ServiceBusEvents>()),
            provider.GetRequiredService<WebhookDirectory>(),
            provider.GetRequiredService<IWebhookQueue>()));
}
