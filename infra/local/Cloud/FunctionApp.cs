using Kinerja.Application.Queues;
using Kinerja.Application.Tables;
using Kinerja.FunctionsHost;
using Kinerja.Host;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kinerja.Local.Cloud;

/// <summary>
/// The function app in this process: the official worker beside the local Functions host, so that a test can give it a
/// clock and other services.
/// </summary>
public sealed class FunctionApp : IAsyncDisposable
{
    private readonly LocalFunctionsHost _host;
    private readonly FunctionAppOptions _options;

    private FunctionApp(LocalFunctionsHost host, FunctionAppOptions options, IServiceProvider services)
    {
        _host = host;
        _options = options;
        Services = services;
    }

    public Uri Address => _host.Address;

    /// <summary>Of the worker.</summary>
    public IServiceProvider Services { get; }

    /// <summary>What is given to replace comes after the app's own services.</summary>
    public static async Task<FunctionApp> StartAsync(
        FunctionAppOptions options,
        CancellationToken cancel,
        Action<IServiceCollection>? replace = null)
    {
        IServiceProvider? services = null;
        var host = await LocalFunctionsHost.StartAsync(
            new FunctionsHostOptions
            {
                AppFolder = AppContext.BaseDirectory,
                Worker = new InProcessWorker(BuildAsync),
                StateFolder = Path.Combine(options.StateFolder, "functions-host"),
                Port = options.Port,
                MasterKey = options.MasterKey,
                Settings = options.Environment(),
                Logging = log => log.AddProvider(new FileLog(Path.Combine(options.StateFolder, "function-app.log"))),
            },
            cancel);
        return new FunctionApp(host, options, services!);

        async Task<IHost> BuildAsync(WorkerStart start, CancellationToken stop)
        {
            var builder = KinerjaHost.CreateBuilder([]).RunBeside(start);
            if (options.Clock is { } clock)
            {
                builder.Services.AddSingleton(clock);
            }

            replace?.Invoke(builder.Services);
            var worker = builder.Build();
            services = worker.Services;
            await services.GetRequiredService<TableStore>().CreateTablesAsync(stop);
            await services.GetRequiredService<WorkQueues>().CreateAsync(stop);
            return worker;
        }
    }

    /// <summary>Starts a function that no request starts; it runs on after this.</summary>
    public Task StartByHandAsync(string function) =>
        OperatorsHand.StartAsync(Address, _options.MasterKey, function, CancellationToken.None);

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
