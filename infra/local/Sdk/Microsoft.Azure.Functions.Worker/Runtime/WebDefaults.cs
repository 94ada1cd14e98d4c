using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Runtime;

/// <summary>
/// The host builder behind ours: empty, so that start-up pays for nothing unused, plus the configuration
/// sources of the official builder in the official order.
/// </summary>
internal static class WebDefaults
{
    public static WebApplicationBuilder Create(string[] args)
    {
        var start = new ConfigurationBuilder()
            .AddEnvironmentVariables("AZURE_FUNCTIONS_")
            .AddEnvironmentVariables("ASPNETCORE_")
            .AddEnvironmentVariables("DOTNET_")
            .AddCommandLine(args)
            .Build();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            EnvironmentName = start[HostDefaults.EnvironmentKey] ?? Environments.Production,
            ContentRootPath = start[HostDefaults.ContentRootKey] ?? Directory.GetCurrentDirectory(),
        });
        var environment = builder.Environment.EnvironmentName;
        builder.Configuration.AddConfiguration(start)
            .AddJsonFile("appsettings.json", optional: true, reloadOnChange: false)
            .AddJsonFile($"appsettings.{environment}.json", optional: true, reloadOnChange: false)
            .AddEnvironmentVariables()
            .AddCommandLine(args);

        builder.Logging
            .AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
            .AddConfiguration(builder.Configuration.GetSection("Logging"))
            .AddSimpleConsole(console => console.SingleLine = true);

        // The same checks in development as the official builder's container makes.
        var checks = builder.Environment.IsDevelopment();
        builder.Host.UseDefaultServiceProvider(options =>
        {
            options.ValidateScopes = checks;
            options.ValidateOnBuild = checks;
        });

        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(options => options.AddServerHeader = false);
        builder.Services.AddRouting();
        builder.Services.Configure<ForwardedHeadersOptions>(
            options => options.ForwardedHeaders = ForwardedHeaders.All);
        return builder;
    }
}
