using Azure.Monitor.OpenTelemetry.Exporter;
using Kinerja.Application.Telemetry;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;

namespace Kinerja.Host.Telemetry;

/// <summary>What leaves the worker for whoever watches it.</summary>
internal static class TelemetryServices
{
    private const string ClientIdKey = "ClientId=";

    /// <summary>
    /// Traces, metrics and logs go to Azure Monitor when a connection string names it; without one nobody listens.
    /// </summary>
    internal static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (Connections.Setting(configuration, SettingNames.TelemetryConnectionString) is not { } connection)
        {
            return services;
        }

        services.AddOpenTelemetry()
            .UseFunctionsWorkerDefaults()
            .WithTracing(traces => traces.AddSource(Instrumentation.Name))
            .WithMetrics(metrics => metrics.AddMeter(Instrumentation.Name))
            .UseAzureMonitorExporter(exporter =>
            {
                exporter.ConnectionString = connection;
                if (ClientId(Connections.Setting(configuration, SettingNames.TelemetryAuthentication)) is { } clientId)
                {
                    exporter.Credential = Connections.Identity(clientId);
                }
            });
        return services;
    }

    /// <summary>
    /// Every line that a worker logs is a message to the host, and the frameworks have several for a request: theirs
    /// are sent from warnings up, ours from information up.
    /// </summary>
    internal static ILoggingBuilder QuietPlatform(this ILoggingBuilder logging) => logging
        .AddFilter("Microsoft", LogLevel.Warning)
        .AddFilter("System", LogLevel.Warning)
        .AddFilter("Azure", LogLevel.Warning)
        .AddFilter("Polly", LogLevel.Warning)
        .AddFilter(Instrumentation.Name, LogLevel.Information);

    /// <summary>The client id in <c>Authorization=AAD;ClientId=…</c>; null without one.</summary>
    internal static string? ClientId(string? authentication) => authentication?
        .Split(';', StringSplitOptions.TrimEntries)
        .FirstOrDefault(
            part => part.StartsWith(ClientIdKey, StringComparison.OrdinalIgnoreCase))?[ClientIdKey.Length..];
}
