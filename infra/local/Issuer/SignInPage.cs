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
        + ":focus-visible{outline:3px solid #ffbf1f;box-shadow:0 0 0 5px #14202e}";

    private static readonly string[] Kept =
        ["response_type", "client_id", "redirect_uri", "state", "code_challenge", "code_challenge_method"];

    /// <summary>No script, and nothing of the query but as text. Whoever is hinted at stands first.</summary>
    internal static string Of(IQueryCollection query, IEnumerable<string> roles, IReadOnlyList<SignInChoice> people)
    {
        var hint = query["login_hint"].ToString();
        var hinted = hint.Split('/');
        var kept = string.Concat(Kept.Select(name =>
            $"<input type=\"hidden\" name=\"{name}\" value=\"{Encode(query[name].ToString())}\">"));
        var buttons = string.Concat(people.OrderBy(one => one.ToString() != hint).Select(one =>
            $"<button name=\"pick\" value=\"{Encode(one.ToString())}\"><b>{Encode(one.Role)}</b> "
            + $"{Encode(one.Person)} · {Encode(one.Agency)}</button>"));
        var choices = string.Concat(roles.Select(name =>
            $"<option{(name == hinted.ElementAtOrDefault(2) ? " selected" : "")}>{name}</option>"));
        return $"""
            <!DOCTYPE html><html lang="id"><head><meta charset="utf-8">
            <title>Masuk – penerbit token pengembangan</title><meta name="viewport" content="width=device-width">
            <link rel="icon" href="data:,"><style>{Style}</style></head>
            <body><main><h1>Masuk sebagai siapa?</h1><p>Penerbit token untuk satu komputer; di sini tidak ada sandi.
            <span lang="en">Pick who you are; nothing is checked here.</span></p>
            <form method="post" action="authorize">{kept}{buttons}</form>
            <details{(people.Count == 0 ? " open" : "")}>
            <summary>Orang lain <span lang="en">(somebody else)</span></summary>
            <form method="post" action="authorize">{kept}
            <label for="agency">Instansi <span lang="en">(agency)</span></label>
            <input id="agency" name="agency" required value="{Encode(hinted[0])}">
            <label for="person">Pegawai <span lang="en">(person)</span></label>
            <input id="person" name="person" required value="{Encode(hinted.ElementAtOrDefault(1) ?? "")}">
            <label for="role">Peran <span lang="en">(role)</span></label>
            <select id="role" name="role">{choices}</select>
            <button><b>Masuk</b></button></form></details></main></body></html>
            """;
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
