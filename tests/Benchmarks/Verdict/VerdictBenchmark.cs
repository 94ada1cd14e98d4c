using System.Diagnostics;
using Kinerja.Benchmarks.Harness;
using Kinerja.Domain;
using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Benchmarks.Verdict;

/// <summary>The whole verdict of a fix (fence, signed distance, probability) beside the bare question which fence covers it.</summary>
internal static class VerdictBenchmark
{
    private const int Offices = 2_000;
    private const int Fixes = 100_000;

    private static readonly Instant At = Instant.FromUtc(2026, 1, 5, 1, 0);

    private static readonly Employee Person = new(
        EmployeeId.Parse("asn-00012345").Value, UnitId.Parse("tu").Value, EmploymentKind.Pns, null, Active: true);

    private sealed record Sample(double Nanoseconds, double Bytes, int Covered);

    public static async Task<Report> RunAsync(RunSize size)
    {
        var work = new OfficeWorkload(Offices, size.Scaled(Fixes, 1_000));
        var map = new GeofenceMap(work.Fences);
        var peer = new NtsPeer(work.Fences);
        RefuseDisagreement(work, map, peer);

        var found = await Rounds.RunAsync(size.Rounds,
        [
            new Contender<Sample>("Judge", () => Task.FromResult(Measure(work.Fixes, fix =>
                map.Judge(fix, Person, At) is { SignedDistanceMetres: <= 0 }))),
            new Contender<Sample>("STRtree + PreparedGeometry", () => Task.FromResult(Measure(work.Fixes, fix =>
                peer.Find(fix) >= 0))),
        ]);

        Func<Sample, double> time = s => s.Nanoseconds, bytes = s => s.Bytes;
        var (ours, nts) = (found[0], found[1]);
        var report = new Report("verdict", "engine", "ns/fix", "bytes/fix", "covered");
        foreach (var side in found)
        {
            var covered = side.Median(s => s.Covered);
            report.Row(side.Name, Report.Text(side.Median(time)), Report.Text(side.Median(bytes)), Report.Text(covered));
        }

        return report
            .Note($"{work.Fences.Count} offices, {work.Fixes.Length} fixes; one thread; the peer says neither distance nor probability")
            .Fact("ours_ns", ours.Median(time))
            .Fact("nts_ns", nts.Median(time))
            .Fact("ratio", ours.RatioTo(nts, time))
            .Fact("ours_bytes", ours.Median(bytes))
            .Fact("nts_bytes", nts.Median(bytes));
    }

    private static Sample Measure(Position[] fixes, Func<Position, bool> covers)
    {
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        var covered = 0;
        foreach (var fix in fixes)
        {
            covered += covers(fix) ? 1 : 0;
        }

        var nanoseconds = watch.Elapsed.TotalNanoseconds / fixes.Length;
        return new(nanoseconds, (double)(GC.GetAllocatedBytesForCurrentThread() - bytes) / fixes.Length, covered);
    }

    /// <summary>With an exact fix both must name the same fence; a fast wrong answer is worth nothing.</summary>
    private static void RefuseDisagreement(OfficeWorkload work, GeofenceMap map, NtsPeer peer)
    {
        foreach (var fix in work.Fixes.Take(2_000))
        {
            var exact = Position.Parse(fix.LatitudeDegrees, fix.LongitudeDegrees, 0).Value;
            var verdict = map.Judge(exact, Person, At);
            var ours = verdict.Placement == Placement.Inside ? verdict.FenceId : null;
            var theirs = peer.Find(exact) is >= 0 and var i ? work.Fences[i].Id : default(GeofenceId?);
            if (ours != theirs)
            {
                throw new InvalidOperationException($"{fix}: we say {ours}, NetTopologySuite says {theirs}.");
            }
        }
    }
}
