using System.Text.Json;
using NodaTime.Text;

namespace Kinerja.Application.Policies;

/// <summary>A version of a policy document, with what it says.</summary>
public sealed record PolicyAnswer(string Kind, string From, int Version, string Name, string WrittenAt, JsonElement Policy)
{
    public static PolicyAnswer Of(PolicyDocument document)
    {
        using var json = JsonDocument.Parse(document.Json);
        return new PolicyAnswer(
            document.Kind,
            LocalDatePattern.Iso.Format(document.From),
            document.Version,
            document.Name,
            InstantPattern.ExtendedIso.Format(document.WrittenAt),
            json.RootElement.Clone());
    }
}

/// <summary>One version in a list; superseded means that a later version was written for the same day.</summary>
public sealed record PolicyLineAnswer(string From, int Version, string Name, string WrittenAt, bool Superseded);

public sealed record PolicyListAnswer(string Kind, IReadOnlyList<PolicyLineAnswer> Documents)
{
    public static PolicyListAnswer Of(string kind, IReadOnlyList<PolicyDocument> documents)
    {
        var newest = documents.GroupBy(d => d.From).ToDictionary(same => same.Key, same => same.Max(d => d.Version));
        return new PolicyListAnswer(kind, [.. documents.Select(d => new PolicyLineAnswer(
            LocalDatePattern.Iso.Format(d.From),
            d.Version,
            d.Name,
            InstantPattern.ExtendedIso.Format(d.WrittenAt),
            d.Version < newest[d.From]))]);
    }
}
