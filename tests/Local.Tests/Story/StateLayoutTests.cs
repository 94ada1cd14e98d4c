using System.Diagnostics;
using Kinerja.Local.Story;
using Kinerja.Local.Tests.ServiceBus;

namespace Kinerja.Local.Tests.Story;

public sealed class StateLayoutTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_new_or_empty_folder_is_stamped_and_taken_again_later()
    {
        var below = Path.Combine(_folder.Path, "new");
        Assert.Null(StateLayout.FaultOf(below, "new"));
        Assert.Equal($"{StateLayout.Current}\n", File.ReadAllText(Path.Combine(below, "layout")));

        File.WriteAllText(Path.Combine(below, "story.json"), "{}");
        Assert.Null(StateLayout.FaultOf(below, "new"));
    }

    [Theory]
    [InlineData(null, "no layout")]
    [InlineData("0", "layout 0")]
    [InlineData("99", "layout 99")]
    public void A_folder_of_another_version_is_refused_and_left_as_it_is(string? stamp, string found)
    {
        Leave(stamp);
        var before = Directory.GetFiles(_folder.Path).ToDictionary(path => path, File.ReadAllText);

        Assert.Equal(
            $"Another version left ./here ({found}, this one keeps layout {StateLayout.Current}): delete that folder, or name "
            + "another with --folder, and start again.",
            StateLayout.FaultOf(_folder.Path, "./here"));
        Assert.Equal(before, Directory.GetFiles(_folder.Path).ToDictionary(path => path, File.ReadAllText));
    }

    [Fact]
    public async Task The_main_command_says_it_in_one_line_and_ends_with_code_1()
    {
        Leave(stamp: null);
        var named = Path.GetRelativePath(Environment.CurrentDirectory, _folder.Path);
        var start = new ProcessStartInfo("dotnet", [typeof(StateLayout).Assembly.Location, "--once", "--folder", named])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        using var command = Process.Start(start)!;
        var output = command.StandardOutput.ReadToEndAsync();
        var error = await command.StandardError.ReadToEndAsync();
        await command.WaitForExitAsync();

        Assert.Equal((1, ""), (command.ExitCode, await output));
        Assert.Equal(StateLayout.FaultOf(_folder.Path, named) + Environment.NewLine, error);
    }

    /// <summary>What an older run leaves behind, among it the file that the story goes on from.</summary>
    private void Leave(string? stamp)
    {
        File.WriteAllText(Path.Combine(_folder.Path, "story.json"), """{"SetUp":true}""");
        if (stamp is not null)
        {
            File.WriteAllText(Path.Combine(_folder.Path, "layout"), stamp);
        }
    }
}
