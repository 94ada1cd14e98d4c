using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.Tokens;

namespace Kinerja.Local.Issuer;

/// <summary>
/// The authorization code flow with PKCE (RFC 6749 section 4.1, RFC 7636) for one machine: a page on which one picks
/// agency, person and role, a code that works once, and the token for it. Nobody proves who he is here.
/// </summary>
internal sealed class SignIn(DevelopmentIssuer issuer)
{
    private static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(2);

    private static readonly Dictionary<string, string[]> Roles = new()
    {
        [SignInChoice.Employee] =
        [
            "inbox.read", "inbox.write", "presence.read", "corrections.write", "corrections.read", "rulings.read",
            "rulings.answer", "results.read", "objections.write", "objections.read", "plans.read", "plans.write",
            "feedback.read", "feedback.write", "dialogues.read", "dialogues.write", "names.read", "surveys.answer",
        ],
        [SignInChoice.Leader] =
        [
            "inbox.read", "inbox.write", "presence.read", "presence.ask", "corrections.write", "corrections.read",
            "corrections.decide",
            "rulings.read", "rulings.answer", "rulings.decide", "results.read", "ratings.read", "ratings.write",
            "ratings.suggest", "plans.read", "plans.write", "plans.agree", "feedback.read", "feedback.write",
            "dialogues.read", "dialogues.write", "reviews.read", "reviews.decide", "objections.write",
            "objections.read", "objections.decide", "names.read", "surveys.answer",
        ],
        [SignInChoice.Office] =
        [
            "register.read", "inbox.read", "inbox.write", "presence.read", "positions.read", "rulings.read",
            "geofences.read", "geofences.write", "results.read", "reports.read", "runs.write", "payroll.close",
            "followup.read", "followup.write", "followup.decide", "names.read", "imports.write", "register.write",
            "leave.read", "leave.write", "policies.read", "policies.write", "surveys.read", "surveys.write",
            "surveys.answer",
        ],
        [SignInChoice.National] = ["national.read", "national.write", "policies.read"],
        [SignInChoice.Operations] = ["operations"],
        [SignInChoice.Ministry] = ["events.read", "events.of.results"],
    };

    private readonly ConcurrentDictionary<string, Grant> _grants = new(StringComparer.Ordinal);

    internal IResult Page(HttpRequest request) => Fault(request.Query) is { } fault
        ? Results.Problem(fault, statusCode: StatusCodes.Status400BadRequest)
        : Results.Content(
            SignInPage.Of(request, Roles.Keys, issuer.People, issuer.PeopleAreToCome), "text/html; charset=utf-8");

    /// <summary>Sends the browser back with a code. The address is one of this machine, or nothing is sent.</summary>
    internal async Task<IResult> GrantAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        var fault = FaultOf(name => form[name]) ?? (Picked(form) is null ? "A person and a role are needed." : null);
        if (fault is not null)
        {
            return Results.Problem(fault, statusCode: StatusCodes.Status400BadRequest);
        }

        var code = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(24));
        _grants[code] = new Grant(
            Picked(form)!,
            form["client_id"].ToString(),
            form["redirect_uri"].ToString(),
            form["code_challenge"].ToString(),
            DateTime.UtcNow + CodeLifetime);
        var state = Uri.EscapeDataString(form["state"].ToString());
        return Results.Redirect($"{form["redirect_uri"]}?code={code}&state={state}");
    }

    /// <summary>A code works once, for the client and address that asked, and for whoever knows the verifier.</summary>
    internal async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        request.HttpContext.Response.Headers.AccessControlAllowOrigin = "*";
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        var holds = _grants.TryRemove(form["code"].ToString(), out var grant)
            && form["grant_type"] == "authorization_code"
            && DateTime.UtcNow < grant.Until
            && form["client_id"] == grant.Client
            && form["redirect_uri"] == grant.Address
            && Challenge(form["code_verifier"].ToString()) == grant.Challenge;
        return holds
            ? Results.Json(new Dictionary<string, object>
            {
                ["access_token"] = issuer.TokenFor(
                    grant!.Who.Agency,
                    Roles[grant.Who.Role],
                    person: SignInChoice.HasPerson(grant.Who.Role) ? grant.Who.Person : null),
                ["token_type"] = "Bearer",
                ["expires_in"] = 86_400,
                ["scope"] = string.Join(' ', Roles[grant.Who.Role]),
            })
            : Results.Json(
                new Dictionary<string, string> { ["error"] = "invalid_grant" },
                statusCode: StatusCodes.Status400BadRequest);
    }

    /// <summary>Whose button was pressed, or who was typed; null when that is nobody in a role.</summary>
    private static SignInChoice? Picked(IFormCollection form)
    {
        var typed = $"{form["agency"].ToString().Trim()}/{form["person"].ToString().Trim()}/{form["role"]}";
        return SignInChoice.Read(form["pick"].ToString() is { Length: > 0 } pick ? pick : typed, Roles.Keys);
    }

    private static string? Fault(IQueryCollection query) => FaultOf(name => query[name]);

    private static string? FaultOf(Func<string, string?> value) =>
        value("response_type") != "code" ? "response_type is not code."
        : value("code_challenge_method") != "S256" || string.IsNullOrEmpty(value("code_challenge")) ? "PKCE is needed."
        : !IsHere(value("redirect_uri")) ? "redirect_uri leads off this machine."
        : string.IsNullOrEmpty(value("client_id")) ? "client_id is missing."
        : null;

    private static bool IsHere(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.IsLoopback && uri.Scheme == Uri.UriSchemeHttp
            && uri.Query.Length == 0;

    private static string Challenge(string verifier) =>
        Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));

    private sealed record Grant(SignInChoice Who, string Client, string Address, string Challenge, DateTime Until);
}
