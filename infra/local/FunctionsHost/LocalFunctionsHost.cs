using System.Net;
using Kinerja.FunctionsHost.Functions;
using Kinerja.FunctionsHost.Http;
using Kinerja.FunctionsHost.Rpc;
using Kinerja.FunctionsHost.Triggers;
using Kinerja.FunctionsHost.Triggers.Queues;
using Kinerja.FunctionsHost.Workers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yarp.ReverseProxy.Forwarder;

namespace Kinerja.FunctionsHost;

/// <summary>
/// A Functions host on this machine: one worker, its HTTP functions on a loopback port, its timers and its queues.
/// </summary>
public sealed class LocalFunctionsHost : IAsyncDisposable
{
    // The platform's own limit; the worker's web server has a lower one.
    private const long MostBytes = 104_857_600;

    private static readonly TimeSpan CancelGrace = TimeSpan.FromSeconds(5);

    private readonly ILoggerFactory _logging;
    private readonly RpcServer _rpc;
    private readonly WorkerSupervisor _workers;
    private readonly TriggerListeners _listeners;
    private readonly FunctionsHostOptions _options;
    private WebApplication? _front;

    private LocalFunctionsHost(FunctionsHostOptions options, ILoggerFactory logging, RpcServer rpc)
    {
        (_options, _logging, _rpc) = (options, logging, rpc);
        _workers = new WorkerSupervisor(options, rpc.Streams, rpc.Address, logging.CreateLogger<WorkerSupervisor>());
        _listeners = new TriggerListeners(options, _workers, logging);
    }

    /// <summary>Where the HTTP functions are.</summary>
    public Uri Address => new(_front!.Urls.Single());

    /// <summary>The process of the worker that serves now; null in this process, or while it is started anew.</summary>
    public int? WorkerProcessId => _workers.ProcessId;

    /// <summary>Completes when the worker ended too often and is not started again.</summary>
    public Task GivenUp => _workers.GivenUp;

    /// <summary>Comes back when requests are taken and every listener is started.</summary>
    public static async Task<LocalFunctionsHost> StartAsync(
        FunctionsHostOptions options, CancellationToken cancel = default)
    {
        var logging = LoggerFactory.Create(log =>
        {
            log.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Yarp", LogLevel.Warning).AddFilter(
                "Grpc", LogLevel.Warning);
            options.Logging(log);
        });
        var host = new LocalFunctionsHost(options, logging, await RpcServer.StartAsync(logging, cancel));
        try
        {
            await host.OpenAsync(cancel);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Stops in order: takes nothing new, lets what is under way end (and cancels it after the drain time), then ends
    /// the worker.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        using var drain = new CancellationTokenSource(_options.DrainTime);
        var listening = _listeners.StopAsync(drain.Token);
        if (_front is not null)
        {
            await _front.StopAsync(drain.Token);
        }

        await Task.WhenAny(listening, GraceAsync(drain.Token));
        await _workers.DisposeAsync();
        await listening;
        _listeners.Dispose();
        await _rpc.DisposeAsync();
        if (_front is not null)
        {
            await _front.DisposeAsync();
        }

        _logging.Dispose();
    }

    /// <summary>Past the drain time and a little more, for what was cancelled to end by itself.</summary>
    private static async Task GraceAsync(CancellationToken drained)
    {
        await Task.Delay(Timeout.Infinite, drained).ContinueWith(_ => { }, TaskScheduler.Default);
        await Task.Delay(CancelGrace, CancellationToken.None);
    }

    private async Task OpenAsync(CancellationToken cancel)
    {
        var settings = new AppSettings(_options.Settings);
        var hostJson = new HostJson(_options.AppFolder, settings);
        var metadata = await _workers.StartAsync(cancel);
        var functions = ReadFunctions(metadata, settings, QueueOptions.Read(hostJson));

        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = MostBytes;
            kestrel.Listen(IPAddress.Loopback, _options.Port);
        });
        builder.Services.AddSingleton(_logging);
        builder.Services.AddRouting();
        builder.Services.AddHttpForwarder();
        builder.Services.AddSingleton(services => new HttpInvocations(
            _workers, services.GetRequiredService<IHttpForwarder>(), _logging.CreateLogger("Host.Http")));
        _front = builder.Build();

        var keys = new Keys(_options.MasterKey, _options.FunctionKey);
        var admin = new AdminDoor(keys, functions, _listeners.StartByHand);
        _front.Map("/admin", branch => branch.Run(admin.AnswerAsync));
        _front.UseRouting();
        _front.Use(FunctionRoutes.HideWrongVerb);
        FunctionRoutes.Map(
            _front, functions, hostJson.RoutePrefix, keys, _front.Services.GetRequiredService<HttpInvocations>());
        _front.UseEndpoints(_ => { });
        _front.Use((http, next) => http.Request.Path == "/"
            ? Homepage.AnswerAsync(http, settings.IsTrue("AzureWebJobsDisableHomepage"))
            : next(http));
        await _front.StartAsync(cancel);
        _listeners.Start();
    }

    /// <summary>Names every function that cannot run, at once.</summary>
    private List<FunctionEntry> ReadFunctions(
        IEnumerable<RpcFunctionMetadata> metadata, AppSettings settings, QueueOptions queues)
    {
        var functions = new List<FunctionEntry>();
        var faults = new List<string>();
        foreach (var described in metadata)
        {
            try
            {
                var function = FunctionEntry.Read(described, settings);
                _listeners.Add(function, settings, queues);
                functions.Add(function);
            }
            catch (Exception e) when (e is InvalidOperationException or FormatException)
            {
                faults.Add($"{described.Name}: {e.Message}");
            }
        }

        return faults.Count == 0
            ? functions
            : throw new InvalidOperationException(string.Join("\n  ", ["These functions cannot run:", .. faults]));
    }
}
