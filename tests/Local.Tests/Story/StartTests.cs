using System.Net;
using System.Net.Sockets;
using Kinerja.Local.Processes;
using Kinerja.Local.Story;
using Kinerja.Local.Tests.ServiceBus;

namespace Kinerja.Local.Tests.Story;

/// <summary>What a start reads on the command line, and what keeps it from starting.</summary>
public sealed class StartTests
{
    [Fact]
    public void A_folder_is_held_by_one_start_until_it_ends()
    {
        using var folder = new TemporaryFolder();
        var first = FolderLock.Take(folder.Path);

        Assert.NotNull(first);
        Assert.Null(FolderLock.Take(folder.Path));
        first.Dispose();
        using var next = FolderLock.Take(folder.Path);
        Assert.NotNull(next);
    }

    [Fact]
    public void A_port_on_which_somebody_listens_is_not_free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        Assert.False(FreePort.IsFree(port));
        Assert.Equal(0, FreePort.OrAny(port));
    }

    [Theory]
    [InlineData("--help", true, false, null, 0)]
    [InlineData("--ranking --port 0", false, true, 0, 0)]
    [InlineData("--later 30", false, false, null, 30)]
    [InlineData("", false, false, null, 0)]
    public void The_command_line_says_help_port_ranking_and_days(
        string line, bool help, bool ranking, int? port, int later)
    {
        var options = RunOptions.Parse(
            line.Split(' ', StringSplitOptions.RemoveEmptyEntries), "state", out var fault);

        Assert.Equal("", fault);
        Assert.Equal(
            (help, ranking, port, later), (options!.Help, options.WholeRanking, options.Port, options.Later));
    }

    [Theory]
    [InlineData("--port")]
    [InlineData("--port 65536")]
    [InlineData("--rankings")]
    [InlineData("--later")]
    [InlineData("--later 0")]
    [InlineData("--later 400")]
    [InlineData("--later -3")]
    public void What_the_command_line_cannot_mean_is_said_with_the_options(string line)
    {
        Assert.Null(RunOptions.Parse(line.Split(' '), "state", out var fault));
        Assert.Contains("--ranking", fault, StringComparison.Ordinal);
    }
}
