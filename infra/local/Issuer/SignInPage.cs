using System.Net;
using Microsoft.AspNetCore.Http;

namespace Kinerja.Local.Issuer;

/// <summary>The page on which one picks who one is: a button for each person of the sample, or any id.</summary>
internal static class SignInPage
{
    private const string Style =
        "body{font:16px/1.5 system-ui,sans-serif;max-width:32rem;margin:2rem auto;padding:0 1rem;color:#14202e}"
        + "label{display:block;margin:1rem 0 .25rem;font-weight:600}form{display:grid;gap:.5rem}"
        + "input,select,button{font:inherit;width:100%;min-height:44px;box-sizing:border-box}"
        + "button{text-align:left;padding:.5rem 1rem;background:#fff;border:1px solid #75839a;border-radius:4px}"
        + "button b{display:block}h2{font-size:1.125rem;margin:1.5rem 0 .5rem}summary{padding:1rem 0;cursor:pointer}"
        + ".note{border-left:4px solid #855600;background:#fff3d1;padding:.75rem 1rem}a{color:#0b4f9e}"
        + ".other{text-align:right;margin:0}"
        + ":focus-visible{outline:3px solid #ffbf1f;box-shadow:0 0 0 5px #14202e}";

    private static readonly string[] Kept =
        ["response_type", "client_id", "redirect_uri", "state", "code_challenge", "code_challenge_method"];

    /// <summary>
    /// No script, and nothing of the query but as text. Whoever is hinted at stands first: agency/person/role, or a
    /// role or a person alone. Somebody hinted at whom nobody listed has a button too.
    /// </summary>
    /// <param name="request">Its query, where <c>ui_locales</c> is the language that was picked; its languages.</param>
    /// <param name="roles">Every role, as it stands in an address.</param>
    /// <param name="people">Whom it offers.</param>
    /// <param name="areToCome">Whether the list fills later, so that an empty one says so.</param>
    internal static string Of(
        HttpRequest request, IEnumerable<string> roles, IReadOnlyList<SignInChoice> people, bool areToCome)
    {
        var query = request.Query;
        var texts = SignInTexts.For(query["ui_locales"].ToString(), request.Headers.AcceptLanguage.ToString());
        var hint = query["login_hint"].ToString();
        var linked = SignInChoice.Read(hint, roles);
        var isListed = linked is null || people.Contains(linked);
        var kept = string.Concat(Kept.Select(name =>
            $"<input type=\"hidden\" name=\"{name}\" value=\"{Encode(query[name].ToString())}\">"));
        var named = isListed ? ""
            : $"<h2>{texts.FromLink}</h2><form method=\"post\" action=\"authorize\">{kept}"
                + $"{Button(linked!, texts)}</form><h2>{texts.Listed}</h2>";
        var buttons = string.Concat(
            people.OrderBy(one => !one.IsMeantBy(hint)).Select(one => Button(one, texts)));
        var typed = hint.Contains('/', StringComparison.Ordinal) ? hint.Split('/') : [];
        var choices = string.Concat(roles.Where(SignInChoice.HasPerson).Select(name =>
            $"<option value=\"{name}\"{(name == linked?.Role ? " selected" : "")}>{texts.Roles[name]}</option>"));
        return $"""
            <!DOCTYPE html><html lang="{texts.Language}"><head><meta charset="utf-8">
            <title>{texts.Title}</title><meta name="viewport" content="width=device-width">
            <link rel="icon" href="data:,"><style>{Style}</style></head>
            <body><main><p class="other">{OtherLanguage(query, texts)}</p>
            <h1>{texts.Title}</h1><p>{texts.Lead}</p>{named}
            {(people.Count == 0 && areToCome ? ToCome(texts) : "")}
            <form method="post" action="authorize">{kept}{buttons}</form>
            <details{(people.Count == 0 && isListed ? " open" : "")}>
            <summary>{texts.SomebodyElse}</summary>
            <form method="post" action="authorize">{kept}
            <label for="agency">{texts.Agency}</label>
            <input id="agency" name="agency" required value="{Encode(typed.ElementAtOrDefault(0) ?? "")}">
            <label for="person">{texts.Person}</label>
            <input id="person" name="person" required value="{Encode(typed.ElementAtOrDefault(1) ?? "")}">
            <label for="role">{texts.Role}</label>
            <select id="role" name="role">{choices}</select>
            <button><b>{texts.SignIn}</b></button></form></details></main></body></html>
            """;
    }

    private static string Button(SignInChoice one, SignInTexts texts) =>
        $"<button name=\"pick\" value=\"{Encode(one.ToString())}\"><b>{texts.Roles[one.Role]}</b> "
            + $"{(one.Person.Length == 0 ? "" : $"{Encode(one.Person)} · ")}{Encode(one.Agency)}</button>";

    /// <summary>An empty address is this page again.</summary>
    private static string ToCome(SignInTexts texts) =>
        $"<p class=\"note\">{texts.ToCome} <a href=\"\">{texts.LookAgain}</a></p>";

    /// <summary>The same page in the other language.</summary>
    private static string OtherLanguage(IQueryCollection query, SignInTexts texts)
    {
        var other = texts == SignInTexts.English ? SignInTexts.Indonesian : SignInTexts.English;
        var same = query.Where(one => one.Key != "ui_locales")
            .Select(one => $"{Uri.EscapeDataString(one.Key)}={Uri.EscapeDataString(one.Value.ToString())}");
        var address = $"?{string.Join('&', same)}&ui_locales={other.Language}";
        return $"<a lang=\"{other.Language}\" href=\"{Encode(address)}\">{texts.Other}</a>";
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
