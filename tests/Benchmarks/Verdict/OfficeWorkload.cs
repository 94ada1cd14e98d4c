using Kinerja.Domain;
using Kinerja.Domain.Geofencing;
using NetTopologySuite.Geometries;
using NodaTime;
using Position = Kinerja.Domain.Geofencing.Position;

namespace Kinerja.Benchmarks.Verdict;

/// <summary>
/// Two thousand offices of 8 to 40 corners, about 100 m across, one in five with a courtyard, in 200 towns of Indonesia;
/// and fixes of which 30% lie inside an office, 35% beside one and 35% anywhere. Seeded: the same on every machine.
/// </summary>
internal sealed class OfficeWorkload
{
    private const int Seed = 20260105;
    private const int OfficesPerTown = 10;
    private const double OfficeSpacingMetres = 400;
    private const double MetresPerDegree = 111_320;

    private readonly Random _dice = new(Seed);

    public OfficeWorkload(int offices, int fixes)
    {
        var towns = Enumerable.Range(0, ((offices - 1) / OfficesPerTown) + 1).Select(_ => Anywhere()).ToArray();
        Fences = [.. Enumerable.Range(0, offices).Select(i => Office(i, towns[i / OfficesPerTown]))];
        Fixes = [.. Enumerable.Range(0, fixes).Select(_ => Fix())];
    }

    public IReadOnlyList<Geofence> Fences { get; }

    public Position[] Fixes { get; }

    private static DateTimeZone Jakarta { get; } = DateTimeZoneProviders.Tzdb["Asia/Jakarta"];

    private Coordinate Anywhere() => new(Between(95, 141), Between(-11, 6));

    private Geofence Office(int number, Coordinate town)
    {
        // A grid wide enough that no two offices touch: then only one of them can hold a fix.
        var spacing = OfficeSpacingMetres / MetresPerDegree;
        var place = number % OfficesPerTown;
        var centre = new Coordinate(town.X + (place % 4 * spacing), town.Y + (place / 4 * spacing));
        var shell = Ring(centre, _dice.Next(8, 41), 35, 65);
        LinearRing[] holes = number % 5 == 0 ? [Ring(centre, 8, 8, 20)] : [];
        return new Geofence(
            GeofenceId.Parse($"kantor-{number:D5}").Value,
            1,
            $"Kantor {number}",
            GeofenceKind.Office,
            Jakarta,
            null,
            null,
            Geofence.DefaultInsideThreshold,
            GeofenceScope.Everybody,
            new MultiPolygon([new Polygon(shell, holes)]));
    }

    /// <summary>Corners by rising angle around the centre never cross each other.</summary>
    private LinearRing Ring(Coordinate centre, int corners, double leastMetres, double mostMetres)
    {
        var ring = new Coordinate[corners + 1];
        for (var i = 0; i < corners; i++)
        {
            var angle = (i + Between(0.1, 0.9)) * Math.Tau / corners;
            var degrees = Between(leastMetres, mostMetres) / MetresPerDegree;
            ring[i] = Rounded(centre.X + (degrees * Math.Cos(angle)), centre.Y + (degrees * Math.Sin(angle)));
        }

        ring[corners] = ring[0];
        return new LinearRing(ring);
    }

    private Position Fix()
    {
        var (kind, accuracy) = (_dice.NextDouble(), Between(3, 50));
        var box = Fences[_dice.Next(Fences.Count)].Area.EnvelopeInternal;
        var at = kind switch
        {
            < 0.3 => Rounded(box.Centre.X + Between(-0.0002, 0.0002), box.Centre.Y + Between(-0.0002, 0.0002)),
            < 0.65 => Rounded(
                Between(box.MinX - (box.Width / 2), box.MaxX + (box.Width / 2)),
                Between(box.MinY - (box.Height / 2), box.MaxY + (box.Height / 2))),
            _ => Anywhere(),
        };
        return Position.Parse(at.Y, at.X, accuracy).Value;
    }

    private static Coordinate Rounded(double x, double y) => new(Math.Round(x, 7), Math.Round(y, 7));

    private double Between(double least, double most) => least + (_dice.NextDouble() * (most - least));
}
