namespace Kinerja.Layout.Tests.Prose;

public sealed class LineLengthTests
{
    private static readonly string Long = new('x', 121);

    [Fact]
    public void Every_line_of_code_and_prose_holds_at_most_120_characters()
    {
        var held = Repository.Files.Where(LineLength.IsHeld).ToList();
        Assert.NotEmpty(held);
        var faults = held.SelectMany(path => LineLength.Faults(path, Repository.Read(path))).ToList();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Theory]
    [InlineData("a.md", "{0}", 1)]
    [InlineData("a.mjs", "short\n{0}\r\nshort\n{0}", 2)]
    [InlineData("a.md", "| {0} | a row of a table |", 0)]
    [InlineData("a.mjs", "| {0} | no table", 1)]
    [InlineData("a.md", "```text\n{0}\n```\nshort", 0)]
    [InlineData("a.md", "```text\nshort\n```\n{0}", 1)]
    [InlineData("a.md", "```sh\n{0}\n```", 1)]
    [InlineData("a.md", "see https://example.go.id/{0}", 0)]
    [InlineData("a.md", "https://example.go.id/ {0}", 1)]
    [InlineData("a.mjs", "// https://example.go.id/{0}", 1)]
    [InlineData("a.cs", "{0}(\"short\")", 1)]
    [InlineData("a.cs", "a(\"{0}\")", 0)]
    public void A_line_is_too_long_only_where_it_can_be_wrapped(string path, string text, int faults) =>
        Assert.Equal(faults, LineLength.Faults(path, text.Replace("{0}", Long, StringComparison.Ordinal)).Count());

    [Fact]
    public void Characters_are_counted_and_not_bytes()
    {
        Assert.Empty(LineLength.Faults("a.md", string.Concat(Enumerable.Repeat("🙂", 120))));
        Assert.Single(LineLength.Faults("a.md", string.Concat(Enumerable.Repeat("🙂", 121))));
        Assert.Contains("a.md:2 has 121", LineLength.Faults("a.md", "é\n" + Long).Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(".ci/run", true)]
    [InlineData("infra/azure/main.bicep", true)]
    [InlineData("functions/Domain/Score.cs", true)]
    [InlineData("functions/docs/limits.md", true)]
    [InlineData("infra/local/package-lock.json", false)]
    [InlineData("functions/Host/openapi.json", false)]
    [InlineData("functions/Host/Console/Files/app.1A2B3C4D.js", false)]
    public void Code_and_prose_are_held_and_json_is_not(string path, bool held) =>
        Assert.Equal(held, LineLength.IsHeld(path));
}
