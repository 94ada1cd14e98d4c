using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kinerja.Local.Tests.FunctionsHost;

public sealed class AdminTests
{
    private static readonly Type[] Samples = [typeof(HttpSamples), typeof(HourlySample), typeof(BusSamples)];

    [Fact]
    public async Task The_host_says_that_it_runs()
    {
        await using var host = await StartAsync();

        var status = await host.Client.GetFromJsonAsync<JsonElement>("/admin/host/status");

        Assert.Equal("Running", status.GetProperty("state").GetString());
    }

    [Fact]
    public async Task The_host_lists_its_functions()
    {
        await using var host = await StartAsync();

        var list = await host.Client.GetStringAsync("/admin/functions");

        Assert.Contains("{\"name\":\"Hourly\",\"trigger\":\"timerTrigger\",\"disabled\":false}", list, StringComparison.Ordinal);
        Assert.Contains("{\"name\":\"Runs\",\"trigger\":\"serviceBusTrigger\",\"disabled\":true}", list, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Hourly", "run last 00:00", HttpStatusCode.Accepted)]
    [InlineData("runs", "runs hand #1", HttpStatusCode.Accepted)]
    [InlineData("AsBytes", "bytes 4", HttpStatusCode.Accepted)]
    [InlineData("Hello", null, HttpStatusCode.NotFound)]
    [InlineData("Nobody", null, HttpStatusCode.NotFound)]
    public async Task A_function_is_started_by_hand(string name, string? note, HttpStatusCode status)
    {
        await using var host = await StartAsync();

        using var response = await host.Client.PostAsJsonAsync($"/admin/functions/{name}", new { input = "hand" });

        Assert.Equal(status, response.StatusCode);
        if (note is not null)
        {
            await host.Notes.WaitForStartAsync(note);
        }
    }

    [Fact]
    public async Task A_start_by_hand_without_json_is_refused()
    {
        await using var host = await StartAsync();

        using var response = await host.Client.PostAsync("/admin/functions/Hourly", new StringContent("now"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task A_start_by_hand_waits_for_the_run_under_way()
    {
        using var finish = new SemaphoreSlim(0);
        await using var host = await SampleHost.StartAsync<SlowSample>(b => b.Services.AddSingleton(finish));
        for (var i = 0; i < 2; i++)
        {
            await host.Client.PostAsJsonAsync("/admin/functions/Slow", new { input = "" });
        }

        await host.Notes.WaitForAsync("begin False 1");
        finish.Release(2);
        await host.Notes.WaitForAsync("end False", times: 2);
        Assert.Equal(["begin False 1", "end False", "begin False 1", "end False"], host.Notes.All);
    }

    [Fact]
    public async Task Middleware_runs_around_functions_that_no_request_starts()
    {
        await using var host = await SampleHost.StartAsync<HourlySample>(
            builder => builder.UseMiddleware<MiddlewareTests.Outer>());

        await host.Client.PostAsJsonAsync("/admin/functions/Hourly", new { input = "" });

        await host.Notes.WaitForAsync("outer done");
        Assert.Equal("outer Hourly without request", host.Notes.All[0]);
    }

    private static Task<SampleHost> StartAsync() => SampleHost.StartAsync(
        Samples,
        builder => builder.Configuration.AddInMemoryCollection(
        [
            new("AzureWebJobs.Runs.Disabled", "true"),
            new("AzureWebJobs.AsText.Disabled", "true"),
            new("AzureWebJobs.AsBytes.Disabled", "true"),
        ]));
}
