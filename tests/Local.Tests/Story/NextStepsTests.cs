using System.Diagnostics;
using System.Text.Json;
using Kinerja.Local.Story;
using Spectre.Console;

namespace Kinerja.Local.Tests.Story;

/// <summary>People copy these lines into a shell.</summary>
public sealed class NextStepsTests
{
    /// <summary>As the settings of the sign-in write it: JSON, with its plus escaped.</summary>
    private const string Settings = @"2026-04-09T08:00:42.0000000\u002B00:00";

    private static readonly DateTimeOffset Now = new(2026, 4, 9, 8, 0, 42, TimeSpan.Zero);

    [Fact]
    public void Every_command_stands_on_a_line_of_its_own_however_narrow_the_screen_is()
    {
        var commands = Printed().Split('\n')
            .Where(line => line.Contains("127.0.0.1", StringComparison.Ordinal)
                || line.StartsWith("node", StringComparison.Ordinal)
                || line.StartsWith("dotnet", StringComparison.Ordinal));

        Assert.Equal(15, commands.Count());
        Assert.All(commands, line => Assert.Matches("^(TOKEN=|AT=|curl |node |dotnet |http://).*[^ ]\r?$", line));
    }

    [Fact]
    public async Task A_shell_makes_the_check_in_of_the_sample_s_own_clock_whenever_it_is_pasted()
    {
        var line = Printed().Split('\n').Single(l => l.Contains("/check-ins", StringComparison.Ordinal));
        using var shell = Process.Start(new ProcessStartInfo("/bin/sh")
        {
            ArgumentList =
            {
                "-c", $"AT=$1; printf %s {line[line.IndexOf("'{", StringComparison.Ordinal)..].Trim()}", "sh", Settings,
            },
            RedirectStandardOutput = true,
        })!;
        var body = JsonDocument.Parse(await shell.StandardOutput.ReadToEndAsync()).RootElement;
        await shell.WaitForExitAsync();

        Assert.Equal(Now, body.GetProperty("capturedAt").GetDateTimeOffset());
        Assert.Equal(Now, body.GetProperty("sentAt").GetDateTimeOffset());
        Assert.Equal("coba-20260409080042", body.GetProperty("id").GetString());
        Assert.Equal("p-1", body.GetProperty("employeeId").GetString());
    }

    private static string Printed()
    {
        using var text = new StringWriter();
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(text) });
        console.Profile.Width = 40;
        new NextSteps(
            console,
            new Uri("http://127.0.0.1:7071/"),
            new Uri("http://127.0.0.1:7072/"),
            "Endpoint=sb://localhost:1;",
            new Uri("http://127.0.0.1:7074/"),
            ".local").Print("p-1", new Uri("http://127.0.0.1:7073/"));
        return text.ToString();
    }
}
