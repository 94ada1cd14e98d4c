using System.Text.Json;
using Kinerja.Local.Story;
using Spectre.Console;

namespace Kinerja.Local.Tests.Story;

/// <summary>People copy these lines into a shell.</summary>
public sealed class NextStepsTests
{
    private static readonly DateTimeOffset Now = new(2026, 4, 9, 8, 0, 42, TimeSpan.Zero);

    [Fact]
    public void Every_command_stands_on_a_line_of_its_own_however_narrow_the_screen_is()
    {
        var commands = Printed().Split('\n')
            .Where(line => line.Contains("127.0.0.1", StringComparison.Ordinal)
                || line.StartsWith("node", StringComparison.Ordinal)
                || line.StartsWith("dotnet", StringComparison.Ordinal));

        Assert.Equal(14, commands.Count());
        Assert.All(commands, line => Assert.Matches("^(TOKEN=|curl |node |dotnet |http://).*[^ ]\r?$", line));
    }

    [Fact]
    public void The_check_in_is_JSON_of_the_clock_s_own_minute()
    {
        var line = Printed().Split('\n').Single(l => l.Contains("/check-ins", StringComparison.Ordinal));
        var body = JsonDocument.Parse(
            line[(line.IndexOf("-d '", StringComparison.Ordinal) + 4)..line.LastIndexOf('\'')]).RootElement;

        Assert.Equal("2026-04-09T15:00:00+07:00", body.GetProperty("capturedAt").GetString());
        Assert.Equal("coba-202604090800", body.GetProperty("id").GetString());
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
            ".local",
            Now).Print("p-1", new Uri("http://127.0.0.1:7073/"));
        return text.ToString();
    }
}
