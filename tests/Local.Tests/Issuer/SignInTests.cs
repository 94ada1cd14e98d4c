using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Web;
using Kinerja.Local.Issuer;
using Kinerja.Local.Tests.ServiceBus;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Kinerja.Local.Tests.Issuer;

/// <summary>The development issuer's sign-in: a code for whoever knows the verifier, once, on this machine.</summary>
public sealed class SignInTests : IAsyncLifetime, IDisposable
{
    private const string Verifier = "satu-kata-rahasia-yang-panjangnya-cukup-untuk-pkce";
    private const string Back = "http://127.0.0.1:7071/console/masuk";

    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _http = new(new HttpClientHandler { AllowAutoRedirect = false });
    private DevelopmentIssuer _issuer = null!;

    public async Task InitializeAsync()
    {
        _issuer = await DevelopmentIssuer.StartAsync(_folder.Path, port: 0, CancellationToken.None);
        _http.BaseAddress = _issuer.Address;
    }

    public async Task DisposeAsync() => await _issuer.DisposeAsync();

    /// <summary>After the issuer has stopped.</summary>
    public void Dispose()
    {
        _http.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_code_is_worth_a_token_of_the_person_and_role_that_were_picked_once()
    {
        var code = await CodeAsync();

        using var answer = await ChangeAsync(code, Verifier);
        using var again = await ChangeAsync(code, Verifier);
        var given = JsonElement.Parse(await answer.Content.ReadAsStringAsync());
        var token = new JsonWebToken(given.GetProperty("access_token").GetString());

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.BadRequest), (answer.StatusCode, again.StatusCode));
        Assert.Equal(
            ("arsip-jabar", "p-1"), (token.GetClaim("agency").Value, token.GetClaim("person").Value));
        Assert.DoesNotContain("rulings.decide", token.GetClaim("scope").Value.Split(' '));
    }

    [Fact]
    public async Task Whom_the_story_offers_is_picked_by_one_button()
    {
        _issuer.People = [new SignInChoice("bkd-papua", "p-2", SignInChoice.Leader)];
        var page = await _http.GetStringAsync($"authorize?{Query(Asked())}");
        Assert.Contains("name=\"pick\" value=\"bkd-papua/p-2/pimpinan\"", page, StringComparison.Ordinal);

        using var answer = await ChangeAsync(
            await CodeAsync(new(Asked()) { ["pick"] = "bkd-papua/p-2/pimpinan" }), Verifier);
        var token = new JsonWebToken(
            JsonElement.Parse(await answer.Content.ReadAsStringAsync()).GetProperty("access_token").GetString());
        Assert.Equal(("bkd-papua", "p-2"), (token.GetClaim("agency").Value, token.GetClaim("person").Value));
        Assert.Contains("rulings.decide", token.GetClaim("scope").Value.Split(' '));
    }

    [Fact]
    public async Task A_ministry_signs_in_as_itself_and_its_token_names_no_person()
    {
        _issuer.People = [new SignInChoice("bkd-papua", "p-2", SignInChoice.Leader)];
        var page = await PageAsync("menpanrb//kementerian", "id");
        Assert.Equal(["menpanrb//kementerian", "bkd-papua/p-2/pimpinan"], Offered(page));
        Assert.DoesNotContain("<option value=\"kementerian\"", page, StringComparison.Ordinal);

        using var answer = await ChangeAsync(
            await CodeAsync(new(Asked()) { ["pick"] = "menpanrb//kementerian" }), Verifier);
        var token = new JsonWebToken(
            JsonElement.Parse(await answer.Content.ReadAsStringAsync()).GetProperty("access_token").GetString());
        Assert.Equal(
            ("menpanrb", "events.read events.of.results"),
            (token.GetClaim("agency").Value, token.GetClaim("scope").Value));
        Assert.False(token.TryGetClaim("person", out _));
    }

    [Fact]
    public async Task Whoever_does_not_know_the_verifier_gets_nothing()
    {
        using var answer = await ChangeAsync(await CodeAsync(), Verifier + "x");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("redirect_uri", "https://elsewhere.example/console/masuk")]
    [InlineData("code_challenge_method", "plain")]
    [InlineData("code_challenge", "")]
    [InlineData("client_id", "")]
    [InlineData("role", "raja")]
    [InlineData("person", " ")]
    [InlineData("pick", "arsip-jabar/p-1/raja")]
    [InlineData("pick", "arsip-jabar")]
    [InlineData("pick", "arsip-jabar//pegawai")]
    [InlineData("pick", "kementerian-contoh/p-1/kementerian")]
    public async Task No_code_leaves_without_a_challenge_a_role_or_to_another_machine(string name, string value)
    {
        using var answer = await PickAsync(new(Picked()) { [name] = value });
        Assert.Equal((HttpStatusCode.BadRequest, null), (answer.StatusCode, answer.Headers.Location));
    }

    [Fact]
    public async Task The_page_keeps_what_the_browser_sent_and_lets_no_markup_in()
    {
        var page = await _http.GetStringAsync(
            $"authorize?{Query(new(Asked()) { ["state"] = "\"><script>", ["login_hint"] = "<b>/\">/pegawai" })}");
        Assert.Contains($"value=\"{Back}\"", page, StringComparison.Ordinal);
        Assert.Contains("&quot;&gt;&lt;script&gt;", page, StringComparison.Ordinal);
        Assert.Contains("value=\"&lt;b&gt;\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_a_link_names_and_no_list_has_is_offered_by_a_button_of_their_own()
    {
        _issuer.People = [new SignInChoice("bkd-papua", "p-2", SignInChoice.Leader)];

        var own = await PageAsync("contoh/sari/kepegawaian", "id");
        var listed = await PageAsync("bkd-papua/p-2/pimpinan", "id");

        Assert.Equal(["contoh/sari/kepegawaian", "bkd-papua/p-2/pimpinan"], Offered(own));
        Assert.Equal(["bkd-papua/p-2/pimpinan"], Offered(listed));
    }

    [Theory]
    [InlineData("kepegawaian")]
    [InlineData("p-3")]
    [InlineData("bkd-papua/p-3/kepegawaian")]
    public async Task Whoever_a_link_means_stands_first(string hint)
    {
        SignInChoice[] people =
        [
            new("bkd-papua", "p-2", SignInChoice.Leader), new("bkd-papua", "p-3", SignInChoice.Office),
            new("arsip-jabar", "p-4", SignInChoice.Employee),
        ];
        _issuer.People = people;

        Assert.Equal([people[1].ToString(), .. Others()], Offered(await PageAsync(hint, "id")));

        IEnumerable<string> Others() => people.Where(one => one != people[1]).Select(one => one.ToString());
    }

    [Fact]
    public async Task An_empty_list_says_that_it_fills_as_long_as_it_does()
    {
        const string Why = "the story is still being told";
        Assert.DoesNotContain(Why, await PageAsync("", "en"), StringComparison.Ordinal);

        _issuer.PeopleAreToCome = true;
        Assert.Contains(Why, await PageAsync("", "en"), StringComparison.Ordinal);

        _issuer.People = [new SignInChoice("bkd-papua", "p-2", SignInChoice.Leader)];
        Assert.DoesNotContain(Why, await PageAsync("", "en"), StringComparison.Ordinal);
    }

    /// <summary>The one that the console asks for, then the browser's; the other is one press away.</summary>
    [Theory]
    [InlineData("en", "id", "en", "<b>Leader</b>")]
    [InlineData("id", "en-GB", "id", "<b>Pimpinan</b>")]
    [InlineData("", "en-GB,id", "en", "<b>Leader</b>")]
    [InlineData("", "fr", "id", "<b>Pimpinan</b>")]
    public async Task The_page_speaks_one_language(string asked, string accepted, string spoken, string role)
    {
        _issuer.People = [new SignInChoice("bkd-papua", "p-2", SignInChoice.Leader)];
        var page = await PageAsync("", asked, accepted);

        Assert.Contains($"<html lang=\"{spoken}\">", page, StringComparison.Ordinal);
        Assert.Contains(role, page, StringComparison.Ordinal);
        Assert.DoesNotContain(spoken == "en" ? "Orang lain" : "Somebody else", page, StringComparison.Ordinal);
        Assert.Contains($"ui_locales={(spoken == "en" ? "id" : "en")}\"", page, StringComparison.Ordinal);
    }

    /// <summary>The page as a link with that hint opens it.</summary>
    private async Task<string> PageAsync(string hint, string language, string accepted = "")
    {
        using var ask = new HttpRequestMessage(HttpMethod.Get,
            $"authorize?{Query(new(Asked()) { ["login_hint"] = hint, ["ui_locales"] = language })}");
        ask.Headers.TryAddWithoutValidation("Accept-Language", accepted);
        using var answer = await _http.SendAsync(ask);
        return await answer.Content.ReadAsStringAsync();
    }

    private static IEnumerable<string> Offered(string page) =>
        page.Split("name=\"pick\" value=\"").Skip(1).Select(part => part.Split('"')[0]);

    private static string Query(Dictionary<string, string> asked) =>
        string.Join('&', asked.Select(one => $"{one.Key}={Uri.EscapeDataString(one.Value)}"));

    private static Dictionary<string, string> Asked() => new()
    {
        ["response_type"] = "code",
        ["client_id"] = DevelopmentIssuer.ConsoleClient,
        ["redirect_uri"] = Back,
        ["state"] = "s-1",
        ["code_challenge"] = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))),
        ["code_challenge_method"] = "S256",
    };

    private static Dictionary<string, string> Picked() => new(Asked())
    {
        ["agency"] = "arsip-jabar",
        ["person"] = "p-1",
        ["role"] = "pegawai",
    };

    private async Task<HttpResponseMessage> PickAsync(Dictionary<string, string> picked)
    {
        using var form = new FormUrlEncodedContent(picked);
        return await _http.PostAsync("authorize", form);
    }

    private async Task<string> CodeAsync(Dictionary<string, string>? picked = null)
    {
        using var sent = await PickAsync(picked ?? Picked());
        var query = HttpUtility.ParseQueryString(sent.Headers.Location!.Query);
        Assert.Equal("s-1", query["state"]);
        return query["code"]!;
    }

    private async Task<HttpResponseMessage> ChangeAsync(string code, string verifier)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["client_id"] = DevelopmentIssuer.ConsoleClient,
            ["redirect_uri"] = Back,
            ["code_verifier"] = verifier,
        });
        return await _http.PostAsync("token", form);
    }
}
