using NetTopologySuite.Geometries;

namespace Kinerja.Benchmarks.Geofences;

/// <summary>
/// An archipelago as one multipolygon: islands from large to tiny that do not touch, lakes in the larger ones.
/// </summary>
internal static class Country
{
    private const double LargestDegrees = 3.2;
    private const double LakeShare = 0.2;
    private const double Flattening = 0.65;

    public static MultiPolygon Draw(RaggedRings dice, int islands, int lakes, int corners)
    {
        var radii = Enumerable.Range(0, islands).Select(i => LargestDegrees / Math.Pow(i + 1, Flattening)).ToArray();
        var total = radii.Sum() + (LakeShare * radii.Take(lakes).Sum());
        var placed = new List<(double X, double Y, double Radius)>();
        return new MultiPolygon([.. radii.Select((radius, i) =>
        {
            var (x, y) = Place(dice, placed, radius);
            var shell = dice.Ring(x, y, radius, Share(radius));
            var lake = LakeShare * radius;
            return new Polygon(shell, i < lakes ? [dice.Ring(x, y, lake, Share(lake))] : []);
        })]);

        int Share(double radius) => Math.Max(6, (int)(corners * radius / total));
    }

    private static (double X, double Y) Place(
        RaggedRings dice, List<(double X, double Y, double Radius)> placed, double radius)
    {
        while (true)
        {
            var (x, y) = (dice.Between(95, 141), dice.Between(-11, 6));
            if (placed.TrueForAll(
                p => Math.Sqrt(((p.X - x) * (p.X - x)) + ((p.Y - y) * (p.Y - y))) > p.Radius + radius))
            {
                placed.Add((x, y, radius));
                return (x, y);
            }
        }
    }
}
