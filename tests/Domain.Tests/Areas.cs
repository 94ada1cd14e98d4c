using NetTopologySuite.Geometries;

namespace Kinerja.Domain.Tests;

/// <summary>Shapes for fences, drawn in degrees, longitude first as in GeoJSON. Shells run counter-clockwise.</summary>
internal static class Areas
{
    private static readonly GeometryFactory Factory = new(new PrecisionModel(), 4326);

    internal static MultiPolygon Box(double west, double south, double east, double north) =>
        Of([new(west, south), new(east, south), new(east, north), new(west, north)]);

    internal static MultiPolygon Of(Coordinate[] shell, Coordinate[]? hole = null) => Join(Part(shell, hole));

    internal static MultiPolygon Join(params Polygon[] parts) => Factory.CreateMultiPolygon(parts);

    internal static Polygon Part(Coordinate[] shell, Coordinate[]? hole = null) =>
        Factory.CreatePolygon(Ring(shell, true), hole is null ? [] : [Ring(hole, false)]);

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

    /// <summary>A star whose corners are snapped to a lattice; drawn again until it is valid.</summary>
    internal static MultiPolygon Lattice(Random random, double longitude, double latitude, double step)
    {
        while (true)
        {
            var star = Star(random, longitude, latitude, 8 * step, hole: random.Next(2) == 0);
            Coordinate[] Snap(LineString ring) => [.. ring.Coordinates.SkipLast(1)
                .Select(c => new Coordinate(Math.Round(c.X / step) * step, Math.Round(c.Y / step) * step))];
            var area = Of(Snap(star.ExteriorRing), star.NumInteriorRings > 0 ? Snap(star.GetInteriorRingN(0)) : null);
            if (area.IsValid)
            {
                return area;
            }
        }
    }

    /// <summary>Islands in a row of squares, each a star of many corners with a lake and an islet in it.</summary>
    internal static MultiPolygon Country(Random random, int corners)
    {
        const int Islands = 10;
        return Join([.. Enumerable.Range(0, Islands * Islands).SelectMany(i =>
        {
            var (longitude, latitude) = (100 + (3 * (i % Islands)), -10 + (i / Islands));
            return new[]
            {
                Rough(random, longitude, latitude, 0.4, corners / Islands / Islands, hole: 0.5),
                Rough(random, longitude, latitude, 0.1, 12, hole: 0.5),
            };
        })]);
    }

    /// <summary>Two areas side by side with one ragged line between them that is an edge of both.</summary>
    internal static (MultiPolygon Left, MultiPolygon Right) Neighbours(
        Random random, double longitude, double latitude, double size)
    {
        var steps = random.Next(1, 30);
        Coordinate[] line = [.. Enumerable.Range(0, steps + 1).Select(i => new Coordinate(
            longitude + (size * 0.3 * (random.NextDouble() - 0.5)), latitude + (size * i / steps)))];
        return (
            Of([new(longitude - size, latitude), .. line, new(longitude - size, latitude + size)]),
            Of([new(longitude + size, latitude + size), .. line.Reverse(), new(longitude + size, latitude)]));
    }

    private static Polygon Rough(
        Random random, double longitude, double latitude, double radius, int corners, double hole)
    {
        var radii = Enumerable.Range(0, corners).Select(_ => radius * (0.8 + (0.2 * random.NextDouble()))).ToArray();
        Coordinate[] At(double scale) => [.. radii.Select((r, i) => new Coordinate(
            longitude + (r * scale * Math.Cos(i * Math.Tau / corners)),
            latitude + (r * scale * Math.Sin(i * Math.Tau / corners))))];
        return Part(At(1), At(hole));
    }

    private static LinearRing Ring(Coordinate[] open, bool counterClockwise)
    {
        var ring = Factory.CreateLinearRing([.. open, open[0]]);
        return ring.IsCCW == counterClockwise ? ring : (LinearRing)ring.Reverse();
    }
}
