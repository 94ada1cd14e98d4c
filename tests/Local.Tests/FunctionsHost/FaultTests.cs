using Kinerja.SampleApp;
using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;

namespace Kinerja.Local.Tests.FunctionsHost;

public sealed class FaultTests
{
    [Theory]
    [InlineData("every day", "Setting: 'every day' is neither a cron expression nor a time span.")]
    [InlineData(null, "Setting: The setting 'Schedule' is missing.")]
    public async Task A_schedule_that_cannot_be_is_named_at_the_start(string? schedule, string fault)
    {
        var settings = new Dictionary<string, string>();
        if (schedule is not null)
        {
            settings["Schedule"] = schedule;
        }

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(
            () => SampleHost.StartAsync<SettingSample>(new() { Settings = settings }));

        Assert.Contains(fault, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_fault_is_named_at_once()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => SampleHost.StartAsync(
            [typeof(SettingSample), typeof(QueueSamples), typeof(HourlySample)],
            new()
            {
                Settings = new Dictionary<string, string> { ["Prefix"] = "p" },
                Other = new Unknown
                {
                    Name = "Unknown",
                    EntryPoint = "Nothing.Run",
                    RawBindings = ["""{"name":"x","type":"otherTrigger","direction":"In"}"""]
                },
            }));

        Assert.Contains("Setting: The setting 'Schedule' is missing.", failure.Message, StringComparison.Ordinal);
        Assert.Contains(
            "AsText: The connection 'Queues' is neither a setting nor has a queueServiceUri.", failure.Message,
            StringComparison.Ordinal);
        Assert.Contains("Unknown: this host has no otherTrigger.", failure.Message, StringComparison.Ordinal);
        Assert.Equal(10, failure.Message.Split('\n').Length);
    }

    [Fact]
    public async Task A_function_that_the_worker_cannot_load_is_named_in_the_log()
    {
        await using var host = await SampleHost.StartAsync<HttpSamples>(new()
        {
            Other = new Unknown
            {
                Name = "Lost",
                EntryPoint = "Kinerja.SampleApp.Nowhere.Run",
                RawBindings = [
                    """{"name":"x","type":"httpTrigger","direction":"In","authLevel":"Anonymous","route":"lost"}"""
                ],
            },
        });

        await host.Log.WaitForAsync("Error: Function Lost could not be loaded:");
        using var answer = await host.Client.GetAsync("/api/lost");
        Assert.Equal(System.Net.HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("hello x", await host.Client.GetStringAsync("/api/hello?name=x"));
    }

    private sealed class Unknown : IFunctionMetadata
    {
        public string? FunctionId => "0";

        public bool IsProxy => false;

        public string? Language => "dotnet-isolated";

        public bool ManagedDependencyEnabled => false;

        public string? Name { get; init; }

        public string? EntryPoint { get; init; }

        public IList<string>? RawBindings { get; init; }

        public string? ScriptFile => "Kinerja.SampleApp.dll";

        public IRetryOptions? Retry => null;
    }
}
