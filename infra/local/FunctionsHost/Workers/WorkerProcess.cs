using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Kinerja.FunctionsHost;

/// <summary>
/// Runs the worker as a process of its own: a .NET assembly, with the arguments that the platform gives a worker. What
/// it prints goes to the log. It ends when this process does, however that ends (see <see cref="StartupHook"/>).
/// </summary>
public sealed partial class WorkerProcess(
    string assembly, IEnumerable<string> arguments, ILogger<WorkerProcess> log) : IWorkerLauncher
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    public Task<IWorker> StartAsync(WorkerStart start, CancellationToken cancel)
    {
        var info = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = start.AppFolder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        string[] platform =
        [
            "--host", start.HostEndpoint.Host,
            "--port", start.HostEndpoint.Port.ToString(CultureInfo.InvariantCulture),
            "--workerId", start.WorkerId,
            "--requestId", start.RequestId,
            "--grpcMaxMessageLength", "2147483647",
            "--functions-uri", start.HostEndpoint.AbsoluteUri,
            "--functions-worker-id", start.WorkerId,
            "--functions-request-id", start.RequestId,
            "--functions-grpc-max-message-length", "2147483647",
        ];
        foreach (var argument in (string[])[assembly, .. arguments, .. platform])
        {
            info.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in start.Settings)
        {
            info.Environment[name] = value;
        }

        info.Environment["FUNCTIONS_APPLICATION_DIRECTORY"] = start.AppFolder;
        info.Environment["FUNCTIONS_WORKER_DIRECTORY"] = start.AppFolder;
        info.Environment["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated";
        info.Environment["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location;
        return Task.FromResult<IWorker>(new Running(Begin(info), log));
    }

    private Process Begin(ProcessStartInfo info)
    {
        var process = new Process { StartInfo = info, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private void Keep(string? line)
    {
        if (!string.IsNullOrEmpty(line))
        {
            LogOutput(log, line);
        }
    }

    [LoggerMessage(LogLevel.Information, "{Line}")]
    private static partial void LogOutput(ILogger log, string line);

    [LoggerMessage(LogLevel.Warning, "The worker, process {Id}, did not end by itself and was ended.")]
    private static partial void LogEnded(ILogger log, int id);

    private sealed class Running(Process process, ILogger log) : IWorker
    {
        public int? ProcessId { get; } = process.Id;

        public Task Ended { get; } = process.WaitForExitAsync();

        public async ValueTask DisposeAsync()
        {
            try
            {
                await Ended.WaitAsync(Grace);
            }
            catch (TimeoutException)
            {
                LogEnded(log, process.Id);
                process.Kill(entireProcessTree: true);
                await Ended;
            }

            process.Dispose();
        }
    }
}
