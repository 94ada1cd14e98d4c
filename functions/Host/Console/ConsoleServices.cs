using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Kinerja.Host.Console;

internal static class ConsoleServices
{
    private const string Client = "console-issuer";

    internal static IServiceCollection AddConsole(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHttpClient(Client).AddStandardResilienceHandler();
        return services.AddSingleton(provider => new ConsoleSettings(
            Connections.Setting(configuration, SettingNames.ConsoleClientId),
            Connections.Required(configuration, SettingNames.AuthAudience),
            new Uri(Connections.Required(configuration, SettingNames.AuthMetadataAddress)),
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(Client)));
    }
}
