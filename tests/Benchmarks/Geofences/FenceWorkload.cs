using Kinerja.Domain;
using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Workforce;
using NetTopologySuite.Geometries;
using NodaTime;
using Position = Kinerja.Domain.Geofencing.Position;

namespace Kinerja.Benchmarks.Geofences;

/// <summary>
/// Fences and fixes: 30% of the fixes inside a fence, 35% outside but in some fence's box grown by half a side, 35%
/// outside anywhere in Indonesia; shuffled, 7 decimals, accuracy 3 to 50 m. Seeded: the same on every machine.
/// </summary>
internal sealed class FenceWorkload
{
    private const double InsideShare = 0.3;
    private const double NearShare = 0.35;

    private FenceWorkload(string name, IReadOnlyList<Geofence> fences, int fixes)
    {
        (Name, Fences) = (name, fences);
        var dice = new RaggedRings(fixes);
        Map = new GeofenceMap(fences);
        Fixes = [.. Enumerable.Range(0, fixes).Select(_ => Fix(dice))];
    }

    public string Name { get; }

    public IReadOnlyList<Geofence> Fences { get; }

    public GeofenceMap Map { get; }

    public Position[] Fixes { get; }

    public static Instant At { get; } = Instant.FromUtc(2026, 1, 5, 1, 0);

    public static Employee Person { get; } = new(
        EmployeeId.Parse("asn-00012345").Value, UnitId.Parse("tu").Value, EmploymentKind.Pns, null, Active: true);

    private static DateTimeZone Jakarta { get; } = DateTimeZoneProviders.Tzdb["Asia/Jakarta"];

    /// <summary>
    /// Two thousand offices of 8 to 40 corners, about 100 m across, one in five with a courtyard, in 200 towns.
    /// </summary>
    public static FenceWorkload W1(int fixes) => new("W1", [.. Offices.Draw(new(1), 2_000).Select(Fence)], fixes);

    /// <summary>Six hundred regions of 500 to 5,000 corners, some overlapping a neighbour.</summary>
    public static FenceWorkload W2(int fixes) => new("W2", [.. Regions.Draw(new(2), 600).Select(Fence)], fixes);

    /// <summary>One country of about 107,000 corners: 265 islands and 165 lakes in them.</summary>
    public static FenceWorkload W3(int fixes) => new("W3", [Fence(Country.Draw(new(3), 265, 165, 107_000), 0)], fixes);

    public static Coordinate Anywhere(RaggedRings dice) =>
        RaggedRings.Rounded(dice.Between(95, 141), dice.Between(-11, 6));

    /// <summary>Its version is its number and one, which says in no time which fence was found.</summary>
    private static Geofence Fence(MultiPolygon area, int number) => new(
        GeofenceId.Parse($"fence-{number:D5}").Value,
        number + 1,
        $"Fence {number}",
        GeofenceKind.Office,
        Jakarta,
        null,
        null,
        Geofence.DefaultInsideThreshold,
        GeofenceScope.Everybody,
        area);

    private Position Fix(RaggedRings dice)
    {
        var kind = dice.Dice.NextDouble();
        while (true)
        {
            var area = Fences[dice.Dice.Next(Fences.Count)].Area;
            var box = area[dice.Dice.Next(area.Count)].EnvelopeInternal;
            var (x, y) = (box.Width / 2, box.Height / 2);
            var at = kind switch
            {
                < InsideShare => RaggedRings.Rounded(
                    dice.Between(box.MinX, box.MaxX), dice.Between(box.MinY, box.MaxY)),
                < InsideShare + NearShare => RaggedRings.Rounded(
                    dice.Between(box.MinX - x, box.MaxX + x), dice.Between(box.MinY - y, box.MaxY + y)),
                _ => Anywhere(dice),
            };
            var fix = Position.Parse(Math.Clamp(at.Y, -90, 90), at.X, dice.Between(3, 50)).Value;
            if (Map.FirstCovering(fix, Person, At) is not null == kind < InsideShare)
            {
                return fix;
            }
        }
    }
}
