using System.Text.Json;
using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Geofencing;

namespace Kinerja.Application.Geofencing.GeoJson;

/// <summary>
/// Takes a GeoJSON FeatureCollection (RFC 7946) apart into its features, each of which names its fence in <c>id</c>.
/// What is wrong with one feature is found when it is read by itself.
/// </summary>
public static class FenceCollectionReader
{
    public const int MostFeatures = 1000;

    public static Result<IReadOnlyList<JsonElement>> Read(JsonElement collection)
    {
        var features = collection.ValueKind == JsonValueKind.Object && JsonEscapes.AreText(collection)
            && collection.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String
            && type.ValueEquals("FeatureCollection")
            && collection.TryGetProperty("features", out var found) && found.ValueKind == JsonValueKind.Array
                ? found
                : default;
        if (features.ValueKind == JsonValueKind.Undefined || features.GetArrayLength() == 0)
        {
            return Refuse("", "A GeoJSON FeatureCollection with features is expected.");
        }

        var faults = new FaultList();
        ReferenceSystem.Check(collection, "/crs", faults);
        if (faults.Count > 0)
        {
            return faults.Refuse();
        }

        return features.GetArrayLength() <= MostFeatures
            ? features.EnumerateArray().ToList()
            : new Refusal(
                RefusalKind.TooLarge, RefusalCodes.BatchTooLarge, $"At most {MostFeatures} features are taken.");
    }

    private static Refusal Refuse(string pointer, Sentence detail) =>
        new(RefusalKind.Malformed, RefusalCodes.InvalidGeofence, detail) { Faults = [new(pointer, detail)] };
}
