using Microsoft.Extensions.Configuration;

namespace Microsoft.Azure.Functions.Worker.Runtime.ServiceBus;

/// <summary>What a trigger's Connection stands for: a connection string, or a namespace to sign in to.</summary>
internal sealed record BusConnection(string Name, string? ConnectionString, string? Namespace)
{
    private const string DefaultName = "AzureWebJobsServiceBus";

    /// <summary>Looks where the platform looks, with and without its prefix and among the connection strings.</summary>
    public static BusConnection Find(IConfiguration configuration, string? connection)
    {
        var name = string.IsNullOrEmpty(connection) ? DefaultName : connection;
        string[] places = [$"AzureWebJobs{name}", name, $"ConnectionStrings:{name}"];
        var section = places.Select(configuration.GetSection).FirstOrDefault(s => s.Exists());
        return new BusConnection(
            name,
            string.IsNullOrEmpty(section?.Value) ? null : section.Value,
            section?["fullyQualifiedNamespace"] is { Length: > 0 } host ? host : null);
    }
}
