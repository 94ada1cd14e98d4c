using Kinerja.Domain;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Kinerja.Host.Http;

/// <summary>
/// Reads who calls from a bearer token: signature by the issuer's published keys, issuer, audience, lifetime,
/// algorithms pinned. Lifetimes are judged by the machine's own clock, never by a replayed one.
/// </summary>
internal sealed class TokenReader
{
    private static readonly string[] Algorithms = [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.RsaSsaPssSha256
    ];

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };
    private readonly TokenValidationParameters _rules;
    private readonly KnownTokens _known = new();

    internal TokenReader(string issuer, string audience, Uri metadata, HttpClient http)
    {
        // Plain HTTP carries keys only within one machine: a development issuer works nowhere else.
        var documents = new HttpDocumentRetriever(http) { RequireHttps = !metadata.IsLoopback };
        _rules = new TokenValidationParameters
        {
            ValidIssuer = issuer,
            ValidAudience = audience,
            ValidAlgorithms = Algorithms,
            RequireExpirationTime = true,
            RequireSignedTokens = true,
            ClockSkew = TimeSpan.FromMinutes(1),
            ConfigurationManager = new ConfigurationManager<OpenIdConnectConfiguration>(
                metadata.AbsoluteUri, new OpenIdConnectConfigurationRetriever(), documents),
        };
    }

    internal async Task<Result<Caller>> ReadAsync(string? authorization)
    {
        const string Scheme = "Bearer ";
        if (authorization is null || !authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return No("Send a bearer token.");
        }

        var token = authorization[Scheme.Length..].Trim();
        return _known.Find(token) is { } known ? known : await ValidateAsync(token);
    }

    private async Task<Result<Caller>> ValidateAsync(string token)
    {
        var read = await _handler.ValidateTokenAsync(token, _rules);
        if (!read.IsValid)
        {
            return No("The token is not valid here.");
        }

        if (!AgencyId.Parse(Claim(read, "agency")).TryGet(out var agency, out _))
        {
            return No("The token names no agency.");
        }

        if ((Claim(read, "azp") ?? Claim(read, "sub")) is not { Length: > 0 and <= Actor.MostClientLetters } client
            || !PlainText.IsPlain(client))
        {
            return No("The token names no client.");
        }

        var caller = new Caller(agency, client, TokenScopes.Of((JsonWebToken)read.SecurityToken));
        _known.Keep(token, caller, read.SecurityToken.ValidTo);
        return caller;
    }

    private static string? Claim(TokenValidationResult read, string name) =>
        read.Claims.TryGetValue(name, out var value) ? value as string : null;

    private static Refusal No(string detail) => new(RefusalKind.NotAllowed, RefusalCodes.Unauthenticated, detail);
}
