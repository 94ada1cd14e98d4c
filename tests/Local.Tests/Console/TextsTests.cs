using System.Text.Json;
using Kinerja.Local.Processes;

namespace Kinerja.Local.Tests.Console;

/// <summary>The words of the console stand in one file a language.</summary>
public sealed class TextsTests
{
    private static readonly string Sources = Path.Combine(RepositoryFolder.Root, "functions", "Console", "src");

    [Fact]
    public void Both_languages_say_the_same_things_in_the_same_order_with_the_same_values()
    {
        var (indonesian, english) = (Texts("id"), Texts("en"));
        Assert.NotEmpty(indonesian);
        Assert.Equal(indonesian.Select(text => text.Name), english.Select(text => text.Name));
        Assert.All(indonesian.Zip(english), pair => Assert.Equal(Values(pair.First), Values(pair.Second)));
        Assert.All(indonesian.Concat(english), text => Assert.NotEmpty(text.Value.GetString()!));
    }

    [Fact]
    public void Every_word_is_used_by_a_page_or_names_a_value_of_the_API()
    {
        string[] ofTheApi =
        [
            "in", "out", "midDay", "punch", "spotCheck", "inside", "outside", "uncertain", "unknown",
            "veryGood", "good", "needsImprovement", "poor", "veryPoor",
            "peer", "subordinate", "served",
            "serviceOriented", "accountable", "competent", "harmonious", "loyal", "adaptive", "collaborative",
        ];
        var source = string.Concat(Directory.EnumerateFiles(Sources, "*.ts*", SearchOption.AllDirectories)
            .Select(File.ReadAllText));
        Assert.Equal(
            ofTheApi.Order(StringComparer.Ordinal),
            Texts("id").Select(text => text.Name)
                .Where(name => ofTheApi.Contains(name) || !source.Contains($"'{name}'", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal));
    }

    private static List<JsonProperty> Texts(string language) =>
        [.. JsonElement.Parse(File.ReadAllText(Path.Combine(Sources, "texts", $"{language}.json"))).EnumerateObject()];

    /// <summary>What stands in braces, such as <c>{date}</c>.</summary>
    private static IEnumerable<string> Values(JsonProperty text) =>
        text.Value.GetString()!.Split('{').Skip(1).Select(part => part.Split('}')[0]).Order(StringComparer.Ordinal);
}
