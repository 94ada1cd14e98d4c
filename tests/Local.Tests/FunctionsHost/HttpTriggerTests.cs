using System.Net;
using Microsoft.Extensions.Configuration;

namespace Kinerja.Local.Tests.FunctionsHost;

public sealed class HttpTriggerTests : IAsyncLifetime
{
    private SampleHost _host = null!;

    public async Task InitializeAsync() => _host = await SampleHost.StartAsync<HttpSamples>();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData("GET", "/api/Hello?name=Sari", "hello Sari")]
    [InlineData("GET", "/api/hello?name=Sari", "hello Sari")]
    [InlineData("GET", "/api/v1/items/41", "42 none")]
    [InlineData("GET", "/api/v1/items/41/desk", "42 desk")]
    [InlineData("PATCH", "/api/v1/periods/2026-01-31", "PATCH 2026-01-31 none")]
    [InlineData(
        "GET", "/api/v1/periods/2026-01-31/6c0a1e3a-9d5f-4cf0-8f5f-0d6bd3e7a111",
        "GET 2026-01-31 6c0a1e3a-9d5f-4cf0-8f5f-0d6bd3e7a111")]
    public async Task A_route_finds_its_function_and_binds_its_values(string verb, string path, string answer)
    {
        using var request = new HttpRequestMessage(new HttpMethod(verb), path);
        using var response = await _host.Client.SendAsync(request);

        Assert.Equal((HttpStatusCode.OK, answer), (response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData("GET", "/Hello")]
    [InlineData("GET", "/api/v1/items/x")]
    [InlineData("DELETE", "/api/v1/items/41")]
    public async Task What_no_function_takes_is_not_found(string verb, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(verb), path);
        using var response = await _host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Two_functions_share_a_route_by_verb()
    {
        using var response = await _host.Client.PutAsync("/api/v1/items/41", new StringContent("body"));

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal("\"body\"", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_function_without_result_writes_the_response_itself()
    {
        using var response = await _host.Client.PostAsync("/api/write", content: null);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal("written", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_function_sees_its_context_and_services()
    {
        await _host.Client.GetStringAsync("/api/v1/items/41");

        Assert.Equal(["Show GET True"], _host.Notes.All);
    }

    [Theory]
    [InlineData("/api/fail")]
    [InlineData("/api/v1/periods/yesterday")]
    public async Task A_failure_is_logged_and_answered_with_an_empty_500(string path)
    {
        using var response = await _host.Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("", await response.Content.ReadAsStringAsync());
        Assert.Contains(_host.Log.Lines, line => line.StartsWith("Error: Function ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_caller_who_goes_away_cancels_the_function()
    {
        using var leave = new CancellationTokenSource();
        var request = _host.Client.GetAsync("/api/wait", leave.Token);
        await _host.Notes.WaitForAsync("waiting /api/wait");
        await leave.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        await _host.Notes.WaitForAsync("gone");
    }

    [Fact]
    public async Task Without_a_configured_key_no_key_is_asked_for()
    {
        Assert.Equal("/api/locked", await _host.Client.GetStringAsync("/api/locked"));
    }

    [Theory]
    [InlineData("/api/locked", null, HttpStatusCode.Unauthorized)]
    [InlineData("/api/locked", "wrong", HttpStatusCode.Unauthorized)]
    [InlineData("/api/locked", "right", HttpStatusCode.OK)]
    [InlineData("/api/locked?code=right", null, HttpStatusCode.OK)]
    [InlineData("/api/hello", null, HttpStatusCode.OK)]
    public async Task A_configured_key_guards_levels_above_anonymous(string path, string? key, HttpStatusCode status)
    {
        await using var host = await SampleHost.StartAsync<HttpSamples>(
            builder => builder.Configuration.AddInMemoryCollection([new("FunctionsHost:Key", "right")]));
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (key is not null)
        {
            request.Headers.Add("x-functions-key", key);
        }

        using var response = await host.Client.SendAsync(request);

        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task A_disabled_function_is_not_found()
    {
        await using var host = await SampleHost.StartAsync<HttpSamples>(
            builder => builder.Configuration.AddInMemoryCollection([new("AzureWebJobs.Hello.Disabled", "true")]));

        Assert.Equal(HttpStatusCode.NotFound, (await host.Client.GetAsync("/api/hello")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await host.Client.GetAsync("/api/locked")).StatusCode);
    }
}
