using System.Text.RegularExpressions;
using Kinerja.Local.Issuer;
using Kinerja.Local.Processes;
using Kinerja.Local.Story;
using Spectre.Console;

namespace Kinerja.Local.Tests.Story;

/// <summary>The story leads to every page that the console has.</summary>
public sealed partial class PageLinksTests
{
    [Fact]
    public void Every_page_has_a_link_on_a_line_of_its_own_with_whom_to_sign_in_as()
    {
        var table = File.ReadAllText(Path.Combine(RepositoryFolder.Root, "functions", "Console", "src", "pages.ts"));
        var pages = PagePath().Matches(table).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal);
        var links = Printed().Split('\n').Where(line => line.Contains("/console/", StringComparison.Ordinal)).ToList();

        Assert.Equal(
            pages, links.Select(link => new Uri(link.Trim()).AbsolutePath).Order(StringComparer.Ordinal));
        Assert.All(links, link => Assert.Matches("[?&]sebagai=instansi/orang-[a-z]+/[a-z]+\r?$", link));
    }

    private static string Printed()
    {
        using var text = new StringWriter();
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(text) });
        console.Profile.Width = 40;
        string[] roles =
        [
            SignInChoice.Employee, SignInChoice.Leader, SignInChoice.Office, SignInChoice.National,
            SignInChoice.Operations,
        ];
        new PageLinks(console, new Uri("http://127.0.0.1:7071/")).Print(
            [.. roles.Select(role => new SignInChoice("instansi", $"orang-{role}", role))]);
        return text.ToString();
    }

    [GeneratedRegex("path: '([^']+)'")]
    private static partial Regex PagePath();
}
