using System.Collections.Concurrent;
using System.Diagnostics;
using Kinerja.Benchmarks.Harness;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.Ranking;

namespace Kinerja.Benchmarks.Ranking;

/// <summary>
/// A quarter of the whole civil service in memory: everybody evaluated, every unit's predicates counted and checked,
/// every agency ranked with percent ranks and the top cut.
/// </summary>
internal static class RankingBenchmark
{
    private const int Threads = 2;

    public static async Task<Report> RunAsync(RunSize size)
    {
        using var folder = new TemporaryFolder();
        var agencies = new SyntheticAgencies(size.Scale);
        var people = await PeopleFile.WriteAsync(agencies, folder.Path);
        await using var duckdb = DuckDbPeer.Start(people, Threads);
        await using var postgres = await PostgresPeer.StartAsync(people, folder.Path, workers: Threads - 1);
        var inputs = agencies.Inputs();

        var sides = new List<Contender<RankingSample>>
        {
            Side("ours", inputs, Rank, Threads),
            Side("limit", agencies.People, CountingSortLimit.Rank, Threads),
            Side("ours_1t", inputs, Rank, 1),
            Side("limit_1t", agencies.People, CountingSortLimit.Rank, 1),
            Side("records", inputs, RankRecords, Threads),
        };
        if (duckdb is not null)
        {
            sides.Add(new("duckdb", duckdb.MeasureAsync));
        }

        if (postgres is not null)
        {
            sides.Add(new("postgres", postgres.MeasureAsync));
        }

        var found = await Rounds.RunAsync(size.Rounds, sides);
        RefuseDisagreement(found);
        return Tell(agencies, found);
    }

    private static RankingSum Rank(EvaluationInput[] inputs) =>
        SumOf(Ranker.Rank(inputs, EvaluationPolicy.Default, RankingPolicy.Default));

    /// <summary>With an object for everybody's evaluation, as a run that stores them has.</summary>
    private static RankingSum RankRecords(EvaluationInput[] inputs)
    {
        var evaluations = Array.ConvertAll(inputs, input => Evaluator.Evaluate(input, EvaluationPolicy.Default));
        return SumOf(Ranker.Rank(evaluations, RankingPolicy.Default));
    }

    private static RankingSum SumOf(AgencyRanking ranking)
    {
        var (places, millionths) = (0L, 0L);
        foreach (var line in (RankingLine[])ranking.Lines)
        {
            places += line.Place;
            millionths += (long)(line.PercentRank * 1e6);
        }

        return new(
            ranking.Assessed, places, millionths, ranking.InTopShare, ranking.TiedAtCap, Breaches(ranking.Units));
    }

    /// <summary>
    /// Each unit held against the pattern with all that a leader reads of it, as if its performance were Baik.
    /// </summary>
    private static int Breaches(IReadOnlyList<UnitTally> units)
    {
        var breaches = 0;
        foreach (var unit in units)
        {
            var finding = DistributionRules.CheckUnit(
                unit.UnitId, OrganisationLevel.Good, unit.Counts, unit.NotAssessed, DistributionPolicy.Default);
            breaches += finding.Standing == DistributionStanding.Breached ? 1 : 0;
        }

        return breaches;
    }

    private static Contender<RankingSample> Side<T>(
        string name,
        IReadOnlyList<T[]> agencies,
        Func<T[], RankingSum> rank,
        int threads) =>
        new(name, () =>
        {
            var sums = new RankingSum[agencies.Count];
            var bytes = GC.GetTotalAllocatedBytes(precise: true);
            var processor = Environment.CpuUsage.TotalTime;
            var watch = Stopwatch.StartNew();
            // One agency at a time and the largest first, or the last thread would still hold the biggest one.
            Parallel.ForEach(
                Partitioner.Create(Enumerable.Range(0, agencies.Count), EnumerablePartitionerOptions.NoBuffering),
                new ParallelOptions { MaxDegreeOfParallelism = threads },
                i => sums[i] = rank(agencies[i]));
            var seconds = watch.Elapsed.TotalSeconds;
            var worked = (Environment.CpuUsage.TotalTime - processor).TotalSeconds;
            var allocated = (double)(GC.GetTotalAllocatedBytes(precise: true) - bytes) / agencies.Sum(a => a.Length);
            return Task.FromResult(new RankingSample(seconds, worked, allocated, sums.Aggregate((a, b) => a + b)));
        });

    private static void RefuseDisagreement(IReadOnlyList<Series<RankingSample>> found)
    {
        var sums = found.SelectMany(s => s.Samples.Select(sample => (s.Name, sample.Sum))).Distinct().ToList();
        if (sums.Select(s => s.Sum).Distinct().Count() != 1)
        {
            throw new InvalidOperationException($"The engines rank differently: {string.Join("; ", sums)}");
        }
    }

    private static Report Tell(SyntheticAgencies agencies, IReadOnlyList<Series<RankingSample>> found)
    {
        Func<RankingSample, double> seconds = s => s.Seconds, bytes = s => s.BytesPerPerson;
        var ours = found[0];
        var report = new Report(
            "ranking", "engine", "seconds", "processor s", "bytes allocated a person", "ours/engine");
        foreach (var side in found)
        {
            report
                .Row(
                    side.Name,
                    Report.Text(side.Median(seconds)),
                    Known(side, s => s.ProcessorSeconds),
                    Known(side, bytes),
                    Report.Text(ours.RatioTo(side, seconds)))
                .Fact($"{side.Name}_s", side.Median(seconds));
        }

        report.Note(
            $"{agencies.Count} people, {agencies.People.Count} agencies; {Threads} threads, _1t: one; same answers from all")
            .Fact("ours_processor_s", ours.Median(s => s.ProcessorSeconds))
            .Fact("bytes_per_person", ours.Median(bytes))
            .Fact("people", agencies.Count);
        foreach (var peer in (string[])["limit", "duckdb", "postgres"])
        {
            if (found.FirstOrDefault(s => s.Name == peer) is { } side)
            {
                report.Fact($"ratio_{peer}", ours.RatioTo(side, seconds));
            }
        }

        NoteMissing(report, found, "duckdb", DuckDbPeer.HowToInstall);
        NoteMissing(report, found, "postgres", PostgresPeer.HowToInstall);
        return report;
    }

    private static string Known(Series<RankingSample> side, Func<RankingSample, double> figure) =>
        double.IsNaN(side.Median(figure)) ? "-" : Report.Text(side.Median(figure));

    private static void NoteMissing(
        Report report, IReadOnlyList<Series<RankingSample>> found, string peer, string howToInstall)
    {
        if (found.All(s => s.Name != peer))
        {
            report.Note($"{peer} is not installed and was left out; to compare: {howToInstall}");
        }
    }
}
