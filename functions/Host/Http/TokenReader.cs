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
    internal const string DefaultPersonClaim = "person";

    private static readonly string[] Algorithms = [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.RsaSsaPssSha256
    ];

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };
    private readonly TokenValidationParameters _rules;
    private readonly KnownTokens _known = new();
    private readonly string _personClaim;

    /// <summary>A token with <paramref name="personClaim"/> is a person's; without it, an app's.</summary>
    internal TokenReader(string issuer, string audience, Uri metadata, HttpClient http, string personClaim)
    {
        _personClaim = personClaim;
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

        if (!PersonOf(read).TryGet(out var person, out var nobody))
        {
            return nobody;
        }

        var caller = new Caller(agency, client, TokenScopes.Of((JsonWebToken)read.SecurityToken))
        {
            Person = person.Id,
        };
        _known.Keep(token, caller, read.SecurityToken.ValidTo);
        return caller;
    }

    /// <summary>
    /// A claim that is there and names nobody would make a person's token an app's, which may do more.
    /// </summary>
    private Result<NamedPerson> PersonOf(TokenValidationResult read) =>
        !read.Claims.TryGetValue(_personClaim, out var claim) ? new NamedPerson(null)
        : EmployeeId.Parse(claim as string).TryGet(out var person, out _) ? new NamedPerson(person)
        : No("The token names no person in the claim for it.");

    private static string? Claim(TokenValidationResult read, string name) =>
        read.Claims.TryGetValue(name, out var value) ? value as string : null;

    private static Refusal No(Sentence detail) => new(RefusalKind.NotAllowed, RefusalCodes.Unauthenticated, detail);

    private readonly record struct NamedPerson(EmployeeId? Id);
}
