using Kinerja.FunctionsHost;
using Kinerja.Local.Cloud;
using Kinerja.SampleApp;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kinerja.Local.Tests.FunctionsHost;

/// <summary>How a sample host differs from the usual one.</summary>
internal sealed record SampleHostOptions
{
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Of the host's timers.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>A folder of its own by default.</summary>
    public string? StateFolder { get; init; }

    public Action<FunctionsApplicationBuilder> Configure { get; init; } = _ => { };

    /// <summary>A function that no class has.</summary>
    public IFunctionMetadata? Other { get; init; }

    public TimeSpan DrainTime { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The app's host.json; one that says nothing by default.</summary>
    public SampleFolder? Folder { get; init; }
}

/// <summary>A running host of the given function classes on a free port, with its worker in this process.</summary>
internal sealed class SampleHost : IAsyncDisposable
{
    public const string MasterKey = "the master key";
    public const string FunctionKey = "the function key";

    // The worker's web server reads host.json where one variable for the whole process says: all say the same.
    internal static readonly Lazy<SampleFolder> Plain = new(() => new SampleFolder("{}"));

    private readonly DirectoryInfo _ownFolder = Directory.CreateTempSubdirectory("functions-host-");
    private LocalFunctionsHost? _host;

    private SampleHost()
    {
    }

    public Notes Notes { get; } = new();

    public LogNotes Log { get; } = new();

    public HttpClient Client { get; } = new();

    public static Task<SampleHost> StartAsync<T>(SampleHostOptions? options = null) =>
        StartAsync([typeof(T)], options ?? new());

    public static async Task<SampleHost> StartAsync(Type[] classes, SampleHostOptions options)
    {
        var sample = new SampleHost();
        try
        {
            await sample.OpenAsync(classes, options);
            return sample;
        }
        catch
        {
            await sample.DisposeAsync();
            throw;
        }
    }

    /// <summary>Asks with a key and a JSON body, as an operator does.</summary>
    public Task<HttpResponseMessage> AdminAsync(string path, string? key = MasterKey, string? json = null)
    {
        var request = new HttpRequestMessage(json is null ? HttpMethod.Get : HttpMethod.Post, path);
        if (key is not null)
        {
            request.Headers.Add("x-functions-key", key);
        }

        if (json is not null)
        {
            request.Content = new StringContent(
                json, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));
        }

        return Client.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is { } host)
        {
            _host = null;
            await host.DisposeAsync();
        }

        Client.Dispose();
        Log.Dispose();
        if (_ownFolder.Exists)
        {
            _ownFolder.Delete(recursive: true);
            _ownFolder.Refresh();
        }
    }

    private async Task OpenAsync(Type[] classes, SampleHostOptions options)
    {
        _host = await LocalFunctionsHost.StartAsync(new FunctionsHostOptions
        {
            AppFolder = (options.Folder ?? Plain.Value).Path,
            Worker = new InProcessWorker((start, _) => Task.FromResult(Build(classes, options, start))),
            StateFolder = options.StateFolder ?? _ownFolder.FullName,
            Settings = options.Settings,
            Clock = options.Clock,
            MasterKey = MasterKey,
            FunctionKey = FunctionKey,
            DrainTime = options.DrainTime,
            Logging = log => log.AddProvider(Log),
        });
        Client.BaseAddress = _host.Address;
    }

    private IHost Build(Type[] classes, SampleHostOptions options, WorkerStart start)
    {
        var builder = SampleWorker.CreateBuilder([]).RunBeside(start);
        builder.Services.AddSingleton(Notes);
        builder.Services.AddSingleton<IFunctionMetadataProvider>(
            new SampleFunctions(classes) { Other = options.Other });
        options.Configure(builder);
        return builder.Build();
    }
}
