using System.Text.RegularExpressions;

namespace Kinerja.Layout.Tests.Prose;

/// <summary>
/// What prose points to: the targets of its links, and the paths that it names from the repository's root.
/// </summary>
internal static partial class Links
{
    /// <summary>Paths from the root; what stands behind a '#' is the heading of that page.</summary>
    public static IEnumerable<(string Path, string? Heading)> Of(string page, string text)
    {
        foreach (Match link in Link().Matches(text))
        {
            var target = link.Groups["target"].Value;
            if (!target.Contains("://", StringComparison.Ordinal))
            {
                var parts = target.Split('#', 2);
                yield return (
                    parts[0].Length == 0 ? page : FromRoot(page, parts[0]),
                    parts.Length > 1 ? parts[1] : null);
            }
        }

        foreach (Match named in NamedPath().Matches(text))
        {
            yield return (named.Groups["path"].Value.TrimEnd('/'), null);
        }
    }

    /// <summary>
    /// The parts of names of code that stand in back quotes, such as <c>Ranker</c> or <c>Cut.Take</c>.
    /// </summary>
    public static IEnumerable<string> NamesOf(string text) => NamedCode().Matches(text)
        .SelectMany(named => named.Groups["name"].Value.Split('.'));

    /// <summary>A heading as a link names it: lower case, without marks, a hyphen for a space.</summary>
    public static IEnumerable<string> HeadingsOf(string text) => Heading().Matches(text)
        .Select(
            heading => Marks().Replace(heading.Groups["words"].Value.Trim(), "").Replace(' ', '-').ToLowerInvariant());

    private static string FromRoot(string page, string target)
    {
        var folder = Path.GetDirectoryName(page) ?? "";
        var full = Path.GetFullPath(Path.Combine(Repository.Root, folder, target));
        return Path.GetRelativePath(Repository.Root, full).Replace('\\', '/').TrimEnd('/');
    }

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    /// <summary>In back quotes, with no place to be filled in.</summary>
    [GeneratedRegex(@"`(?<path>(?:\.ci|functions|infra|tests)/[A-Za-z0-9_./-]+)`")]
    private static partial Regex NamedPath();

    [GeneratedRegex(@"`(?<name>[A-Z]\w*[a-z]\w*(?:\.[A-Z]\w*)*)`")]
    private static partial Regex NamedCode();

    [GeneratedRegex(@"^#+ (?<words>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\p{L}\p{Nd} _-]")]
    private static partial Regex Marks();
}
