using System.Text.RegularExpressions;

namespace Kinerja.Layout.Tests.Prose;

/// <summary>
/// A line of code or prose holds at most 120 characters: what two windows show side by side. Three kinds of lines in
/// Markdown may be longer, because they cannot be wrapped: a row of a table, what a program printed (a fence marked
/// <c>text</c>), and a line that is too long by its one web address alone. A line of C# may be longer when 80 of its
/// characters or more stand in quotes: a sentence that is cut in two is found by no search.
/// </summary>
internal static partial class LineLength
{
    public const int Most = 120;

    private const int MostInQuotes = 80;

    private static readonly string[] Kinds =
        [".bicep", ".cjs", ".cs", ".css", ".html", ".js", ".md", ".mjs", ".sh", ".ts", ".tsx", ".yaml", ".yml"];

    /// <summary>What the console's build writes.</summary>
    private const string Built = "functions/Host/Console/Files/";

    /// <summary>Lock files, JSON and built files are written by programs and are not held.</summary>
    public static bool IsHeld(string path) => path == ".ci/run"
        || (Kinds.Contains(Path.GetExtension(path)) && !path.StartsWith(Built, StringComparison.Ordinal));

    /// <summary>Each line that is too long, by its number from 1.</summary>
    public static IEnumerable<string> Faults(string path, string text)
    {
        var isMarkdown = path.EndsWith(".md", StringComparison.Ordinal);
        var isCode = path.EndsWith(".cs", StringComparison.Ordinal);
        var isPrinted = false;
        foreach (var (line, index) in text.Split('\n').Select((line, index) => (line.TrimEnd('\r'), index)))
        {
            isPrinted = line.StartsWith("```", StringComparison.Ordinal) ? line == "```text" : isPrinted;
            var length = CharactersOf(line);
            var mayBeLonger = isMarkdown
                ? isPrinted || CannotBeWrapped(line)
                : isCode && InQuotes(line) >= MostInQuotes;
            if (length > Most && !mayBeLonger)
            {
                yield return $"{path}:{index + 1} has {length} characters; {Most} are allowed";
            }
        }
    }

    private static bool CannotBeWrapped(string line) =>
        line.TrimStart().StartsWith('|') || CharactersOf(WebAddress().Replace(line, "", count: 1)) <= Most;

    /// <summary>From the first quote to the last.</summary>
    private static int InQuotes(string line) => line.LastIndexOf('"') - line.IndexOf('"', StringComparison.Ordinal);

    /// <summary>As people count them: neither bytes nor halves of a pair.</summary>
    private static int CharactersOf(string line) => line.EnumerateRunes().Count();

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex WebAddress();
}
