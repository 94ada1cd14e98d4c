using Kinerja.Host.Http;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

namespace Kinerja.Host;

/// <summary>The app put together. What runs it (Azure, one machine, a test) may replace single services before Build.</summary>
public static class KinerjaHost
{
    public static FunctionsApplicationBuilder CreateBuilder(string[] args)
    {
        var builder = FunctionsApplication.CreateBuilder(args);
        builder.ConfigureFunctionsWebApplication();
        builder.UseMiddleware<ProblemMiddleware>();
        builder.UseMiddleware<CallerMiddleware>();
        builder.Services.AddKinerja(builder.Configuration);
        return builder;
    }
}
