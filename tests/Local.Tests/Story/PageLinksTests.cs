using System.Text.RegularExpressions;
using System.Web;
using Kinerja.AgencyApp;
using Kinerja.Local.Issuer;
using Kinerja.Local.Processes;
using Kinerja.Local.Story;
using Spectre.Console;

namespace Kinerja.Local.Tests.Story;

/// <summary>The story leads to every page that the console has.</summary>
public sealed partial class PageLinksTests
{
    [Fact]
    public void Every_page_has_a_link_on_a_line_of_its_own()
    {
        var table = File.ReadAllText(Path.Combine(RepositoryFolder.Root, "functions", "Console", "src", "pages.ts"));
        var pages = PagePath().Matches(table).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal);

        Assert.Equal(pages, Links().Select(link => link.AbsolutePath).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_link_means_somebody_whom_the_sign_in_offers()
    {
        var quarter = SampleQuarter.Create();
        var objector = quarter.Agencies[0].People.First(person => person.RaterId is not null).Id;
        var offered = SignInChoices.Of(quarter, objector);
        var links = Links();
        var hints = links.Select(link => HttpUtility.ParseQueryString(link.Query)["sebagai"]).OfType<string>().ToList();

        Assert.Equal(links.Count - 2, hints.Count);
        Assert.All(hints, hint => Assert.Contains(offered, one => one.IsMeantBy(hint)));
    }

    [Fact]
    public void Every_line_fits_into_eighty_columns() =>
        Assert.All(Printed(), line => Assert.InRange(line.TrimEnd('\r').Length, 0, 80));

    private static List<Uri> Links() =>
    [
        .. Printed().Where(line => line.Contains("/console/", StringComparison.Ordinal)).Select(line => new Uri(line)),
    ];

    private static string[] Printed()
    {
        using var text = new StringWriter();
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(text) });
        console.Profile.Width = 80;
        new PageLinks(console, new Uri("http://127.0.0.1:7071/")).Print();
        return text.ToString().Split('\n');
    }

    [GeneratedRegex("path: '([^']+)'")]
    private static partial Regex PagePath();
}
