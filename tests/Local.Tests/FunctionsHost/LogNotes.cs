using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Kinerja.Local.Tests.FunctionsHost;

/// <summary>Keeps what the host logs.</summary>
internal sealed class LogNotes : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyList<string> Lines => [.. _lines];

    public async Task WaitForAsync(string start)
    {
        var deadline = DateTime.UtcNow.AddSeconds(60);
        while (!_lines.Any(line => line.StartsWith(start, StringComparison.Ordinal)))
        {
            Assert.True(DateTime.UtcNow < deadline, $"No '{start}' in: {string.Join(Environment.NewLine, _lines)}");
            await Task.Delay(5);
        }
    }

    public ILogger CreateLogger(string categoryName) => new Keeper(_lines);

    public void Dispose()
    {
    }

    private sealed class Keeper(ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception?.Message}");
    }
}
