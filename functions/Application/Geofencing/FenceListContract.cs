using Kinerja.Domain.Evaluation.Distribution;
using NodaTime.Text;

namespace Kinerja.Application.Geofencing;

/// <summary>
/// A version of a fence without its area; the hash is over its content, so that equal hashes are equal fences.
/// </summary>
public sealed record FenceSummaryResponse(
    string Id,
    int Version,
    string Name,
    string Kind,
    string? ValidFrom,
    string? ValidTo,
    int Vertices,
    string ContentSha256,
    string WrittenAt)
{
    public static FenceSummaryResponse Of(FenceSummary fence) => new(
        fence.Id.ToString(),
        fence.Version,
        fence.Name,
        JsonFormat.Name(fence.Kind),
        fence.ValidFrom is { } from ? LocalDatePattern.Iso.Format(from) : null,
        fence.ValidTo is { } to ? LocalDatePattern.Iso.Format(to) : null,
        fence.Vertices,
        fence.ContentSha256,
        InstantPattern.ExtendedIso.Format(fence.WrittenAt));
}

public sealed record FenceListResponse(IReadOnlyList<FenceSummaryResponse> Geofences)
{
    public static FenceListResponse Of(IEnumerable<FenceSummary> fences) =>
        new([.. fences.Select(FenceSummaryResponse.Of)]);
}
