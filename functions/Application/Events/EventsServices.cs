using Microsoft.Extensions.DependencyInjection;

namespace Kinerja.Application.Events;

/// <summary>What this room holds, for the app that is put together. Nothing here keeps a request's state.</summary>
public static class EventsServices
{
    public static IServiceCollection AddEvents(this IServiceCollection services) => services
        .AddSingleton<IOutbox, TableOutbox>()
        .AddSingleton<IOutboxLags, TableOutboxLags>()
        .AddSingleton<IEventLog, TableEventLog>()
        .AddSingleton<ServiceBusEvents>()
        .AddSingleton<ReadEvents>()
        .AddSingleton<ReadEventSources>()
        .AddSingleton<OutboxPublisher>();
}
