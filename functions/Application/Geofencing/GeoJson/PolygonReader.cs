using System.Text.Json;
using Kinerja.Domain;
using Kinerja.Domain.Geofencing;
using NetTopologySuite.Geometries;

namespace Kinerja.Application.Geofencing.GeoJson;

/// <summary>
/// Reads the geometry as it was drawn: closed rings, in range, at most <see cref="MostVertices"/> vertices, whether or
/// not they cross each other (<see cref="OutlineCheck"/>). Either winding is accepted; shells come out
/// counter-clockwise and holes clockwise (RFC 7946). A height in a position is dropped.
/// </summary>
internal static class PolygonReader
{
    internal const int MostVertices = 100_000;

    /// <summary>Each hole is looked for in its shell, so that holes times vertices is work.</summary>
    internal const int MostHoles = 1000;

    /// <summary>No ring has fewer than four positions.</summary>
    internal const int MostParts = MostVertices / 4;

    /// <summary>Made once: a drawn area has thousands of positions.</summary>
    private static readonly Sentence LongitudeFirst = "Longitude −180 to 180, then latitude −90 to 90, are expected.";

    private static readonly GeometryFactory Factory = new(new PrecisionModel(), 4326);

    /// <summary>Null when a ring is at fault.</summary>
    /// <exception cref="OperationCanceledException">The caller has gone.</exception>
    internal static MultiPolygon? Read(JsonElement geometry, FaultList faults, CancellationToken cancel)
    {
        var before = faults.Count;
        var polygons = new List<Polygon>();
        if (TypeOf(geometry) is not ("Polygon" or "MultiPolygon") || !IsArray(geometry, out var coordinates))
        {
            faults.Add("/geometry", "A Polygon or MultiPolygon with coordinates is expected.");
            return null;
        }

        if (CountPositions(coordinates) is var vertices and > MostVertices)
        {
            faults.Add("/geometry", $"A fence has at most {MostVertices} vertices; this one has {vertices}.");
            return null;
        }

        if (TypeOf(geometry) == "Polygon")
        {
            AddPolygon(coordinates, "/geometry/coordinates", polygons, faults);
        }
        else if (coordinates.GetArrayLength() > MostParts)
        {
            faults.Add("/geometry/coordinates", $"An area has at most {MostParts} parts.");
        }
        else
        {
            foreach (var (index, part) in coordinates.EnumerateArray().Index())
            {
                AddPolygon(part, $"/geometry/coordinates/{index}", polygons, faults);
            }
        }

        cancel.ThrowIfCancellationRequested();
        return faults.Count > before ? null : Factory.CreateMultiPolygon([.. polygons]);
    }

    private static string? TypeOf(JsonElement geometry) =>
        geometry.ValueKind == JsonValueKind.Object && geometry.TryGetProperty("type", out var type)
        && type.ValueKind == JsonValueKind.String
            ? type.GetString()
            : null;

    private static bool IsArray(JsonElement geometry, out JsonElement coordinates) =>
        geometry.TryGetProperty("coordinates", out coordinates) && coordinates.ValueKind == JsonValueKind.Array;

    /// <summary>A position is a list that begins with a number; what is no list holds none.</summary>
    private static int CountPositions(JsonElement list)
    {
        if (list.ValueKind != JsonValueKind.Array)
        {
            return 0;
        }

        var count = 0;
        foreach (var item in list.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Array)
            {
                return 1;
            }

            count += CountPositions(item);
        }

        return count;
    }

    private static void AddPolygon(JsonElement rings, string pointer, List<Polygon> polygons, FaultList faults)
    {
        if (rings.ValueKind != JsonValueKind.Array || rings.GetArrayLength() == 0)
        {
            faults.Add(pointer, "A polygon is a list of rings, the outer one first.");
            return;
        }

        if (rings.GetArrayLength() > MostHoles + 1)
        {
            faults.Add(pointer, $"A polygon has at most {MostHoles} holes.");
            return;
        }

        var read = rings.EnumerateArray().Select((ring, i) => ReadRing(ring, $"{pointer}/{i}", faults)).ToList();
        if (read.TrueForAll(ring => ring is not null))
        {
            polygons.Add(Winding.PolygonOf(read[0]!, read.Skip(1).Select(ring => ring!)));
        }
    }

    private static LinearRing? ReadRing(JsonElement ring, string pointer, FaultList faults)
    {
        if (ring.ValueKind != JsonValueKind.Array || ring.GetArrayLength() < 4)
        {
            faults.Add(pointer, "A ring has four positions or more, the last equal to the first.");
            return null;
        }

        var coordinates = new Coordinate[ring.GetArrayLength()];
        foreach (var (index, position) in ring.EnumerateArray().Index())
        {
            if (ReadPosition(position, out var detail) is not { } coordinate)
            {
                faults.Add($"{pointer}/{index}", detail);
                return null;
            }

            coordinates[index] = coordinate;
        }

        if (!coordinates[0].Equals2D(coordinates[^1]))
        {
            faults.Add($"{pointer}/{coordinates.Length - 1}", "The last position must equal the first.");
            return null;
        }

        return Factory.CreateLinearRing(coordinates);
    }

    private static Coordinate? ReadPosition(JsonElement position, out Sentence detail)
    {
        detail = LongitudeFirst;
        if (position.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        if (position.GetArrayLength() is var numbers and (< 2 or > 3))
        {
            detail = $"A position has two numbers, longitude and latitude, or three with a height; this has {numbers}.";
            return null;
        }

        if (position.EnumerateArray().Any(number => number.ValueKind != JsonValueKind.Number))
        {
            return null;
        }

        var (longitude, latitude) = (position[0].GetDouble(), position[1].GetDouble());
        if (longitude is >= -90 and <= 90 && Math.Abs(latitude) is > 90 and <= 180)
        {
            detail = "Longitude −180 to 180, then latitude −90 to 90, are expected. These two look swapped.";
        }

        return longitude is >= -180 and <= 180 && latitude is >= -90 and <= 90 ? new(longitude, latitude) : null;
    }
}
