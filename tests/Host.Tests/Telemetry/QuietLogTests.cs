using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kinerja.Host.Tests.Telemetry;

/// <summary>Each line that a worker logs is a message to its host: a request that goes well must cost none.</summary>
public sealed class QuietLogTests
{
    [Theory]
    [InlineData("Microsoft.AspNetCore.Hosting.Diagnostics")]
    [InlineData("Microsoft.AspNetCore.Routing.EndpointMiddleware")]
    [InlineData("Microsoft.Azure.Functions.Worker.FunctionsApplication")]
    [InlineData("System.Net.Http.HttpClient.token-issuer.LogicalHandler")]
    [InlineData("Azure.Core")]
    [InlineData("Polly")]
    public void What_the_frameworks_log_is_sent_from_warnings_up(string category) =>
        Assert.Equal(LogLevel.Warning, LowestOf(category));

    [Fact]
    public void What_we_log_ourselves_is_sent_from_information_up() =>
        Assert.Equal(LogLevel.Information, LowestOf("Kinerja.Host.Runs.QuarterFunctions"));

    private static LogLevel LowestOf(string category)
    {
        var builder = KinerjaHost.CreateBuilder([]);
        builder.Logging.SetMinimumLevel(LogLevel.Trace).ClearProviders().AddProvider(new Everything());
        using var host = builder.Build();
        var log = host.Services.GetRequiredService<ILoggerFactory>().CreateLogger(category);
        return Enum.GetValues<LogLevel>().First(log.IsEnabled);
    }

    /// <summary>Leaves it to the filters what is logged.</summary>
    private sealed class Everything : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
        }

        public void Dispose()
        {
        }
    }
}
