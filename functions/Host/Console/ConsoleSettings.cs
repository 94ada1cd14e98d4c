using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Kinerja.Host.Console;

/// <summary>Under which client id people sign in, and where. No client id: the console is switched off.</summary>
public sealed class ConsoleSettings
{
    private readonly ConfigurationManager<OpenIdConnectConfiguration> _metadata;

    internal ConsoleSettings(string? clientId, string audience, Uri metadata, HttpClient http)
    {
        (ClientId, Audience) = (clientId ?? "", audience);
        _metadata = new ConfigurationManager<OpenIdConnectConfiguration>(
            metadata.AbsoluteUri,
            new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever(http) { RequireHttps = !metadata.IsLoopback });
    }

    internal string ClientId { get; }

    internal string Audience { get; }

    internal bool IsOn => ClientId.Length > 0;

    /// <summary>Where to sign in and where to take the token, as the issuer's metadata says.</summary>
    internal async Task<ConsoleIssuer> IssuerAsync(CancellationToken cancel)
    {
        var read = await _metadata.GetConfigurationAsync(cancel);
        return new ConsoleIssuer(read.AuthorizationEndpoint, read.TokenEndpoint);
    }
}

/// <summary>The two addresses of the issuer that a browser needs.</summary>
internal sealed record ConsoleIssuer(string AuthorizationEndpoint, string TokenEndpoint)
{
    /// <summary>What the page may call besides this app: the issuer's own origin.</summary>
    internal string Origin => new Uri(TokenEndpoint).GetLeftPart(UriPartial.Authority);
}
