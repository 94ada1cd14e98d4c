using System.Net;
using System.Text.Json;
using Kinerja.SampleApp;
using Microsoft.Extensions.Hosting;

namespace Kinerja.Local.Tests.FunctionsHost;

public sealed class AdminTests
{
    private const string NoInput = """{"input":""}""";

    private static readonly Type[] Samples = [typeof(HttpSamples), typeof(HourlySample), typeof(QueueSamples)];

    private static readonly SampleHostOptions NoQueueListens = new()
    {
        Settings = new[] { "AsMessage", "AsText", "AsData", "AsBytes", "AsOrder", "Poisoned", "Held" }
            .ToDictionary(name => $"AzureWebJobs.{name}.Disabled", _ => "true"),
    };

    [Fact]
    public async Task The_host_says_that_it_runs()
    {
        await using var host = await StartAsync();

        using var status = await host.AdminAsync("/admin/host/status");

        using var json = JsonDocument.Parse(await status.Content.ReadAsStringAsync());
        Assert.Equal("Running", json.RootElement.GetProperty("state").GetString());
    }

    [Fact]
    public async Task The_host_lists_its_functions()
    {
        await using var host = await StartAsync();

        using var list = await host.AdminAsync("/admin/functions");

        using var json = JsonDocument.Parse(await list.Content.ReadAsStringAsync());
        var functions = json.RootElement.EnumerateArray().ToDictionary(
            f => f.GetProperty("name").GetString()!,
            f => f.GetProperty("config").GetProperty("bindings")[0].GetProperty("type")
                .GetString() + f.GetProperty("isDisabled"));
        Assert.Equal("timerTriggerFalse", functions["Hourly"]);
        Assert.Equal("queueTriggerTrue", functions["AsText"]);
        Assert.Equal("httpTriggerFalse", functions["Hello"]);
    }

    [Theory]
    [InlineData("Hourly", "run last 00:00")]
    [InlineData("asmessage", "message hand #0")]
    [InlineData("AsText", "text hand")]
    [InlineData("AsBytes", "bytes 4")]
    [InlineData("AsData", "data hand")]
    public async Task A_function_is_started_by_hand(string name, string note)
    {
        await using var host = await StartAsync();

        using var started = await host.AdminAsync($"/admin/functions/{name}", json: """{"input":"hand"}""");

        Assert.Equal(HttpStatusCode.Accepted, started.StatusCode);
        await host.Notes.WaitForStartAsync(note);
    }

    [Theory]
    [InlineData(null, NoInput, HttpStatusCode.Unauthorized)]
    [InlineData("wrong", NoInput, HttpStatusCode.Unauthorized)]
    [InlineData(SampleHost.FunctionKey, NoInput, HttpStatusCode.Forbidden)]
    [InlineData(SampleHost.MasterKey, "null", HttpStatusCode.BadRequest)]
    [InlineData(SampleHost.MasterKey, "", HttpStatusCode.BadRequest)]
    [InlineData(SampleHost.MasterKey, "{", HttpStatusCode.BadRequest)]
    public async Task A_start_by_hand_is_refused(string? key, string json, HttpStatusCode status)
    {
        await using var host = await StartAsync();

        using var refused = await host.AdminAsync("/admin/functions/Hourly", key, json);

        Assert.Equal(status, refused.StatusCode);
        Assert.Empty(host.Notes.All);
    }

    [Fact]
    public async Task A_start_by_hand_of_nothing_known_is_not_found()
    {
        await using var host = await StartAsync();

        using var missing = await host.AdminAsync("/admin/functions/Nobody", json: NoInput);

        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task A_start_by_hand_without_json_is_refused()
    {
        await using var host = await StartAsync();
        using var request = new HttpRequestMessage(
            HttpMethod.Post, "/admin/functions/Hourly")
        { Content = new StringContent(NoInput) };
        request.Headers.Add("x-functions-key", SampleHost.MasterKey);

        using var refused = await host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, refused.StatusCode);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData(SampleHost.FunctionKey, HttpStatusCode.Forbidden)]
    public async Task The_hosts_state_is_for_the_master_key_only(string? key, HttpStatusCode status)
    {
        await using var host = await StartAsync();

        using var refused = await host.AdminAsync("/admin/host/status", key);

        Assert.Equal(status, refused.StatusCode);
    }

    [Fact]
    public async Task A_start_by_hand_runs_beside_the_run_under_way()
    {
        await using var host = await SampleHost.StartAsync<SlowSample>();
        for (var i = 0; i < 2; i++)
        {
            using var started = await host.AdminAsync("/admin/functions/Slow", json: NoInput);
        }

        await host.Notes.WaitForStartAsync("begin False 2");
        host.Notes.Finish();
        host.Notes.Finish();
        await host.Notes.WaitForAsync("end False", times: 2);
    }

    [Fact]
    public async Task Middleware_runs_around_functions_that_no_request_starts()
    {
        await using var host = await SampleHost.StartAsync<HourlySample>(
            new() { Configure = builder => builder.UseMiddleware<MiddlewareTests.Outer>() });

        using var started = await host.AdminAsync("/admin/functions/Hourly", json: NoInput);

        await host.Notes.WaitForAsync("outer done");
        Assert.Equal("outer Hourly without request", host.Notes.All[0]);
    }

    private static Task<SampleHost> StartAsync() => SampleHost.StartAsync(Samples, NoQueueListens);
}
