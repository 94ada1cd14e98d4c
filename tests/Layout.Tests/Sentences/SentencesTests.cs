using System.Reflection;
using System.Text.RegularExpressions;
using Kinerja.Application.Json;
using Microsoft.CodeAnalysis.CSharp;

namespace Kinerja.Layout.Tests.Sentences;

/// <summary>
/// Whatever the code can say to a caller is said in Indonesian too: every place that makes a sentence is found by the
/// compiler, not by its look.
/// </summary>
public sealed partial class SentencesTests
{
    private static readonly string[] Figures = ["double", "decimal", "float", "Kinerja.Domain.Score"];

    private static readonly Lazy<IReadOnlyList<CSharpCompilation>> Rings = new(() => RingCompilation.Of(
        [.. Repository.Files.Where(path => CodeOfARing().IsMatch(path)).Select(path => (path, Repository.Read(path)))],
        Serializer()));

    private static readonly Lazy<IReadOnlyList<SentenceSource>> Sources =
        new(() => [.. Rings.Value.Select(SentenceSource.Of)]);

    private static readonly Lazy<IReadOnlyList<(string Path, string English, string Indonesian)>> Entries = new(() =>
    [
        .. Repository.Files.Where(path => path.EndsWith(".id.po", StringComparison.Ordinal)).SelectMany(path =>
            SentenceTexts.Read(Repository.Read(path)).Select(entry => (path, entry.English, entry.Indonesian))),
    ]);

    private static IEnumerable<SaidTemplate> Said => Sources.Value.SelectMany(source => source.Said)
        .Where(said => Words().IsMatch(Places().Replace(said.Template, "")));

    [Fact]
    public void The_compiler_understands_all_code_so_that_no_sentence_is_overlooked() =>
        Assert.Empty(Rings.Value.SelectMany(RingCompilation.FaultsOf));

    [Fact]
    public void Every_sentence_is_a_constant_or_interpolated_and_stays_a_sentence_up_to_the_door() =>
        Assert.Empty(Sources.Value.SelectMany(source => source.Faults));

    [Fact]
    public void Every_sentence_that_the_code_can_say_has_an_Indonesian_one()
    {
        Assert.True(Said.Count() > 500);
        var known = Entries.Value.Select(entry => entry.English).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(Said.Where(said => !known.Contains(said.Template))
            .Select(said => $"{said.Place}: {said.Template}"));
    }

    [Fact]
    public void Every_Indonesian_sentence_is_one_that_the_code_can_say()
    {
        var said = Said.Select(one => one.Template).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(Entries.Value.Where(entry => !said.Contains(entry.English))
            .Select(entry => $"{entry.Path}: {entry.English}"));
    }

    [Fact]
    public void No_sentence_has_two_entries_and_no_entry_says_the_same_in_both_languages()
    {
        Assert.Empty(Entries.Value.GroupBy(entry => entry.English).Where(same => same.Count() > 1)
            .Select(same => same.Key));
        Assert.Empty(Entries.Value.Where(entry => entry.English == entry.Indonesian)
            .Select(entry => entry.English));
    }

    [Fact]
    public void Both_templates_have_the_same_places_and_Indonesian_figures_a_comma()
    {
        var types = Said.GroupBy(said => said.Template).ToDictionary(
            same => same.Key, same => same.First().Types, StringComparer.Ordinal);
        Assert.Empty(Entries.Value.Where(entry => types.ContainsKey(entry.English) && !Same(entry)).Select(
            entry => $"{entry.Path}: {entry.Indonesian}"));

        bool Same((string Path, string English, string Indonesian) entry) => PlacesOf(entry.Indonesian).SequenceEqual(
            types[entry.English].Select((type, i) => Figures.Contains(type.TrimEnd('?')) ? $"{{{i}:,}}" : $"{{{i}}}")
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_file_of_sentences_stands_with_its_word_and_is_no_longer_than_code() => Assert.All(
        Repository.Files.Where(path => path.EndsWith(".id.po", StringComparison.Ordinal)), path =>
        {
            Assert.Matches(
                @"^functions/Application/((?:\w+/)*(\w+)/\2|Shared|Door)\.id\.po$", path);
            Assert.InRange(Repository.Read(path).Count('\n'), 1, 250);
            Assert.DoesNotContain(Repository.Read(path).Split('\n'), line => line.Length > 120);
        });

    private static IEnumerable<string> PlacesOf(string template) =>
        Places().Matches(template).Select(place => place.Value).Distinct().Order(StringComparer.Ordinal);

    /// <summary>Of the SDK that builds.</summary>
    private static string Serializer()
    {
        var packs = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(one => one.Key == "TargetingPacks").Value!;
        return Directory.EnumerateFiles(
            Path.Combine(packs, "Microsoft.NETCore.App.Ref"),
            "System.Text.Json.SourceGeneration.dll",
            SearchOption.AllDirectories).Order(StringComparer.Ordinal).Last();
    }

    [GeneratedRegex(@"^functions/(Domain|Application|Host)/.*\.cs$")]
    private static partial Regex CodeOfARing();

    [GeneratedRegex(@"\{\d+(:,)?\}")]
    private static partial Regex Places();

    [GeneratedRegex("[A-Za-z]")]
    private static partial Regex Words();
}
