using Kinerja.Host.Http;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;
using Microsoft.Azure.Functions.Worker.Invocation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kinerja.Host;

/// <summary>The app put together. What runs it (Azure, one machine, a test) may replace single services before Build.</summary>
public static class KinerjaHost
{
    public static FunctionsApplicationBuilder CreateBuilder(string[] args)
    {
        var builder = FunctionsApplication.CreateBuilder(args);
        builder.ConfigureFunctionsWebApplication();
        // By name: the worker looks for them in the entry assembly, which is another one where this app runs beside its host.
        builder.Services.AddSingleton<IFunctionMetadataProvider, GeneratedFunctionMetadataProvider>();
        builder.Services.AddSingleton<IFunctionExecutor, DirectFunctionExecutor>();
        builder.UseMiddleware<ProblemMiddleware>();
        builder.UseMiddleware<CallerMiddleware>();
        builder.Services.AddKinerja(builder.Configuration);
        return builder;
    }
}
