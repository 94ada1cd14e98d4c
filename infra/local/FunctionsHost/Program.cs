using System.Collections;
using System.Globalization;
using System.Runtime.InteropServices;
using Kinerja.FunctionsHost;
using Microsoft.Extensions.Logging;

// Kinerja.FunctionsHost <worker assembly> [arguments of the worker] Settings come from the environment: app settings as
// the app reads them, and for the host itself FunctionsHost__AppFolder (where host.json is; the assembly's folder),
// FunctionsHost__StateFolder, FunctionsHost__Port (7071), FunctionsHost__MasterKey, FunctionsHost__FunctionKey,
// FunctionsHost__StopWithParent (true: when stdin closes).
if (args.Length == 0 || !File.Exists(args[0]))
{
    Console.Error.WriteLine("Say the worker's assembly: Kinerja.FunctionsHost <worker.dll> [arguments of the worker]");
    return 2;
}

using var stop = new CancellationTokenSource();
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var console = LoggerFactory.Create(Log);
var assembly = Path.GetFullPath(args[0]);
var settings = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(
    e => (string)e.Key, e => (string?)e.Value ?? "");
if (Setting("StopWithParent") == "true")
{
    ParentWatch.OnEnd(stop.Cancel);
}

var defaults = new FunctionsHostOptions
{
    AppFolder = Setting("AppFolder") ?? Path.GetDirectoryName(assembly)!,
    Worker = new WorkerProcess(assembly, args[1..], console.CreateLogger<WorkerProcess>()),
    StateFolder = Setting("StateFolder") ?? Path.Combine(Path.GetDirectoryName(assembly)!, ".functions-host"),
    Port = int.Parse(Setting("Port") ?? "7071", CultureInfo.InvariantCulture),
    Settings = settings,
    // Whoever stops this process waits no longer than this and the worker's own end take together.
    DrainTime = TimeSpan.FromSeconds(8),
    Logging = Log,
};
try
{
    await using var host = await LocalFunctionsHost.StartAsync(
        defaults with
        {
            MasterKey = Setting("MasterKey") ?? defaults.MasterKey,
            FunctionKey = Setting("FunctionKey") ?? defaults.FunctionKey,
        },
        stop.Token);
    Console.WriteLine($"Now listening on: {host.Address}");
    var stopped = new TaskCompletionSource();
    stop.Token.Register(stopped.SetResult);
    return await Task.WhenAny(host.GivenUp, stopped.Task) == stopped.Task ? 0 : 1;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    return 0;
}
catch (InvalidOperationException fault)
{
    Console.Error.WriteLine(fault.Message);
    return 1;
}

string? Setting(string name) => settings.GetValueOrDefault($"FunctionsHost__{name}");

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}

static void Log(ILoggingBuilder log) => log.AddSimpleConsole(line => line.SingleLine = true);
