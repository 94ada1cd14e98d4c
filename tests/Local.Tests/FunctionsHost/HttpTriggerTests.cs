using System.Net;
using System.Text.Json;
using Kinerja.SampleApp;

namespace Kinerja.Local.Tests.FunctionsHost;

public sealed class HttpTriggerTests : IAsyncLifetime
{
    private const string TraceParent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private SampleHost _host = null!;

    public async Task InitializeAsync() => _host = await SampleHost.StartAsync<HttpSamples>();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData("GET", "/api/Hello?name=Sari", "hello Sari")]
    [InlineData("GET", "/api/hello/?name=Sari", "hello Sari")]
    [InlineData("GET", "/API/V1/items/41", "42 none")]
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
    [InlineData("HEAD", "/api/hello")]
    [InlineData("OPTIONS", "/api/hello")]
    public async Task What_no_function_takes_is_not_found(string verb, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(verb), path);
        using var response = await _host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Of_two_routes_that_fit_the_first_by_the_functions_name_is_taken() =>
        Assert.Equal("any literal GET", await _host.Client.GetStringAsync("/api/choice/literal"));

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

    [Fact]
    public async Task A_function_sees_the_clients_host_and_where_the_request_really_came_from()
    {
        var seen = await EchoAsync("/api/echo", ("Host", "kinerja.example"));

        Assert.Equal("kinerja.example", seen.GetProperty("host").GetString());
        Assert.StartsWith("127.0.0.1:", seen.GetProperty("originalFor").GetString(), StringComparison.Ordinal);
        Assert.NotEqual("kinerja.example", seen.GetProperty("originalHost").GetString());
    }

    [Fact]
    public async Task Route_and_query_reach_the_function_as_the_triggers_data()
    {
        var data = (await EchoAsync("/api/echo/route?name=query&q=1&code=secret")).GetProperty("data");

        Assert.Equal("route", data.GetProperty("name").GetString());
        Assert.Equal("1", data.GetProperty("q").GetString());
        Assert.Contains("\"q\":\"1\"", data.GetProperty("Query").GetString(), StringComparison.Ordinal);
        Assert.False(data.TryGetProperty("code", out _));
    }

    [Theory]
    [InlineData(TraceParent)]
    [InlineData("rubbish")]
    [InlineData("")]
    public async Task The_callers_trace_reaches_the_function_as_it_came(string traceParent)
    {
        var seen = traceParent.Length == 0
            ? await EchoAsync("/api/echo")
            : await EchoAsync("/api/echo", ("traceparent", traceParent));

        Assert.Equal(traceParent, seen.GetProperty("traceParent").GetString());
        Assert.Equal(traceParent, seen.GetProperty("invokedWith").GetString());
    }

    [Fact]
    public async Task An_invocation_id_of_the_callers_own_is_replaced()
    {
        var seen = await EchoAsync("/api/echo", ("x-ms-invocation-id", "mine"));

        Assert.True(seen.GetProperty("invocation").GetBoolean());
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

    [Theory]
    [InlineData("/api/locked", null, HttpStatusCode.Unauthorized)]
    [InlineData("/api/locked", "wrong", HttpStatusCode.Unauthorized)]
    [InlineData("/api/locked", SampleHost.FunctionKey, HttpStatusCode.OK)]
    [InlineData("/api/locked", SampleHost.MasterKey, HttpStatusCode.OK)]
    [InlineData("/api/locked?code=the%20function%20key", null, HttpStatusCode.OK)]
    [InlineData("/api/unsaid", null, HttpStatusCode.Unauthorized)]
    [InlineData("/api/unsaid", SampleHost.FunctionKey, HttpStatusCode.OK)]
    [InlineData("/api/hello", null, HttpStatusCode.OK)]
    public async Task A_key_opens_levels_above_anonymous(string path, string? key, HttpStatusCode status)
    {
        using var response = await _host.AdminAsync(path, key);

        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task A_disabled_function_is_found_with_the_master_key_only()
    {
        await using var host = await StartAsync("AzureWebJobs.Hello.Disabled", "true");

        Assert.Equal(HttpStatusCode.NotFound, (await host.Client.GetAsync("/api/hello")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await host.AdminAsync("/api/hello")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await host.Client.GetAsync("/api/choice/x")).StatusCode);
    }

    [Fact]
    public async Task The_host_has_a_page_of_its_own_at_the_root()
    {
        using var page = await _host.Client.GetAsync("/");

        Assert.Equal((HttpStatusCode.OK, "text/html"), (page.StatusCode, page.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task The_hosts_page_can_be_switched_off()
    {
        await using var host = await StartAsync("AzureWebJobsDisableHomepage", "true");

        Assert.Equal(HttpStatusCode.NoContent, (await host.Client.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task Two_hosts_with_their_workers_run_in_one_process()
    {
        await using var other = await SampleHost.StartAsync<HttpSamples>();

        await other.Client.GetStringAsync("/api/v1/items/1");

        Assert.Equal(["Show GET True"], other.Notes.All);
        Assert.Empty(_host.Notes.All);
        Assert.Equal("hello here", await _host.Client.GetStringAsync("/api/hello?name=here"));
    }

    private static Task<SampleHost> StartAsync(string setting, string value) =>
        SampleHost.StartAsync<HttpSamples>(new() { Settings = new Dictionary<string, string> { [setting] = value } });

    private async Task<JsonElement> EchoAsync(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await _host.Client.SendAsync(request);
        return JsonDocument.Parse(await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync()).RootElement;
    }
}
