using System.Text.Json;
using NodaTime.Text;

namespace Kinerja.Application.Policies;

/// <summary>A version of a policy document, with what it says.</summary>
public sealed record PolicyResponse(
    string Kind, string From, int Version, string Name, string WrittenAt, JsonElement Policy)
{
    public static PolicyResponse Of(PolicyDocument document)
    {
        using var json = JsonDocument.Parse(document.Json);
        return new PolicyResponse(
            document.Kind,
            LocalDatePattern.Iso.Format(document.From),
            document.Version,
            document.Name,
            InstantPattern.ExtendedIso.Format(document.WrittenAt),
            json.RootElement.Clone());
    }
}

/// <summary>One version in a list; superseded means that a later version was written for the same day.</summary>
public sealed record PolicyLineResponse(string From, int Version, string Name, string WrittenAt, bool Superseded);

public sealed record PolicyListResponse(string Kind, IReadOnlyList<PolicyLineResponse> Documents)
{
    public static PolicyListResponse Of(string kind, IReadOnlyList<PolicyDocument> documents)
    {
        var newest = documents.GroupBy(d => d.From).ToDictionary(same => same.Key, same => same.Max(d => d.Version));
        return new PolicyListResponse(kind, [.. documents.Select(d => new PolicyLineResponse(
            LocalDatePattern.Iso.Format(d.From),
            d.Version,
            d.Name,
            InstantPattern.ExtendedIso.Format(d.WrittenAt),
            d.Version < newest[d.From]))]);
    }
}
