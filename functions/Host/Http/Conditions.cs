using System.Globalization;
using System.Text.RegularExpressions;
using Kinerja.Application;
using Kinerja.Domain;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Kinerja.Host.Http;

/// <summary>
/// If-Match and If-None-Match (RFC 9110, section 13.1): a list of entity tags, or a star. A version's tag is its number
/// in quotes; any other tag is nobody's. If-Match compares strongly, so that a weak tag never matches; If-None-Match
/// compares weakly.
/// </summary>
internal static partial class Conditions
{
    /// <summary>Null when the request demands nothing.</summary>
    internal static Result<Demand> Condition(this HttpRequest request)
    {
        if (!Read(request.Headers.IfMatch, weak: false).TryGet(out var match, out var refusal)
            || !Read(request.Headers.IfNoneMatch, weak: true).TryGet(out var noneMatch, out refusal))
        {
            return refusal;
        }

        return new Demand(match.Named is null && noneMatch.Named is null
            ? null
            : new VersionCondition(match.Named, noneMatch.Named));
    }

    /// <summary>Whether the caller of a GET has this version already; a broken header says nothing.</summary>
    internal static bool Has(this HttpRequest request, int version) =>
        HttpMethods.IsGet(request.Method)
        && Read(request.Headers.IfNoneMatch, weak: true).TryGet(out var had, out _)
        && had.Named?.Names(version) == true;

    internal static void Tag(this HttpRequest request, int version) =>
        request.HttpContext.Response.Headers.ETag = TagOf(version);

    private static Result<HeaderTags> Read(StringValues header, bool weak)
    {
        // Lines of one header are one list (5.3); its elements may be empty (5.6.1).
        var list = string.Join(',', header.AsEnumerable()).Trim(' ', '\t');
        if (list.Length == 0)
        {
            return new HeaderTags(null);
        }

        if (list == "*")
        {
            return new HeaderTags(new NamedVersions(Any: true, new HashSet<int>()));
        }

        var tags = NextTag().Matches(list);
        var end = tags.Count == 0 ? 0 : tags[^1].Index + tags[^1].Length;
        return tags.Count == 0 || list[end..].Trim(' ', '\t', ',').Length > 0
            ? Refusal.Malformed(
                "", "If-Match and If-None-Match carry versions in quotes, as ETag gave them, or a star.")
            : new HeaderTags(new NamedVersions(
                Any: false,
                tags.Where(tag => weak || !tag.Groups["weak"].Success).Select(VersionOf).OfType<int>().ToHashSet()));
    }

    /// <summary>
    /// The number as <see cref="TagOf"/> writes it, also with the coding of a packed answer; null for the tag of no
    /// version.
    /// </summary>
    private static int? VersionOf(Match tag)
    {
        var number = EncodedAnswer.VersionPart(tag.Groups["tag"].Value);
        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            && TagOf(version) == $"\"{number}\""
                ? version
                : null;
    }

    /// <summary>An entity tag (8.8.3) where the last one ended, up to the comma behind it.</summary>
    [GeneratedRegex("""\G[ \t,]*(?<weak>W/)?"(?<tag>[^\x00-\x20"\x7F]*)"[ \t]*(?=,|$)""")]
    private static partial Regex NextTag();

    private static string TagOf(int version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    private readonly record struct HeaderTags(NamedVersions? Named);
}

/// <summary>What a request demands of the version that stands; null when anything goes.</summary>
internal readonly record struct Demand(VersionCondition? Condition);
