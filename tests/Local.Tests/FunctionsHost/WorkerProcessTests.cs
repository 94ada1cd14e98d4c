using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Kinerja.Local.Processes;

namespace Kinerja.Local.Tests.FunctionsHost;

/// <summary>Host and worker as processes of their own.</summary>
public sealed partial class WorkerProcessTests : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private static readonly Dictionary<string, string> NothingElse =
        "AsMessage AsText AsData AsBytes AsOrder Poisoned Held Hourly Setting OnStartup Seconds Off Slow Failing Retried Growing RetriedId"
            .Split(' ').ToDictionary(name => $"AzureWebJobs.{name}.Disabled", _ => "true");

    private readonly SampleFolder _folder = new("""{"extensions":{"http":{"routePrefix":""}}}""");
    private ChildProcess _host = null!;
    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        _host = ChildProcess.Start(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "Kinerja.FunctionsHost.dll"), SampleFolder.SampleAssembly],
            environment: new Dictionary<string, string>(NothingElse)
            {
                ["FunctionsHost__AppFolder"] = _folder.Path,
                ["FunctionsHost__StateFolder"] = _folder.Path,
                ["FunctionsHost__Port"] = "0",
                ["Schedule"] = "0 0 * * * *",
            });
        var listening = await _host.FirstMatchAsync(Listening(), Patience);
        _client = new HttpClient { BaseAddress = new Uri(listening.Groups[1].Value), Timeout = Patience };
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    public void Dispose()
    {
        _client.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Without_a_prefix_routes_begin_at_the_root()
    {
        Assert.Equal("hello x", await _client.GetStringAsync("/hello?name=x"));
        Assert.Equal(HttpStatusCode.NotFound, (await _client.GetAsync("/api/hello")).StatusCode);
    }

    [Fact]
    public async Task A_killed_worker_fails_what_was_under_way_and_another_serves()
    {
        using var first = await WorkerAsync();
        var waiting = _client.GetAsync("/wait");
        await UntilServedAsync();
        first.Kill();

        using var failed = await waiting;
        Assert.Equal(
            (HttpStatusCode.InternalServerError, ""), (failed.StatusCode, await failed.Content.ReadAsStringAsync()));
        using var second = await WorkerAsync();
        Assert.NotEqual(first.Id, second.Id);
    }

    [Fact]
    public async Task A_worker_that_ends_again_and_again_is_given_up_and_the_host_ends()
    {
        for (var i = 0; i < 3; i++)
        {
            using var worker = await WorkerAsync();
            worker.Kill();
            await worker.WaitForExitAsync();
        }

        using var patience = new CancellationTokenSource(Patience);
        Assert.Equal(1, await _host.WaitForExitAsync(patience.Token));
    }

    [Fact]
    public async Task A_killed_host_takes_its_worker_with_it()
    {
        using var worker = await WorkerAsync();
        await _host.KillAsync();

        using var patience = new CancellationTokenSource(Patience);
        await worker.WaitForExitAsync(patience.Token);
        Assert.True(worker.HasExited);
    }

    [Fact]
    public async Task A_host_that_is_asked_to_stop_ends_its_worker_in_order()
    {
        using var worker = await WorkerAsync();
        await _host.DisposeAsync();

        Assert.True(worker.HasExited);
        Assert.DoesNotContain("did not end by itself", _host.Output, StringComparison.Ordinal);
    }

    /// <summary>The process that answers; a request on its way when the one before ended is sent again.</summary>
    private async Task<Process> WorkerAsync()
    {
        var deadline = DateTime.UtcNow + Patience;
        while (true)
        {
            using var response = await _client.GetAsync("/echo");
            if (response.IsSuccessStatusCode)
            {
                var answer = await response.Content.ReadAsStringAsync();
                return Process.GetProcessById(
                    int.Parse(ProcessId().Match(answer).Groups[1].Value, CultureInfo.InvariantCulture));
            }

            Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
            Assert.True(DateTime.UtcNow < deadline, "No worker answers.");
        }
    }

    /// <summary>Requests that are sent later are answered: so those before them are under way.</summary>
    private async Task UntilServedAsync()
    {
        for (var i = 0; i < 3; i++)
        {
            await _client.GetStringAsync("/hello");
        }
    }

    [GeneratedRegex(@"Now listening on: (http://\S+)")]
    private static partial Regex Listening();

    [GeneratedRegex("\"process\":(\\d+)")]
    private static partial Regex ProcessId();
}
