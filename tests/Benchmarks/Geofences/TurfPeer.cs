using System.Globalization;
using System.Text.Json;
using Kinerja.Benchmarks.Harness;
using Kinerja.Local.Processes;
using NetTopologySuite.Geometries;

namespace Kinerja.Benchmarks.Geofences;

/// <summary>
/// turf's point-in-polygon behind flatbush's box index, under Node. It runs where it was installed from the lock file.
/// </summary>
internal sealed class TurfPeer : IAsyncDisposable
{
    public const string HowToInstall = "npm ci --prefix tests/Benchmarks";

    private readonly NodePeer _node;

    private TurfPeer(NodePeer node) => _node = node;

    private static string Modules => Path.Combine(RepositoryFolder.Root, "tests", "Benchmarks", "node_modules");

    /// <summary>
    /// Null where it is not installed. It is shown the first fixes only: it is slow on large outlines.
    /// </summary>
    public static async Task<TurfPeer?> StartAsync(FenceWorkload work, int fixes, string folder)
    {
        if (!Directory.Exists(Path.Combine(Modules, "flatbush")))
        {
            return null;
        }

        var (fences, points) = (Path.Combine(folder, $"{work.Name}.json"), Path.Combine(folder, $"{work.Name}.bin"));
        await File.WriteAllTextAsync(fences, JsonSerializer.Serialize(work.Fences.Select(f => Rings(f.Area))));
        await using (var file = new BinaryWriter(File.Create(points)))
        {
            foreach (var fix in work.Fixes.Take(fixes))
            {
                file.Write(fix.LongitudeDegrees);
                file.Write(fix.LatitudeDegrees);
            }
        }

        return new TurfPeer(NodePeer.Start(
            Path.Combine("Geofences", "geofence-turf.mjs"),
            fences,
            points,
            fixes.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>One pass over the fixes: nanoseconds each, and the sum of the answers.</summary>
    public async Task<FindSample> MeasureAsync()
    {
        var answer = await _node.AskAsync("find");
        return new(
            answer.GetProperty("nanoseconds").GetDouble(), double.NaN, answer.GetProperty("sum").GetInt64());
    }

    public ValueTask DisposeAsync() => _node.DisposeAsync();

    /// <summary>A MultiPolygon's coordinates as in GeoJSON.</summary>
    private static double[][][][] Rings(MultiPolygon area) =>
    [
        .. area.Geometries.Cast<Polygon>().Select(p => p.InteriorRings.Prepend(p.ExteriorRing)
            .Select(ring => ring.Coordinates.Select(c => new[] { c.X, c.Y }).ToArray()).ToArray()),
    ];
}
