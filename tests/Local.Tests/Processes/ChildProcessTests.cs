using System.Diagnostics;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Kinerja.Local.Processes;

namespace Kinerja.Local.Tests.Processes;

public sealed class ChildProcessTests
{
    private const string Forever = "setInterval(() => {}, 1000);";

    [Fact]
    public async Task A_line_of_output_can_be_waited_for()
    {
        await using var child = ChildProcess.Start("node", ["-e", "console.log('port 17');" + Forever]);

        var match = await child.FirstMatchAsync(new Regex(@"port (\d+)"), TimeSpan.FromSeconds(30));

        Assert.Equal("17", match.Groups[1].Value);
    }

    [Fact]
    public async Task An_early_end_is_told_with_its_output()
    {
        await using var child = ChildProcess.Start("node", ["-e", "console.error('no luck'); process.exit(3);"]);

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(
            () => child.FirstMatchAsync(new Regex("never"), TimeSpan.FromSeconds(30)));

        Assert.Contains("code 3", failure.Message, StringComparison.Ordinal);
        Assert.Contains("no luck", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Disposing_lets_the_program_end_in_order()
    {
        var file = Path.GetTempFileName();
        var script =
            $"process.on('SIGTERM', () => {{ require('fs').writeFileSync('{file}', 'bye'); process.exit(0); }});"
            + "console.log('ready');" + Forever;
        var child = ChildProcess.Start("node", ["-e", script]);
        await child.FirstMatchAsync(new Regex("ready"), TimeSpan.FromSeconds(30));

        await child.DisposeAsync();

        Assert.Equal("bye", await File.ReadAllTextAsync(file));
        File.Delete(file);
    }

    [Fact]
    public void A_missing_program_is_said_in_one_line()
    {
        var missing = Assert.Throws<MissingToolException>(() => ChildProcess.Start("no-such-program", []));

        Assert.DoesNotContain('\n', missing.Message);
        Assert.Contains("no-such-program", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_stdin_ends_a_program_that_watches_its_parent()
    {
        var preload = Path.Combine(RepositoryFolder.Local, "Processes", "stop-with-parent.cjs");
        var start = new ProcessStartInfo("node") { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add("--require");
        start.ArgumentList.Add(preload);
        start.ArgumentList.Add("-e");
        start.ArgumentList.Add("process.on('SIGINT', () => process.exit(7)); console.log('ready');" + Forever);
        using var child = Process.Start(start) ?? throw new InvalidOperationException("node did not start.");
        await child.StandardOutput.ReadLineAsync();

        child.StandardInput.Close();

        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await child.WaitForExitAsync(deadline.Token);
        Assert.Equal(7, child.ExitCode);
    }

    [Theory]
    [InlineData("v20.20.2\n", 20)]
    [InlineData("v8.0.0", 8)]
    [InlineData("nonsense", 0)]
    public void The_version_of_node_is_read(string output, int major) =>
        Assert.Equal(major, NodePackages.Major(output));
}

public sealed class AzuriteProcessTests
{
    [Fact]
    public async Task Tables_are_still_there_after_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("kinerja-azurite-").FullName;
        await NodePackages.EnsureAsync();
        await using (var first = await Azurite.StartAsync(folder))
        {
            var client = new TableServiceClient(first.ConnectionString);
            await client.CreateTableIfNotExistsAsync("Kept");
            await client.GetTableClient("Kept").AddEntityAsync(new TableEntity("p", "r"));
        }

        await using (var second = await Azurite.StartAsync(folder))
        {
            var table = new TableServiceClient(second.ConnectionString).GetTableClient("Kept");
            Assert.Equal("r", (await table.GetEntityAsync<TableEntity>("p", "r")).Value.RowKey);
        }

        Directory.Delete(folder, recursive: true);
    }
}
