using NetTopologySuite.Geometries;

namespace Kinerja.Domain.Tests;

/// <summary>Shapes for fences, drawn in degrees, longitude first as in GeoJSON. Shells run counter-clockwise.</summary>
internal static class Areas
{
    private static readonly GeometryFactory Factory = new(new PrecisionModel(), 4326);

    internal static MultiPolygon Box(double west, double south, double east, double north) =>
        Of([new(west, south), new(east, south), new(east, north), new(west, north)]);

    internal static MultiPolygon Of(Coordinate[] shell, params Coordinate[][] holes) => Join(Part(shell, holes));

    internal static MultiPolygon Join(params Polygon[] parts) => Factory.CreateMultiPolygon(parts);

    internal static Polygon Part(Coordinate[] shell, params Coordinate[][] holes) =>
        Factory.CreatePolygon(Ring(shell, true), [.. holes.Select(h => Ring(h, false))]);

    /// <summary>
    /// A star-shaped ring around a centre: random radii between half and the whole, so concave corners abound.
    /// A hole is the same star shrunk, which cannot touch its shell.
    /// </summary>
    internal static Polygon Star(Random random, double longitude, double latitude, double radius, bool hole = false)
    {
        var corners = random.Next(3, 24);
        var radii = Enumerable.Range(0, corners).Select(_ => radius * (0.5 + (0.5 * random.NextDouble()))).ToArray();
        var turn = random.NextDouble();
        Coordinate[] Ring(double scale) => [.. radii.Select((r, i) => new Coordinate(
            longitude + (r * scale * Math.Cos((i + turn) * 2 * Math.PI / corners)),
            latitude + (r * scale * Math.Sin((i + turn) * 2 * Math.PI / corners))))];
        return hole ? Part(Ring(1), Ring(0.2 + (0.5 * random.NextDouble()))) : Part(Ring(1));
    }

    /// <summary>A strip a hundred times longer than wide, at any angle.</summary>
    internal static Polygon Sliver(Random random, double longitude, double latitude, double length)
    {
        var angle = random.NextDouble() * Math.PI;
        var (x, y) = (Math.Cos(angle) * length / 2, Math.Sin(angle) * length / 2);
        var (u, v) = (-y / 100, x / 100);
        return Part(
        [
            new(longitude - x - u, latitude - y - v), new(longitude + x - u, latitude + y - v),
            new(longitude + x + u, latitude + y + v), new(longitude - x + u, latitude - y + v),
        ]);
    }

    /// <summary>One, two or three parts side by side, some with a hole, some a sliver or a plain triangle.</summary>
    internal static MultiPolygon Any(Random random, double longitude, double latitude, double radius) =>
        Join([.. Enumerable.Range(0, random.Next(1, 4)).Select(i => random.Next(4) == 0
            ? Sliver(random, longitude + (2.1 * i * radius), latitude, 1.9 * radius)
            : Star(random, longitude + (2.1 * i * radius), latitude, radius, hole: random.Next(2) == 0))]);

    private static LinearRing Ring(Coordinate[] open, bool counterClockwise)
    {
        var ring = Factory.CreateLinearRing([.. open, open[0]]);
        return ring.IsCCW == counterClockwise ? ring : (LinearRing)ring.Reverse();
    }
}
