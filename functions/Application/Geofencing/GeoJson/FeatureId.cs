using System.Text.Json;
using Kinerja.Domain;
using Kinerja.Domain.Geofencing;

namespace Kinerja.Application.Geofencing.GeoJson;

/// <summary>
/// A Feature's <c>id</c>: a text or a number (RFC 7946, section 3.2). A whole number without sign and exponent is read
/// as its digits, so that 7 and "7" name one fence.
/// </summary>
internal static class FeatureId
{
    /// <summary>Pointers begin at the feature.</summary>
    internal static Result<GeofenceId> Read(JsonElement feature) =>
        GeofenceId.Parse(
            feature.ValueKind == JsonValueKind.Object && feature.TryGetProperty("id", out var id) ? TextOf(id) : null);

    /// <summary>A Feature that names itself is the fence under whose name it is sent; null names nothing.</summary>
    internal static void Check(JsonElement feature, GeofenceId sentAs, FaultList faults)
    {
        if (feature.TryGetProperty("id", out var id) && id.ValueKind != JsonValueKind.Null
            && TextOf(id) != sentAs.ToString())
        {
            faults.Add("/id", $"This Feature is sent as the fence {sentAs}, and names itself another.");
        }
    }

    private static string? TextOf(JsonElement id) => id.ValueKind switch
    {
        JsonValueKind.String => id.GetString(),
        JsonValueKind.Number when id.GetRawText() is var digits && digits.All(char.IsAsciiDigit) => digits,
        _ => null,
    };
}
