using Azure.Core;
using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Azure.Functions.Worker.Runtime.ServiceBus;

/// <summary>One client for each connection that the functions name.</summary>
internal sealed class BusClients(IConfiguration configuration, IServiceProvider services) : IAsyncDisposable
{
    private readonly Dictionary<BusConnection, ServiceBusClient> _clients = [];

    public ServiceBusClient Get(string? connection)
    {
        var found = BusConnection.Find(configuration, connection);
        return _clients.TryGetValue(found, out var client) ? client : _clients[found] = Create(found);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients.Values)
        {
            await client.DisposeAsync().ConfigureAwait(false);
        }
    }

    private ServiceBusClient Create(BusConnection connection)
    {
        if (connection.ConnectionString is { } text)
        {
            return new ServiceBusClient(text);
        }

        var credential = services.GetService<TokenCredential>() ?? throw new InvalidOperationException(
            $"The connection '{connection.Name}' names a namespace, and no TokenCredential is registered to sign in.");
        return new ServiceBusClient(connection.Namespace!, credential); // The rules let no third case pass.
    }
}
