using System.Text.Json;
using System.Text.RegularExpressions;
using Kinerja.Local.Processes;

namespace Kinerja.Local.Tests.Console;

/// <summary>The words of the console stand in one file a language.</summary>
public sealed partial class TextsTests
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

    [Fact]
    public void Every_counted_English_text_has_a_singular_beside_its_plural()
    {
        Assert.All(Texts("en"), text => Assert.DoesNotMatch(Many(), text.Value.GetString()!));
        var forms = Texts("en").SelectMany(text => Forms().Matches(text.Value.GetString()!)).ToList();
        Assert.NotEmpty(forms);
        Assert.All(forms, form => Assert.NotEqual(form.Groups[2].Value, form.Groups[3].Value));
        Assert.All(Texts("id").Concat(Texts("en")), text =>
            Assert.DoesNotContain(':', Forms().Replace(text.Value.GetString()!, "").Split('{').Skip(1)
                .Aggregate("", (all, part) => all + part.Split('}')[0])));
    }

    private static List<JsonProperty> Texts(string language) =>
        [.. JsonElement.Parse(File.ReadAllText(Path.Combine(Sources, "texts", $"{language}.json"))).EnumerateObject()];

    /// <summary>
    /// What stands in braces, such as <c>{date}</c>; its forms, as in <c>{n:day|days}</c>, are the language's own.
    /// </summary>
    private static IEnumerable<string> Values(JsonProperty text) =>
        text.Value.GetString()!.Split('{').Skip(1).Select(part => part.Split('}', ':')[0])
            .Distinct().Order(StringComparer.Ordinal);

    /// <summary>A value and the word after it, or the one after that: many of something.</summary>
    [GeneratedRegex(@"\{\w+\} (?:[a-z-]+ )?(?:people|(?!waits|follows|holds|counts|rates)[a-z-]+[^\W_isu]s)\b")]
    private static partial Regex Many();

    [GeneratedRegex(@"\{(\w+):([^{}|]*)\|([^{}|]*)\}")]
    private static partial Regex Forms();
}
