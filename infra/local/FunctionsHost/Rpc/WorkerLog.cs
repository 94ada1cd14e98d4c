using Microsoft.Extensions.Logging;

namespace Kinerja.FunctionsHost.Rpc;

/// <summary>Writes what workers log to the host's own log, under the category that the worker names.</summary>
internal sealed partial class WorkerLog(ILoggerFactory factory)
{
    public void Write(RpcLog line)
    {
        var log = factory.CreateLogger(string.IsNullOrEmpty(line.Category) ? "Worker" : line.Category);
        if (line.Level is >= RpcLog.Types.Level.Trace and < RpcLog.Types.Level.None)
        {
            LogLine(log, (LogLevel)line.Level, line.Message, line.Exception is { } e ? $" {e.Message}" : "");
        }
    }

    [LoggerMessage("{Message}{Exception}")]
    private static partial void LogLine(ILogger log, LogLevel level, string message, string exception);
}
