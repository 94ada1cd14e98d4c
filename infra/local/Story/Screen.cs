using Spectre.Console;

namespace Kinerja.Local.Story;

/// <summary>The console: colours and moving bars for a terminal, plain lines for a file or a build log.</summary>
internal static class Screen
{
    private const int PlainWidth = 110;

    internal static IAnsiConsole Open()
    {
        if (!Console.IsOutputRedirected)
        {
            return AnsiConsole.Console;
        }

        var plain = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        plain.Profile.Width = PlainWidth;
        return plain;
    }

    /// <summary>A line between what came before and a new part; markup.</summary>
    internal static void Heading(this IAnsiConsole console, string title)
    {
        console.WriteLine();
        console.Write(new Rule(title).LeftJustified());
    }
}
