using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Azure.Functions.Worker.Runtime.Http;
using Microsoft.Azure.Functions.Worker.Runtime.ServiceBus;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Runtime;

/// <summary>Puts the found functions, the middleware chain and the listeners into one host.</summary>
internal static class FunctionsHost
{
    public static IHost Build(WebApplicationBuilder builder, FunctionScan scan, FunctionExecutionDelegate chain)
    {
        var configuration = builder.Configuration;
        var json = new HostJson(AppContext.BaseDirectory);
        var enabled = scan.Functions.Where(f => !LocalSettings.IsDisabled(configuration, f.Name)).ToList();

        builder.Services.AddSingleton(json);
        builder.Services.AddSingleton(new FunctionSet(scan.Functions, enabled, scan.Faults));
        builder.Services.AddSingleton(chain);
        builder.Services.AddSingleton<HttpEndpoints>();
        builder.Services.AddSingleton<FunctionRuns>();
        builder.Services.AddSingleton<BusClients>();
        builder.Services.AddSingleton<FunctionListeners>();
        builder.Services.AddHostedService(services => services.GetRequiredService<FunctionListeners>());

        var app = builder.Build();
        if (HasNoAddress(configuration))
        {
            app.Urls.Add(LocalSettings.DefaultAddress);
        }

        AdminEndpoints.Map(app);
        app.UseForwardedHeaders();
        app.UseRouting();
        app.Use(HttpEndpoints.HideWrongVerb);
        app.Services.GetRequiredService<HttpEndpoints>().Map(app, enabled, json.RoutePrefix);
        app.UseEndpoints(_ => { });
        return app;
    }

    private static bool HasNoAddress(ConfigurationManager configuration) =>
        string.IsNullOrEmpty(configuration["urls"]) && string.IsNullOrEmpty(configuration["http_ports"]);
}

/// <summary>Every function that was found, those that are not switched off, and what was wrong.</summary>
internal sealed record FunctionSet(
    IReadOnlyList<FunctionMethod> All, IReadOnlyList<FunctionMethod> Enabled, IReadOnlyList<string> Faults);
