using Kinerja.Benchmarks.Harness;
using Kinerja.Domain.Geofencing;

namespace Kinerja.Benchmarks.Geofences;

/// <summary>
/// Which fence covers a point: our map, two limits, two ways of NetTopologySuite, and turf, on three workloads.
/// </summary>
internal static class GeofenceBenchmark
{
    private const int Fixes = 1_000_000;

    /// <summary>turf tests all edges of a fence: as many fixes as a round can bear.</summary>
    private static readonly Dictionary<string, int> TurfFixes = new()
    {
        ["W1"] = 300_000,
        ["W2"] = 50_000,
        ["W3"] = 2_000
    };

    public static async Task<Report> RunAsync(RunSize size)
    {
        var report = new Report(
            "geofence", "engine", "ns/fix", "bytes/fix", "ours/engine", "build ms", "MB", "mismatches");
        var fixes = size.Scaled(Fixes, 10_000);
        foreach (var draw in new Func<int, FenceWorkload>[] { FenceWorkload.W1, FenceWorkload.W2, FenceWorkload.W3 })
        {
            await MeasureAsync(draw(fixes), size, report);
        }

        return report.Note(
            $"{fixes} fixes, 30% inside; one thread; turf: the first of them only; MB: without the fences themselves");
    }

    private static async Task MeasureAsync(FenceWorkload work, RunSize size, Report report)
    {
        var sides = Sides(work);
        var mismatches = sides.Select(side => Mismatches(work, sides[1].Find, side.Find)).ToArray();
        using var folder = new TemporaryFolder();
        var turfFixes = Math.Min(TurfFixes[work.Name], work.Fixes.Length);
        await using var turf = await TurfPeer.StartAsync(work, turfFixes, folder.Path);
        var contenders = sides.Select(side => new Contender<FindSample>(
            side.Name, () => Task.FromResult(FindSample.Measure(work.Fixes, side.Find)))).ToList();
        if (turf is not null)
        {
            contenders.Add(new("turf + flatbush", turf.MeasureAsync));
        }

        var found = await Rounds.RunAsync(size.Rounds, contenders);
        var built = await Rounds.RunAsync(size.Rounds, [.. sides.Select(side => new Contender<BuildSample>(
            side.Name, () => Task.FromResult(BuildSample.Measure(side.Build))))]);
        for (var i = 0; i < found.Count; i++)
        {
            Add(
                report,
                work.Name,
                found[0],
                found[i],
                i < built.Count ? built[0] : null,
                i < built.Count ? built[i] : null,
                i < mismatches.Length ? mismatches[i] : null);
        }

        if (turf is null)
        {
            report.Note($"{work.Name}: turf is absent; {TurfPeer.HowToInstall}");
        }
        else if (found[^1].Samples[0].Sum is var sum && sum != Sum(work, turfFixes, sides[0].Find))
        {
            report.Note($"{work.Name}: turf's answers differ from ours");
        }
    }

    /// <summary>Ours first, then the oracle.</summary>
    private static List<Side> Sides(FenceWorkload work)
    {
        var (prepared, visiting) = (NtsPeer.Prepared(work.Fences), NtsPeer.Visiting(work.Fences));
        var grid = new FlatGridLimit(work.Fences);
        var sides = new List<Side>
        {
            new("ours", fix => Number(work, fix), () => new GeofenceMap(work.Fences)),
            new("nts_prepared", fix => prepared.FindPrepared(fix), () => NtsPeer.Prepared(work.Fences)),
            new("nts_visitor", fix => visiting.FindVisiting(fix), () => NtsPeer.Visiting(work.Fences)),
            new(
                "limit_grid",
                fix => grid.Find(fix.LongitudeDegrees, fix.LatitudeDegrees),
                () => new FlatGridLimit(work.Fences)),
        };
        if (work.Name == "W1")
        {
            var whole = new FlatIntLimit(work.Fences);
            sides.Add(new(
                "limit_int16",
                fix => whole.Find(fix.LongitudeDegrees, fix.LatitudeDegrees),
                () => new FlatIntLimit(work.Fences)));
        }

        return sides;
    }

    private static int Number(FenceWorkload work, in Position fix) =>
        work.Map.FirstCovering(fix, FenceWorkload.Person, FenceWorkload.At)?.Version - 1 ?? -1;

    private static int Mismatches(FenceWorkload work, Func<Position, int> oracle, Func<Position, int> side) =>
        work.Fixes.Count(fix => oracle(fix) != side(fix));

    private static long Sum(FenceWorkload work, int fixes, Func<Position, int> find) =>
        work.Fixes.Take(fixes).Sum(fix => (long)find(fix));

    private static void Add(
        Report report,
        string work,
        Series<FindSample> ours,
        Series<FindSample> side,
        Series<BuildSample>? ourBuild,
        Series<BuildSample>? build,
        int? mismatches)
    {
        var ratio = ours.RatioTo(side, s => s.Nanoseconds);
        var key = $"{work}_{side.Name.Split(' ')[0]}".ToLowerInvariant();
        var bytes = side.Median(s => s.Bytes);
        report.Row(
            $"{work} {side.Name}",
            Report.Text(side.Median(s => s.Nanoseconds)),
            double.IsNaN(bytes) ? "-" : Report.Text(bytes),
            Report.Text(ratio),
            build is null ? "-" : Report.Text(build.Median(s => s.Milliseconds)),
            build is null ? "-" : Report.Text(build.Median(s => s.Megabytes)),
            mismatches is null ? "-" : Report.Text(mismatches.Value));
        report.Fact($"{key}_ns", side.Median(s => s.Nanoseconds));
        if (side != ours)
        {
            report.Fact($"{key}_ratio", ratio);
        }

        if (build is not null && ourBuild is not null && build != ourBuild)
        {
            report.Fact($"{key}_build_ratio", ourBuild.RatioTo(build, s => s.Milliseconds));
            report.Fact($"{key}_memory_ratio", ourBuild.RatioTo(build, s => s.Megabytes));
        }

        if (mismatches is not null)
        {
            report.Fact($"{key}_mismatches", mismatches.Value);
        }
    }

    private sealed record Side(string Name, Func<Position, int> Find, Func<object> Build);
}
