using System.Net;
using System.Text.RegularExpressions;
using Kinerja.Local.Cloud;
using Kinerja.Local.Processes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Kinerja.Local.Tests.AgencyApp;

/// <summary>The sample agency's page for phones, and the backend behind it.</summary>
public sealed partial class PhoneTests
{
    private const string Batch = """{"checkIns":[]}""";

    [Fact]
    public async Task What_the_phone_keeps_is_sent_once_however_bad_the_network_is()
    {
        await using var node = ChildProcess.Start(
            "node",
            [
                Path.Combine(RepositoryFolder.Root, "tests", "Local.Tests", "AgencyApp", "outbox-cases.mjs"),
                Path.Combine(RepositoryFolder.Local, "AgencyApp", "Phone", "outbox.mjs"),
            ]);

        var told = await node.FirstMatchAsync(Verdict(), TimeSpan.FromSeconds(60));

        Assert.Equal("all 11 hold", told.Value);
    }

    [Theory]
    [InlineData("", "text/html")]
    [InlineData("page.mjs", "text/javascript")]
    [InlineData("outbox.mjs", "text/javascript")]
    [InlineData("texts.mjs", "text/javascript")]
    [InlineData("offline.js", "text/javascript")]
    [InlineData("style.css", "text/css")]
    public async Task The_page_is_served_with_a_policy_that_lets_nothing_else_in(string file, string type)
    {
        await using var phone = await WithoutApiAsync();
        using var http = new HttpClient { BaseAddress = phone.Address };

        using var answer = await http.GetAsync(file);

        Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.StartsWith(
            "default-src 'self'",
            answer.Headers.GetValues("Content-Security-Policy").Single(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_page_sends_reaches_the_API_in_the_agency_s_name()
    {
        await using var api = await FakeAsync();
        await using var phone = await PhoneServer.StartAsync(
            new Uri(api.Urls.First()), agency => $"token-of-{agency}", TimeProvider.System, 0, default);
        using var http = new HttpClient { BaseAddress = phone.Address };

        using var answer = await http.PostAsync(
            "send?agency=contoh", new StringContent(Batch, null, "application/json"));

        Assert.Equal(207, (int)answer.StatusCode);
        Assert.Equal(
            $$"""{"path":"/api/v1/check-ins/batch","token":"Bearer token-of-contoh","body":{{Batch}}}""",
            await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task What_another_site_could_send_unasked_is_refused_and_a_dead_API_says_later()
    {
        await using var phone = await WithoutApiAsync();
        using var http = new HttpClient { BaseAddress = phone.Address };

        using var text = await http.PostAsync("send?agency=contoh", new StringContent(Batch, null, "text/plain"));
        using var json = await http.PostAsync("send?agency=contoh", new StringContent(Batch, null, "application/json"));
        using var other = await http.GetAsync("packages.json");

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, text.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, json.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
    }

    [Fact]
    public async Task The_sample_s_own_clock_is_told_to_the_page()
    {
        await using var phone = await WithoutApiAsync();
        using var http = new HttpClient { BaseAddress = phone.Address };

        Assert.Equal("""{"now":"2026-04-09T08:00:00+00:00"}""", await http.GetStringAsync("clock"));
    }

    private static Task<PhoneServer> WithoutApiAsync() => PhoneServer.StartAsync(
        new Uri("http://127.0.0.1:9/"),
        _ => "",
        new ReplayClock(new(2026, 4, 9, 8, 0, 0, TimeSpan.Zero)),
        0,
        default);

    private static async Task<WebApplication> FakeAsync()
    {
        var api = LoopbackWeb.On(0);
        api.MapPost("/{**path}", async (HttpContext http) =>
        {
            var body = await new StreamReader(http.Request.Body).ReadToEndAsync();
            http.Response.StatusCode = StatusCodes.Status207MultiStatus;
            await http.Response.WriteAsync(
                $$"""{"path":"{{http.Request.Path}}","token":"{{Token(http)}}","body":{{body}}}""");
        });
        await api.StartAsync();
        return api;
    }

    private static string Token(HttpContext http) => http.Request.Headers.Authorization.ToString();

    [GeneratedRegex("^(all|failed).*$", RegexOptions.Multiline)]
    private static partial Regex Verdict();
}
