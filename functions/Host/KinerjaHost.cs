using Kinerja.Host.Http;
using Kinerja.Host.Telemetry;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;
using Microsoft.Azure.Functions.Worker.Invocation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kinerja.Host;

/// <summary>
/// The app put together. What runs it (Azure, one machine, a test) may replace single services before Build.
/// </summary>
public static class KinerjaHost
{
    public static FunctionsApplicationBuilder CreateBuilder(string[] args)
    {
        var builder = FunctionsApplication.CreateBuilder(args);
        builder.ConfigureFunctionsWebApplication();
        // By name: the worker looks for them in the entry assembly, which is another one where this app runs beside its
        // host.
        builder.Services.AddSingleton<IFunctionMetadataProvider, GeneratedFunctionMetadataProvider>();
        builder.Services.AddSingleton<IFunctionExecutor, DirectFunctionExecutor>();
        builder.UseMiddleware<TraceMiddleware>();
        builder.UseMiddleware<ProblemMiddleware>();
        builder.UseMiddleware<CallerMiddleware>();
        // Each operation has a limit of its own and answers with a problem. The server's would break the connection
        // off, so that the caller got an empty 500; the platform in front takes 100 MB at most.
        builder.Services.Configure<KestrelServerOptions>(server => server.Limits.MaxRequestBodySize = null);
        builder.Logging.QuietPlatform();
        builder.Services.AddTelemetry(builder.Configuration);
        builder.Services.AddKinerja(builder.Configuration);
        return builder;
    }
}
