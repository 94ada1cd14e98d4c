using Azure.Data.Tables;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;
using Microsoft.Azure.Functions.Worker.Invocation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kinerja.PeerApp;

/// <summary>The peer put together, with nothing that the worker does not bring itself.</summary>
public static class PeerWorker
{
    /// <summary>The setting that holds the store's connection string.</summary>
    public const string Tables = "PeerTables";

    public static FunctionsApplicationBuilder CreateBuilder(string[] args)
    {
        var builder = FunctionsApplication.CreateBuilder(args);
        builder.ConfigureFunctionsWebApplication();
        // By name: the worker looks for them in the entry assembly, which a benchmark's is not.
        builder.Services.AddSingleton<IFunctionMetadataProvider, GeneratedFunctionMetadataProvider>();
        builder.Services.AddSingleton<IFunctionExecutor, DirectFunctionExecutor>();
        builder.Services.AddSingleton(_ => new TableServiceClient(builder.Configuration[Tables]!));
        // As quiet as the app, which writes a line for no check-in.
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        return builder;
    }
}
