using System.Text.Json;
using Kinerja.Domain;
using Kinerja.Domain.Geofencing;

namespace Kinerja.Application.Geofencing.GeoJson;

/// <summary>
/// The <c>crs</c> that GeoJSON had until 2008 and many systems still write, on a collection, a Feature or a geometry.
/// RFC 7946 knows WGS 84 alone (section 4): a crs that says so is taken, by any of the names in use; any other is
/// refused by its name, since its coordinates lie elsewhere (those of Batavia, EPSG:4211, some 165 m).
/// <para>
/// Longitude comes before latitude, whatever the crs says: GeoJSON never took the axes' order from it, not even from
/// EPSG:4326, where latitude comes first.
/// </para>
/// </summary>
internal static class ReferenceSystem
{
    private const int LongestName = 100;
    private static readonly Sentence Taken =
        "Only WGS 84 is taken, with longitude before latitude: leave crs out, or give "
        + "urn:ogc:def:crs:OGC:1.3:CRS84 or urn:ogc:def:crs:EPSG::4326.";

    private static readonly string[] Prefixes =
    [
        "URN:OGC:DEF:CRS:", "URN:X-OGC:DEF:CRS:",
        "HTTP://WWW.OPENGIS.NET/DEF/CRS/", "HTTPS://WWW.OPENGIS.NET/DEF/CRS/",
    ];

    internal static void Check(JsonElement element, string pointer, FaultList faults)
    {
        if (element.ValueKind == JsonValueKind.Object && element.TryGetProperty("crs", out var crs)
            && FaultOf(crs) is { } fault)
        {
            faults.Add(pointer, fault);
        }
    }

    /// <summary>Null when it is WGS 84.</summary>
    private static Sentence? FaultOf(JsonElement crs)
    {
        if (crs.ValueKind == JsonValueKind.Null)
        {
            return $"A crs of null says that the reference system is not known. {Taken}";
        }

        return NameOf(crs) switch
        {
            null => (Sentence)$"This crs gives no name. {Taken}",
            var name when IsWgs84(name) => null,
            { Length: <= LongestName } name when PlainText.IsPlain(name) =>
                (Sentence)$"The reference system {name} is not taken. {Taken}",
            _ => (Sentence)$"This reference system is not taken. {Taken}",
        };
    }

    /// <summary>
    /// Three forms are in use: a bare name, <c>{"type":"name","properties":{"name":…}}</c> (GeoJSON 2008), and
    /// <c>{"type":"EPSG","properties":{"code":…}}</c> (its drafts). A link (2008) leads elsewhere and gives none.
    /// </summary>
    private static string? NameOf(JsonElement crs)
    {
        if (crs.ValueKind == JsonValueKind.String)
        {
            return crs.GetString();
        }

        if (crs.ValueKind != JsonValueKind.Object || !crs.TryGetProperty("properties", out var properties)
            || properties.ValueKind != JsonValueKind.Object || !crs.TryGetProperty("type", out var type)
            || type.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        return type.GetString() switch
        {
            "name" when properties.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String =>
                name.GetString(),
            "EPSG" when properties.TryGetProperty("code", out var code)
                && code.ValueKind is JsonValueKind.Number or JsonValueKind.String => $"EPSG:{code}",
            _ => null,
        };
    }

    /// <summary>
    /// Authority and code, whatever stands between them: the version of the authority's list changes neither.
    /// </summary>
    private static bool IsWgs84(string name)
    {
        var text = name.Trim().ToUpperInvariant();
        var prefix = Array.Find(Prefixes, start => text.StartsWith(start, StringComparison.Ordinal)) ?? "";
        return text[prefix.Length..].Split(':', '/') is
            ["CRS84"] or ["OGC", "CRS84"] or ["OGC", _, "CRS84"] or ["EPSG", "4326"] or ["EPSG", _, "4326"];
    }
}
