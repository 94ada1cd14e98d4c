using Kinerja.Local.Processes;

namespace Kinerja.Local.Tests.Console;

/// <summary>The console's checked-in files are what its sources make, byte for byte.</summary>
public sealed class BuildTests
{
    private static readonly string Folder = Path.Combine(RepositoryFolder.Root, "functions", "Console");

    [Fact]
    public async Task The_files_that_are_served_are_what_the_sources_make() =>
        Assert.Equal((0, ""), await RunAsync("build.mjs", "--check"));

    [Fact]
    public async Task The_sources_hold_their_types() =>
        Assert.Equal((0, ""), await RunAsync(Path.Combine("node_modules", "typescript", "bin", "tsc"), "-p", "."));

    /// <summary>How it ended, and if not well, what it said.</summary>
    private static async Task<(int Code, string Said)> RunAsync(params string[] arguments)
    {
        await NodePackages.EnsureInAsync(Folder);
        await using var node = ChildProcess.Start("node", arguments, Folder);
        var code = await node.WaitForExitAsync(CancellationToken.None);
        return (code, code == 0 ? "" : node.Output);
    }
}
