using System.Runtime.InteropServices;
using Kinerja.Local;
using Kinerja.Local.Cloud;
using Kinerja.Local.Processes;
using Kinerja.Local.Story;
using Spectre.Console;

if (args is [LocalWorker.Verb, ..])
{
    await LocalWorker.RunAsync();
    return 0;
}

using var stop = new CancellationTokenSource();
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);

if (RunOptions.Parse(args, RepositoryFolder.State, out var fault) is not { } options)
{
    Console.Error.WriteLine(fault);
    return 2;
}

if (options.Help)
{
    Console.WriteLine(RunOptions.Usage);
    return 0;
}

if (StateLayout.FaultOf(options.Folder, options.NamedFolder) is { } outdated)
{
    Console.Error.WriteLine(outdated);
    return 1;
}

if (options.Port is { } port && !FreePort.IsFree(port))
{
    Console.Error.WriteLine($"Port {port} is taken: name another with --port, or 0 for a free one.");
    return 1;
}

using var only = FolderLock.Take(options.Folder);
if (only is null)
{
    Console.Error.WriteLine(
        $"Another start uses {options.NamedFolder} now: stop it with Ctrl+C, or name another folder with --folder.");
    return 1;
}

try
{
    await new LocalRun(Screen.Open(), options).RunAsync(stop.Token);
    return 0;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    AnsiConsole.WriteLine("Stopped. The next start goes on from here.");
    return 0;
}
catch (MissingToolException missing)
{
    Console.Error.WriteLine(missing.Message);
    return 1;
}

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}
