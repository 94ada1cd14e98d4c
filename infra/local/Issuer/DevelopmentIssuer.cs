using System.Security.Cryptography;
using Kinerja.Local.Processes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Kinerja.Local.Issuer;

/// <summary>
/// A token issuer for one machine: the metadata and keys of OpenID Connect, and a token for whichever agency is asked
/// for. The function app accepts it because its settings name it, and over plain HTTP only because it is on loopback.
/// </summary>
public sealed class DevelopmentIssuer : IAsyncDisposable
{
    public const string Audience = "kinerja-local";

    /// <summary>The app in whose name tokens are made.</summary>
    public const string Client = "kinerja-development";

    /// <summary>The reference console, which signs people in.</summary>
    public const string ConsoleClient = "kinerja-console";

    public static readonly IReadOnlyList<string> AllScopes =
    [
        "register.write", "register.read", "siasn.send", "entitlements.write", "flexible.write", "flexible.read",
        "surveys.write", "surveys.answer", "surveys.read",
        "reports.read", "geofences.write", "geofences.read", "policies.write", "policies.read", "presence.write",
        "presence.read",
        "payroll.close",
        "runs.reopen",
        "leave.write", "leave.read", "corrections.write", "corrections.decide", "corrections.read",
        "swaps.write", "swaps.decide", "swaps.read",
        "presence.ask", "positions.read", "rulings.read", "rulings.decide", "rulings.answer", "outages.write",
        "outages.read",
        "reviews.read", "reviews.decide", "objections.write", "objections.decide", "objections.read",
        "plans.write", "plans.agree", "plans.read", "assignments.write", "assignments.input", "assignments.read",
        "feedback.write", "intake.write",
        "feedback.read", "feedback.audit", "ratings.delegate", "ratings.suggest", "ratings.repair", "dialogues.write",
        "dialogues.read", "ratings.write", "ratings.read", "runs.write", "results.read",
        "followup.read", "followup.write", "followup.decide", "identities.read", "identities.resolve",
        "identities.audit", "inbox.read", "inbox.write",
        "names.read", "imports.write", "webhooks.write", "register.pull", "events.read", "operations", "national.read",
        "national.write",
    ];

    private readonly WebApplication _web;
    private readonly RsaSecurityKey _key;

    private DevelopmentIssuer(WebApplication web, RsaSecurityKey key)
    {
        _web = web;
        _key = key;
    }

    /// <summary>Whom the page of the sign-in offers; anybody else may be typed.</summary>
    public IReadOnlyList<SignInChoice> People { get; set; } = [];

    /// <summary>Whether <see cref="People"/> will be there later: an empty page says so.</summary>
    public bool PeopleAreToCome { get; set; }

    public Uri Address => new(_web.Urls.First());

    public string Name => Address.AbsoluteUri;

    public Uri Metadata => new(Address, ".well-known/openid-configuration");

    /// <summary>Port 0 takes a free one. The key stays in the folder, so that tokens outlive a restart.</summary>
    public static async Task<DevelopmentIssuer> StartAsync(string folder, int port, CancellationToken cancel)
    {
        var issuer = new DevelopmentIssuer(LoopbackWeb.On(port), KeyIn(folder));
        issuer.Map();
        await issuer._web.StartAsync(cancel);
        return issuer;
    }

    /// <summary>A token for one agency, good for a day unless said otherwise; of a person if one is named.</summary>
    public string TokenFor(
        string agency, IEnumerable<string>? scopes = null, TimeSpan? lifetime = null, string? person = null)
    {
        var claims = new Dictionary<string, object>
        {
            ["agency"] = agency,
            ["azp"] = person is null ? Client : ConsoleClient,
            ["scope"] = string.Join(' ', scopes ?? AllScopes),
        };
        if (person is not null)
        {
            claims["person"] = person;
        }

        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Name,
            Audience = Audience,
            IssuedAt = DateTime.UtcNow,
            NotBefore = DateTime.UtcNow.AddMinutes(-1) + Early(lifetime),
            Expires = DateTime.UtcNow + (lifetime ?? TimeSpan.FromDays(1)),
            Claims = claims,
            SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.RsaSha256),
        });
    }

    public ValueTask DisposeAsync() => _web.DisposeAsync();

    /// <summary>A token that is to be expired already must also have begun earlier.</summary>
    private static TimeSpan Early(TimeSpan? lifetime) =>
        lifetime is { } given && given < TimeSpan.Zero ? given - TimeSpan.FromHours(1) : TimeSpan.Zero;

    private void Map()
    {
        _web.MapGet("/.well-known/openid-configuration", () => Results.Json(new Dictionary<string, object>
        {
            ["issuer"] = Name,
            ["jwks_uri"] = new Uri(Address, "keys").AbsoluteUri,
            ["authorization_endpoint"] = new Uri(Address, "authorize").AbsoluteUri,
            ["token_endpoint"] = new Uri(Address, "token").AbsoluteUri,
        }));
        _web.MapGet("/keys", () => Results.Json(new Dictionary<string, object> { ["keys"] = new[] { PublicKey() } }));
        _web.MapGet("/token", (string agency, string? scope) => Results.Text(TokenFor(agency, scope?.Split(' '))));
        var people = new SignIn(this);
        _web.MapGet("/authorize", people.Page);
        _web.MapPost("/authorize", people.GrantAsync);
        _web.MapPost("/token", people.TokenAsync);
    }

    private Dictionary<string, string> PublicKey()
    {
        var open = _key.Rsa.ExportParameters(includePrivateParameters: false);
        return new Dictionary<string, string>
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["alg"] = SecurityAlgorithms.RsaSha256,
            ["kid"] = _key.KeyId,
            ["n"] = Base64UrlEncoder.Encode(open.Modulus!),
            ["e"] = Base64UrlEncoder.Encode(open.Exponent!),
        };
    }

    private static RsaSecurityKey KeyIn(string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, "development-issuer.pem");
        var rsa = RSA.Create(2048);
        if (File.Exists(path))
        {
            rsa.ImportFromPem(File.ReadAllText(path));
        }
        else
        {
            File.WriteAllText(path, rsa.ExportPkcs8PrivateKeyPem());
        }

        var open = rsa.ExportParameters(includePrivateParameters: false);
        return new RsaSecurityKey(rsa) { KeyId = Base64UrlEncoder.Encode(SHA256.HashData(open.Modulus!))[..16] };
    }
}
