using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Kinerja.Host.Http;

internal static class CallerServices
{
    private const string IssuerClient = "token-issuer";

    /// <summary>
    /// The issuer's keys come over HTTP with retries and a circuit breaker: it is somebody else's server.
    /// </summary>
    internal static IServiceCollection AddCallers(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHttpClient(IssuerClient).AddStandardResilienceHandler();
        return services.AddSingleton<PersonWall>().AddSingleton(provider => new TokenReader(
            Connections.Required(configuration, SettingNames.AuthIssuer),
            Connections.Required(configuration, SettingNames.AuthAudience),
            new Uri(Connections.Required(configuration, SettingNames.AuthMetadataAddress)),
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(IssuerClient),
            Connections.Setting(configuration, SettingNames.AuthPersonClaim) ?? TokenReader.DefaultPersonClaim));
    }
}
