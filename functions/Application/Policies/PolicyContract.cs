using System.Text.Json;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Domain.Policies;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Policies;

/// <summary>A version of a policy document, with what it says.</summary>
public sealed record PolicyResponse(
    string Kind, LocalDate From, int Version, string Name, Instant WrittenAt, JsonElement Policy)
{
    public static PolicyResponse Of(PolicyDocument document)
    {
        using var json = JsonDocument.Parse(document.Json);
        return new PolicyResponse(
            document.Kind,
            document.From,
            document.Version,
            document.Name,
            document.WrittenAt,
            json.RootElement.Clone());
    }
}

/// <summary>One version in a list; superseded means that a later version was written for the same day.</summary>
public sealed record PolicyLineResponse(
    LocalDate From, int Version, string Name, Instant WrittenAt, bool Superseded);

/// <summary>What of a kind holds on the day; without a name nothing does.</summary>
public sealed record PolicyInForceResponse(
    string Kind, string? Name, PolicySource? Source, LocalDate? From, string? OnTopOf)
{
    /// <summary>What is shipped from the beginning of time has no first day.</summary>
    internal static PolicyInForceResponse Of(PolicyInForce one) => new(
        one.Kind,
        one.Document?.Name,
        one.Document?.Source,
        one.Document?.From is { } from && from != LocalDate.MinIsoValue ? from : null,
        one.OnTopOf);
}

public readonly struct PoliciesInForceResponse(PoliciesInForce read)
{
    public LocalDate On => read.On;
    public IReadOnlyList<PolicyInForceResponse> Policies => [.. read.Policies.Select(PolicyInForceResponse.Of)];
    public IReadOnlyList<TimeGapResponse>? Missing => TimeGapResponse.Of(read.Missing);

    public static PoliciesInForceResponse Of(PoliciesInForce read) => new(read);
}

public sealed record PolicyListResponse(string Kind, IReadOnlyList<PolicyLineResponse> Documents)
{
    public static PolicyListResponse Of(string kind, IReadOnlyList<PolicyDocument> documents)
    {
        var newest = documents.GroupBy(d => d.From).ToDictionary(same => same.Key, same => same.Max(d => d.Version));
        return new PolicyListResponse(kind, [.. documents.Select(d => new PolicyLineResponse(
            d.From, d.Version, d.Name, d.WrittenAt, d.Version < newest[d.From]))]);
    }
}
