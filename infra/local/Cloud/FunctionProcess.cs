using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Kinerja.Local.Processes;

namespace Kinerja.Local.Cloud;

/// <summary>The function app with host and worker as processes of their own, which is how Azure runs it.</summary>
public sealed partial class FunctionProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>For how long a message that runs is hidden at once.</summary>
    internal const string RunVisibility = "AzureFunctionsJobHost__extensions__queues__runVisibility";

    private readonly ChildProcess _host;

    private readonly string _masterKey;

    private FunctionProcess(ChildProcess host, Uri address, string masterKey)
    {
        _host = host;
        _masterKey = masterKey;
        Address = address;
    }

    public Uri Address { get; }

    /// <summary>On the machine's clock it is the app itself, else the app on the clock of that file.</summary>
    public static Task<FunctionProcess> StartAsync(FunctionAppOptions options, CancellationToken cancel = default) =>
        StartAsync(
            options.ClockFile is null ? ["Kinerja.Host.dll"] : ["Kinerja.Local.dll", LocalWorker.Verb],
            options,
            cancel);

    /// <summary>Another worker on the same host: an assembly beside this one, and its arguments.</summary>
    public static async Task<FunctionProcess> StartAsync(
        string[] worker,
        FunctionAppOptions options,
        CancellationToken cancel = default)
    {
        var settings = new Dictionary<string, string>(options.Environment())
        {
            ["FunctionsHost__StateFolder"] = Path.Combine(options.StateFolder, "functions-host"),
            ["FunctionsHost__StopWithParent"] = "true",
            ["FunctionsHost__MasterKey"] = options.MasterKey,
            ["FunctionsHost__Port"] = options.Port.ToString(CultureInfo.InvariantCulture),
        };
        // Renewed while it runs. What a killed host held comes again after this, not after the platform's ten minutes.
        settings.TryAdd(RunVisibility, "00:00:30");
        if (options.ClockFile is { } clock)
        {
            settings[LocalWorker.ClockSetting] = clock;
        }

        var host = ChildProcess.Start(
            "dotnet",
            [Beside("Kinerja.FunctionsHost.dll"), Beside(worker[0]), .. worker[1..]],
            options.StateFolder,
            settings);
        try
        {
            var listening = await host.FirstMatchAsync(Listening(), Patience, cancel);
            return new FunctionProcess(host, new Uri(listening.Groups[1].Value), options.MasterKey);
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts a function that no request starts; it runs on after this.</summary>
    public Task StartByHandAsync(string function, CancellationToken cancel = default) =>
        OperatorsHand.StartAsync(Address, _masterKey, function, cancel);

    /// <summary>kill -9 of the host: nothing in it gets to tidy up, and its worker ends with it.</summary>
    public Task KillAsync() => _host.KillAsync();

    /// <summary>kill -9 of the worker that the host last told of; the host starts another.</summary>
    public void KillWorker()
    {
        var id = int.Parse(Started().Matches(_host.Output)[^1].Groups[1].Value, CultureInfo.InvariantCulture);
        try
        {
            using var worker = Process.GetProcessById(id);
            worker.Kill();
        }
        catch (ArgumentException)
        {
            // Dead already; its successor has not been told of yet.
        }
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private static string Beside(string assembly) => Path.Combine(AppContext.BaseDirectory, assembly);

    [GeneratedRegex(@"Worker started \(process (\d+)\)")]
    private static partial Regex Started();

    [GeneratedRegex(@"Now listening on: (http://\S+)")]
    private static partial Regex Listening();
}
