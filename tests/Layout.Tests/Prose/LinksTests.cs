using System.Text.RegularExpressions;

namespace Kinerja.Layout.Tests.Prose;

public sealed partial class LinksTests
{
    /// <summary>Of NetTopologySuite: its insides, which our code counts and does not call.</summary>
    private static readonly string[] OfLibraries = ["IndexedNestedPolygonTester", "RayCrossingCounter"];

    private static IEnumerable<string> Pages =>
        Repository.Files.Where(path => path.EndsWith(".md", StringComparison.Ordinal) && path != "CHANGELOG.md");

    /// <summary>The changelog may name what is gone.</summary>
    [Fact]
    public void Every_file_and_heading_that_prose_names_is_there()
    {
        Assert.NotEmpty(Pages);
        var missing = from page in Pages
                      from link in Links.Of(page, Repository.Read(page)).Distinct()
                      where !Leads(link.Path, link.Heading)
                      let heading = link.Heading is null ? "" : $"#{link.Heading}"
                      select $"{page} names {link.Path}{heading}, which is not there";
        Assert.True(!missing.Any(), string.Join('\n', missing));
    }

    /// <summary>A page that tells of a class which has another name by now leads nowhere too.</summary>
    [Fact]
    public void Every_name_that_a_room_s_page_quotes_stands_in_the_code()
    {
        var words = Repository.Files.Where(path => path.EndsWith(".cs", StringComparison.Ordinal))
            .SelectMany(path => Word().Matches(Repository.Read(path)).Select(word => word.Value))
            .Concat(OfLibraries).ToHashSet();
        var pages = Pages.Where(page => page.StartsWith("functions/", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(pages);
        var missing = from page in pages
                      from name in Links.NamesOf(Repository.Read(page)).Distinct()
                      where !words.Contains(name)
                      select $"{page} names {name}, which no code knows";
        Assert.True(!missing.Any(), string.Join('\n', missing));
    }

    [Theory]
    [InlineData("README.md", "[a](functions/docs/b.md)", "functions/docs/b.md", null)]
    [InlineData("functions/docs/a.md", "[a](../Domain/)", "functions/Domain", null)]
    [InlineData("functions/docs/a.md", "[a](b.md#two-words)", "functions/docs/b.md", "two-words")]
    [InlineData("functions/docs/a.md", "[a](#two-words)", "functions/docs/a.md", "two-words")]
    [InlineData("functions/docs/a.md", "see `infra/tables.json`.", "infra/tables.json", null)]
    public void A_link_is_read_from_its_page_and_a_path_from_the_root(
        string page, string text, string path, string? heading) =>
        Assert.Equal([(path, heading)], Links.Of(page, text));

    [Theory]
    [InlineData("[a](https://example.go.id/b.md)")]
    [InlineData("`infra/{place}/a.json`")]
    [InlineData("`functions/Domain/<Word>`")]
    public void Web_addresses_and_places_to_be_filled_in_are_no_links(string text) =>
        Assert.Empty(Links.Of("README.md", text));

    [Fact]
    public void A_heading_is_named_in_lower_case_with_hyphens() =>
        Assert.Equal(
            ["the-two-secrets", "what-it-does-and-why"],
            Links.HeadingsOf("## The two secrets\n\nx\n# What it does, and `why`\n"));

    [Theory]
    [InlineData("the `Ranker` and `Cut.Take`", "Ranker Cut Take")]
    [InlineData("`ranking`, `POST …/test`, `a.B`, `CODE`", "")]
    public void A_name_of_code_begins_large_and_holds_small_letters(string text, string names) =>
        Assert.Equal(names.Split(' ', StringSplitOptions.RemoveEmptyEntries), Links.NamesOf(text));

    private static bool Leads(string path, string? heading) =>
        (Repository.Has(path) && (heading is null || Links.HeadingsOf(Repository.Read(path)).Contains(heading)))
        || Directory.Exists(Path.Combine(Repository.Root, path));

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
