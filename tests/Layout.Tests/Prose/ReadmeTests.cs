namespace Kinerja.Layout.Tests.Prose;

/// <summary>The first page in both languages.</summary>
public sealed class ReadmeTests
{
    /// <summary>What can be pasted must not differ by the language that it is read in.</summary>
    [Fact]
    public void Both_languages_give_the_same_commands()
    {
        var english = CommandsOf("README.md");
        var indonesian = CommandsOf("README.id.md");

        Assert.Contains(english, line => line.StartsWith("dotnet run", StringComparison.Ordinal));
        Assert.Equal(english, indonesian);
    }

    /// <summary>The lines of code up to the first heading about the code itself.</summary>
    private static IReadOnlyList<string> CommandsOf(string page) =>
    [
        .. Repository.Read(page).Split('\n')
            .TakeWhile(line => line is not "## The code" and not "## Bacaan selanjutnya")
            .Where(line => line.StartsWith("    ", StringComparison.Ordinal))
            .Select(line => line.Trim()),
    ];
}
