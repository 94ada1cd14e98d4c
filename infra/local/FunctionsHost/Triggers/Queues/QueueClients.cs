using Azure.Identity;
using Azure.Storage.Queues;
using Kinerja.FunctionsHost.Functions;

namespace Kinerja.FunctionsHost.Triggers.Queues;

/// <summary>
/// A function's queue and, beside it, the queue for what fails too often; a poison queue has none, nor has one whose
/// name would be too long. Both see texts as they are stored.
/// </summary>
internal sealed record QueueClients(QueueClient Queue, QueueClient? Poison)
{
    private const string DefaultConnection = "AzureWebJobsStorage";
    private const string PoisonSuffix = "-poison";
    private const int LongestName = 63;

    /// <summary>
    /// By the connection's setting, a connection string or, under it, queueServiceUri with this machine's identity.
    /// </summary>
    public static QueueClients Open(FunctionEntry function, AppSettings settings)
    {
        var name = settings.Resolve(function.Text("queueName") ?? "").ToLowerInvariant();
        var connection = function.Text("connection") is { Length: > 0 } own ? own : DefaultConnection;
        var service = Service(connection, settings);
        var poison = name.EndsWith(PoisonSuffix, StringComparison.Ordinal)
            || name.Length + PoisonSuffix.Length > LongestName
            ? null
            : name + PoisonSuffix;
        return new QueueClients(service.GetQueueClient(name), poison is null ? null : service.GetQueueClient(poison));
    }

    private static QueueServiceClient Service(string connection, AppSettings settings)
    {
        var options = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.None };
        if ((settings[$"AzureWebJobs{connection}"] ?? settings[connection]) is { Length: > 0 } text)
        {
            return new QueueServiceClient(text, options);
        }

        return settings[$"{connection}:queueServiceUri"] is { } uri
            ? new QueueServiceClient(new Uri(uri), new DefaultAzureCredential(), options)
            : throw new InvalidOperationException(
                $"The connection '{connection}' is neither a setting nor has a queueServiceUri.");
    }
}
