using System.Collections.Concurrent;
using System.Diagnostics;
using Kinerja.Benchmarks.Harness;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Ranking;

namespace Kinerja.Benchmarks.Ranking;

/// <summary>A quarter of the whole civil service in memory: everybody evaluated, every agency ranked.</summary>
internal static class RankingBenchmark
{
    private const int Threads = 2;

    public static async Task<Report> RunAsync(RunSize size)
    {
        using var folder = new TemporaryFolder();
        var agencies = new SyntheticAgencies(size.Scale);
        var inputs = agencies.Inputs();
        await using var duckdb = await DuckDbPeer.StartAsync(agencies, folder.Path, Threads);

        var sides = new List<Contender<RankingSample>>
        {
            Side("ours", inputs, Rank, Threads),
            Side("limit", agencies.People, CountingSortLimit.Rank, Threads),
            Side("ours_1t", inputs, Rank, 1),
            Side("limit_1t", agencies.People, CountingSortLimit.Rank, 1),
        };
        if (duckdb is not null)
        {
            sides.Add(new("duckdb", duckdb.MeasureAsync));
        }

        var found = await Rounds.RunAsync(size.Rounds, sides);
        RefuseDisagreement(found);
        return Tell(agencies, found, duckdb is not null);
    }

    private static RankingSum Rank(EvaluationInput[] inputs)
    {
        var evaluations = Array.ConvertAll(inputs, input => Evaluator.Evaluate(input, EvaluationPolicy.Default));
        var ranking = Ranker.Rank(evaluations, RankingPolicy.Default);
        var places = 0L;
        foreach (var line in ranking.Lines)
        {
            places += line.Place;
        }

        return new(ranking.Assessed, places, ranking.InTopShare, ranking.TiedAtCap);
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
            var watch = Stopwatch.StartNew();
            // One agency at a time and the largest first, or the last thread would still hold the biggest one.
            Parallel.ForEach(
                Partitioner.Create(Enumerable.Range(0, agencies.Count), EnumerablePartitionerOptions.NoBuffering),
                new ParallelOptions { MaxDegreeOfParallelism = threads },
                i => sums[i] = rank(agencies[i]));
            var seconds = watch.Elapsed.TotalSeconds;
            var allocated = (double)(GC.GetTotalAllocatedBytes(precise: true) - bytes) / agencies.Sum(a => a.Length);
            return Task.FromResult(new RankingSample(seconds, allocated, sums.Aggregate((a, b) => a + b)));
        });

    private static void RefuseDisagreement(IReadOnlyList<Series<RankingSample>> found)
    {
        var sums = found.SelectMany(s => s.Samples.Select(sample => (s.Name, sample.Sum))).Distinct().ToList();
        if (sums.Select(s => s.Sum).Distinct().Count() != 1)
        {
            throw new InvalidOperationException($"The engines rank differently: {string.Join("; ", sums)}");
        }
    }

    private static Report Tell(SyntheticAgencies agencies, IReadOnlyList<Series<RankingSample>> found, bool withDuckDb)
    {
        Func<RankingSample, double> seconds = s => s.Seconds, bytes = s => s.BytesPerPerson;
        var (ours, limit) = (found[0], found[1]);
        var report = new Report("ranking", "engine", "seconds", "bytes allocated a person", "ours/engine");
        foreach (var side in found)
        {
            var allocated = side.Name == "duckdb" ? "-" : Report.Text(side.Median(bytes));
            report.Row(side.Name, Report.Text(side.Median(seconds)), allocated, Report.Text(ours.RatioTo(side, seconds)))
                .Fact($"{side.Name}_s", side.Median(seconds));
        }

        report.Note($"{agencies.Count} people, {agencies.People.Count} agencies; {Threads} threads, _1t: one; same places from all")
            .Fact("ratio_limit", ours.RatioTo(limit, seconds))
            .Fact("bytes_per_person", ours.Median(bytes))
            .Fact("people", agencies.Count);
        return withDuckDb
            ? report.Fact("ratio_duckdb", ours.RatioTo(found[^1], seconds))
            : report.Note($"DuckDB is not installed and was left out; to compare: {DuckDbPeer.HowToInstall}");
    }
}
