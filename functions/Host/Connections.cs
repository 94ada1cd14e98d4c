using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Messaging.ServiceBus;
using Azure.Storage.Queues;
using Kinerja.Application.Telemetry;
using Microsoft.Extensions.Configuration;

namespace Kinerja.Host;

/// <summary>
/// Clients of tables, queues and bus as the settings say: by connection string on one machine, by identity on Azure.
/// </summary>
internal static class Connections
{
    internal static TableServiceClient TablesOf(IConfiguration configuration)
    {
        var options = CountingRetries(new TableClientOptions(), "tables");
        return Setting(configuration, SettingNames.Tables) is { } connection
            ? new TableServiceClient(connection, options)
            : new TableServiceClient(
                new Uri(Required(configuration, SettingNames.TablesServiceUri)),
                Identity(Required(configuration, SettingNames.TablesClientId)),
                options);
    }

    internal static QueueServiceClient QueuesOf(IConfiguration configuration)
    {
        var options = CountingRetries(new QueueClientOptions(), "queues");
        return Setting(configuration, SettingNames.Queues) is { } connection
            ? new QueueServiceClient(connection, options)
            : new QueueServiceClient(
                new Uri(Required(configuration, SettingNames.QueuesServiceUri)),
                Identity(Required(configuration, SettingNames.QueuesClientId)),
                options);
    }

    private static T CountingRetries<T>(T options, string store)
        where T : ClientOptions
    {
        options.AddPolicy(new StoreRetries(store), HttpPipelinePosition.PerRetry);
        return options;
    }

    internal static ServiceBusClient BusOf(IConfiguration configuration) =>
        Setting(configuration, SettingNames.Bus) is { } connection
            ? new ServiceBusClient(connection)
            : new ServiceBusClient(
                Required(configuration, SettingNames.BusNamespace),
                Identity(Required(configuration, SettingNames.BusClientId)));

    internal static ManagedIdentityCredential Identity(string clientId) =>
        new(ManagedIdentityId.FromUserAssignedClientId(clientId));

    internal static string? Setting(IConfiguration configuration, string name) =>
        configuration[SettingNames.InConfiguration(name)] is { Length: > 0 } value ? value : null;

    internal static string Required(IConfiguration configuration, string name) =>
        Setting(configuration, name) ?? throw new InvalidOperationException($"The setting {name} is missing.");
}
