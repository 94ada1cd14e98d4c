namespace Kinerja.AgencyApp;

/// <summary>Longitude before latitude, as GeoJSON has it.</summary>
public readonly record struct MapPoint(double Longitude, double Latitude);

/// <summary>Polygons of rings, the outer ring first; rings are closed.</summary>
public sealed record SampleFence(
    string Id,
    string Name,
    string Kind,
    IReadOnlyList<IReadOnlyList<IReadOnlyList<MapPoint>>> Polygons,
    IReadOnlyList<string> Employees)
{
    public bool Contains(MapPoint point) =>
        Polygons.Any(rings => InRing(rings[0], point) && !rings.Skip(1).Any(hole => InRing(hole, point)));

    /// <summary>A point inside, equally likely anywhere in one of the polygons.</summary>
    internal MapPoint AnyPoint(Dice dice) => AnyPoint(dice, dice.Pick(Polygons)[0], Contains);

    /// <summary>A point in the first hole; null when the area has none.</summary>
    internal MapPoint? AnyPointInHole(Dice dice) =>
        Polygons.SelectMany(rings => rings.Skip(1)).FirstOrDefault() is { } hole
            ? AnyPoint(dice, hole, point => InRing(hole, point))
            : null;

    internal MapPoint Centre() =>
        new(Polygons[0][0].Average(p => p.Longitude), Polygons[0][0].Average(p => p.Latitude));

    /// <summary>Points of the ring's box are drawn until one fits; the figures are those that will be sent.</summary>
    private static MapPoint AnyPoint(Dice dice, IReadOnlyList<MapPoint> ring, Func<MapPoint, bool> fits)
    {
        var (west, east) = (ring.Min(p => p.Longitude), ring.Max(p => p.Longitude));
        var (south, north) = (ring.Min(p => p.Latitude), ring.Max(p => p.Latitude));
        while (true)
        {
            var point = new MapPoint(
                Math.Round(dice.Between(west, east), 6),
                Math.Round(dice.Between(south, north), 6));
            if (fits(point))
            {
                return point;
            }
        }
    }

    /// <summary>Counts the edges that a ray to the east crosses.</summary>
    private static bool InRing(IReadOnlyList<MapPoint> ring, MapPoint point)
    {
        var inside = false;
        for (var i = 1; i < ring.Count; i++)
        {
            var (a, b) = (ring[i - 1], ring[i]);
            inside ^= a.Latitude > point.Latitude != b.Latitude > point.Latitude
                && point.Longitude < a.Longitude
                    + ((point.Latitude - a.Latitude) / (b.Latitude - a.Latitude) * (b.Longitude - a.Longitude));
        }

        return inside;
    }
}
