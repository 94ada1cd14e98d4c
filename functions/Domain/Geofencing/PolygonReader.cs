using System.Text.Json;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Valid;

namespace Kinerja.Domain.Geofencing;

/// <summary>
/// Reads and checks the geometry: closed rings, in range, at most <see cref="MostVertices"/> vertices, no
/// self-intersection, not across the antimeridian. Either winding is accepted; shells come out counter-clockwise and
/// holes clockwise (RFC 7946). A height in a position is dropped.
/// </summary>
internal static class PolygonReader
{
    internal const int MostVertices = 50_000;

    private static readonly GeometryFactory Factory = new(new PrecisionModel(), 4326);

    internal static MultiPolygon? Read(JsonElement geometry, FaultList faults)
    {
        var before = faults.Count;
        var polygons = new List<Polygon>();
        if (TypeOf(geometry) is not ("Polygon" or "MultiPolygon") || !IsArray(geometry, out var coordinates))
        {
            faults.Add("/geometry", "A Polygon or MultiPolygon with coordinates is expected.");
            return null;
        }

        if (TypeOf(geometry) == "Polygon")
        {
            AddPolygon(coordinates, "/geometry/coordinates", polygons, faults);
        }
        else
        {
            foreach (var (part, index) in coordinates.EnumerateArray().Select((part, index) => (part, index)))
            {
                AddPolygon(part, $"/geometry/coordinates/{index}", polygons, faults);
            }
        }

        if (faults.Count > before)
        {
            return null;
        }

        var area = Factory.CreateMultiPolygon([.. polygons]);
        CheckWhole(area, faults);
        return faults.Count > before ? null : area;
    }

    private static string? TypeOf(JsonElement geometry) =>
        geometry.ValueKind == JsonValueKind.Object && geometry.TryGetProperty("type", out var type)
        && type.ValueKind == JsonValueKind.String
            ? type.GetString()
            : null;

    private static bool IsArray(JsonElement geometry, out JsonElement coordinates) =>
        geometry.TryGetProperty("coordinates", out coordinates) && coordinates.ValueKind == JsonValueKind.Array;

    private static void AddPolygon(JsonElement rings, string pointer, List<Polygon> polygons, FaultList faults)
    {
        if (rings.ValueKind != JsonValueKind.Array || rings.GetArrayLength() == 0)
        {
            faults.Add(pointer, "A polygon is a list of rings, the outer one first.");
            return;
        }

        var read = rings.EnumerateArray().Select((ring, i) => ReadRing(ring, $"{pointer}/{i}", faults)).ToList();
        if (read.TrueForAll(ring => ring is not null))
        {
            var shell = Wind(read[0]!, counterClockwise: true);
            polygons.Add(Factory.CreatePolygon(shell, [.. read.Skip(1).Select(r => Wind(r!, counterClockwise: false))]));
        }
    }

    private static LinearRing? ReadRing(JsonElement ring, string pointer, FaultList faults)
    {
        if (ring.ValueKind != JsonValueKind.Array || ring.GetArrayLength() is < 4 or > MostVertices)
        {
            faults.Add(pointer, $"A ring has 4 to {MostVertices} positions.");
            return null;
        }

        var coordinates = new Coordinate[ring.GetArrayLength()];
        foreach (var (position, index) in ring.EnumerateArray().Select((position, index) => (position, index)))
        {
            if (ReadPosition(position) is not { } coordinate)
            {
                faults.Add($"{pointer}/{index}", "Longitude −180 to 180, then latitude −90 to 90, are expected.");
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

    private static Coordinate? ReadPosition(JsonElement position)
    {
        if (position.ValueKind != JsonValueKind.Array || position.GetArrayLength() is < 2 or > 3
            || position.EnumerateArray().Any(number => number.ValueKind != JsonValueKind.Number))
        {
            return null;
        }

        var (longitude, latitude) = (position[0].GetDouble(), position[1].GetDouble());
        return longitude is >= -180 and <= 180 && latitude is >= -90 and <= 90 ? new(longitude, latitude) : null;
    }

    private static LinearRing Wind(LinearRing ring, bool counterClockwise) =>
        ring.IsCCW == counterClockwise ? ring : (LinearRing)ring.Reverse();

    private static void CheckWhole(MultiPolygon area, FaultList faults)
    {
        var validity = new IsValidOp(area);
        if (area.NumPoints > MostVertices)
        {
            faults.Add("/geometry", $"A fence has at most {MostVertices} vertices; this one has {area.NumPoints}.");
        }
        else if (area.IsEmpty)
        {
            faults.Add("/geometry", "The area is empty.");
        }
        else if (area.EnvelopeInternal.Width > 180)
        {
            faults.Add("/geometry", "An area across the antimeridian is not accepted; draw two fences.");
        }
        else if (!validity.IsValid)
        {
            var at = validity.ValidationError.Coordinate;
            faults.Add("/geometry", FormattableString.Invariant(
                $"{validity.ValidationError.Message} near longitude {at?.X}, latitude {at?.Y}."));
        }
    }
}
