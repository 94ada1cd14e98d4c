using System.Reflection;
using System.Text.Json.Nodes;
using Kinerja.Local.Processes;
using Kinerja.Local.Tests.ServiceBus.Contract;

namespace Kinerja.Local.Tests.ServiceBus;

/// <summary>
/// Microsoft's JavaScript client over the same list as the .NET client: for every test in Contract there is a check of
/// the same name in JavaScript/*.mjs, and it is a test of its own here.
/// </summary>
public sealed class JavaScriptTests(JavaScriptRun run) : IClassFixture<JavaScriptRun>
{
    private static readonly Type[] Contract =
        [typeof(SendingTests), typeof(ReceivingTests), typeof(SettlingTests), typeof(TopicTests), typeof(RefusalTests)];

    public static TheoryData<string> Names => [.. All];

    private static IEnumerable<string> All => Contract
        .SelectMany(type => type.GetMethods())
        .Where(method => method.GetCustomAttribute<FactAttribute>() is not null)
        .Select(method => char.ToLowerInvariant(method.Name[0]) + method.Name[1..]);

    [Theory]
    [MemberData(nameof(Names))]
    public void The_JavaScript_client_sees_that(string name)
    {
        Assert.True(run.Results.TryGetValue(name, out var result), $"The check did not run:\n{run.Output}");
        Assert.True(result.Ok, result.Detail);
    }

    [Fact]
    public void The_JavaScript_client_has_no_checks_that_the_other_lacks() =>
        Assert.Empty(run.Results.Keys.Except(All));
}

/// <summary>Runs all checks once, against one bus.</summary>
public sealed class JavaScriptRun : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public Dictionary<string, (bool Ok, string Detail)> Results { get; } = [];

    public string Output { get; private set; } = "";

    public async Task InitializeAsync()
    {
        await NodePackages.EnsureAsync();
        using var folder = new TemporaryFolder();
        await using var bus = await LocalServiceBus.StartAsync(folder.Path, topologyFile: RunningBus.Topology);
        var script = Path.Combine(RunningBus.Folder, "JavaScript", "run.mjs");
        using var deadline = new CancellationTokenSource(Patience);
        await using var client = ChildProcess.Start(
            "node", [script, bus.ConnectionString, bus.Endpoint.AbsoluteUri.TrimEnd('/')]);
        await client.WaitForExitAsync(deadline.Token);
        Output = client.Output;
        foreach (var line in Output.Split('\n').Where(line => line.StartsWith('{')))
        {
            var result = JsonNode.Parse(line)!;
            var name = result["name"]!.GetValue<string>();
            Results[name] = (result["ok"]!.GetValue<bool>(), result["detail"]!.GetValue<string>());
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
