using Kinerja.Benchmarks.Harness;
using Kinerja.Domain.Geofencing;

namespace Kinerja.Benchmarks.Geofences;

/// <summary>
/// The whole verdict of a fix (fence, signed distance, probability) beside the bare question which fence covers it.
/// </summary>
internal static class VerdictBenchmark
{
    private const int Fixes = 100_000;

    public static async Task<Report> RunAsync(RunSize size)
    {
        var report = new Report("verdict", "engine", "ns/fix", "bytes/fix", "ours/engine");
        var fixes = size.Scaled(Fixes, 1_000);
        foreach (var draw in new Func<int, FenceWorkload>[] { FenceWorkload.W1, FenceWorkload.W2, FenceWorkload.W3 })
        {
            var work = draw(fixes);
            var peer = NtsPeer.Prepared(work.Fences);
            RefuseDisagreement(work, peer);
            var found = await Rounds.RunAsync(size.Rounds,
            [
                new Contender<FindSample>(
                    "ours", () => Task.FromResult(FindSample.Measure(work.Fixes, fix => Judge(work, fix)))),
                new Contender<FindSample>("nts_prepared", () => Task.FromResult(FindSample.Measure(
                    work.Fixes, fix => peer.FindPrepared(fix) >= 0 ? 1 : 0))),
            ]);
            foreach (var side in found)
            {
                var (time, bytes) = (side.Median(s => s.Nanoseconds), side.Median(s => s.Bytes));
                var ratio = found[0].RatioTo(side, s => s.Nanoseconds);
                report.Row($"{work.Name} {side.Name}", Report.Text(time), Report.Text(bytes), Report.Text(ratio));
                var key = $"{work.Name}_{side.Name}".ToLowerInvariant();
                report.Fact($"{key}_ns", time).Fact($"{key}_bytes", bytes);
            }
        }

        return report.Note(
            $"{fixes} fixes of 3 to 50 m accuracy; one thread; the peer says neither distance nor probability");
    }

    private static int Judge(FenceWorkload work, in Position fix) =>
        work.Map.Judge(fix, FenceWorkload.Person, FenceWorkload.At) is { SignedDistanceMetres: <= 0 } ? 1 : 0;

    /// <summary>With an exact fix both must say the same; a fast wrong answer is worth nothing.</summary>
    private static void RefuseDisagreement(FenceWorkload work, NtsPeer peer)
    {
        foreach (var fix in work.Fixes.Take(2_000))
        {
            var exact = Position.Parse(fix.LatitudeDegrees, fix.LongitudeDegrees, 0).Value;
            var ours = work.Map.Judge(exact, FenceWorkload.Person, FenceWorkload.At).Placement == Placement.Inside;
            if (ours != peer.FindPrepared(exact) >= 0)
            {
                throw new InvalidOperationException($"{fix}: we say {ours}, NetTopologySuite says {!ours}.");
            }
        }
    }
}
