using System.Diagnostics;
using Azure.Data.Tables;
using Kinerja.Application.Evaluation;
using Kinerja.Application.Events;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Runs;
using Kinerja.Application.Tables;
using Kinerja.Application.Workforce;
using Kinerja.Benchmarks.Harness;
using Kinerja.Host;
using Kinerja.Local.Cloud;
using Kinerja.Local.Processes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Kinerja.Benchmarks.Quarters;

/// <summary>
/// A quarter's run of one agency of 100,000, from the plan to the published ranking, on Azurite; against the time in
/// which the same store gives and takes as many rows as a run cannot do without.
/// </summary>
internal static class QuarterBenchmark
{
    private const int People = 100_000;
    private const int Callers = 8;
    private const int RowsPerTransaction = 100;

    /// <summary>
    /// A person, a rating, three months, the frozen input and the evaluation are read; the last two, the place and the
    /// notice in the inbox written.
    /// </summary>
    private const double ReadsPerPerson = 7, WritesPerPerson = 4;

    internal static readonly Instant Now = Instant.FromUtc(2026, 4, 9, 1, 0);

    public static async Task<Report> RunAsync(RunSize size)
    {
        await NodePackages.EnsureAsync(Console.WriteLine);
        using var folder = new TemporaryFolder();
        await using var cloud = await LocalCloud.StartAsync(
            folder.Path, issuerPort: 0, lockSeconds: null, CancellationToken.None);
        var steps = new StepsInProcess();
        using var app = await BuildAsync(cloud, steps);
        var agency = new ManyPeople(size.Scaled(People, 1000));
        await agency.RegisterAsync(Get<IAgencies>(), Get<IWorkforce>());
        await agency.RateAsync(Get<IRatings>());
        var watch = Stopwatch.StartNew();
        var months = await ManyPeople.CloseMonthsAsync(Get<IDayCloses>(), Get<CloseBucket>(), Now);
        var closing = watch.Elapsed.TotalSeconds;

        var raw = new TableServiceClient(cloud.Tables.ConnectionString).GetTableClient("Written");
        var writes = await WriteRawAsync(raw, agency.Count);
        watch.Restart();
        _ = (await Get<PlanRuns>().StartAsync(ManyPeople.Actor, ManyPeople.Quarter, default)).Value;
        var stages = await steps.WorkAsync(Get<AdvanceRun>());
        var seconds = watch.Elapsed.TotalSeconds;
        var reads = await ScanRawAsync(raw, agency.Count);

        var report = new Report("quarter", "step", "seconds", "people/s");
        foreach (var (kind, took) in stages)
        {
            report.Row(kind.ToString(), Report.Text(took), Report.Text(agency.Count / took)).Fact(
                $"{kind.ToString().ToLowerInvariant()}_s", took);
        }

        var limit = agency.Count * ((ReadsPerPerson / reads) + (WritesPerPerson / writes));
        return report
            .Row("whole run", Report.Text(seconds), Report.Text(agency.Count / seconds))
            .Row("store alone", Report.Text(limit), Report.Text(agency.Count / limit))
            .Note($"{agency.Count} people, {agency.Units} units, {steps.Published} events; {Callers} workers; "
                + $"raw scan {Report.Text(reads)} rows/s, raw transactions {Report.Text(writes)} rows/s; "
                + $"{months} months were folded before in {Report.Text(closing)} s")
            .Fact("people", agency.Count).Fact("run_s", seconds).Fact("limit_s", limit).Fact("ratio", limit / seconds)
            .Fact("scan_rows_per_s", reads).Fact("write_rows_per_s", writes).Fact(
                "fold_months_per_s", months / closing);

        T Get<T>()
            where T : notnull => app.Services.GetRequiredService<T>();
    }

    /// <summary>Built and never started: no timer, no bus and no HTTP takes part.</summary>
    internal static async Task<IHost> BuildAsync(LocalCloud cloud, StepsInProcess steps)
    {
        var clock = new ReplayClock(Now.ToDateTimeOffset());
        clock.Flow();
        var builder = KinerjaHost.CreateBuilder([]);
        builder.Configuration.AddInMemoryCollection(cloud.OptionsFor().Environment()
            .Select(s => KeyValuePair.Create(s.Key.Replace("__", ":", StringComparison.Ordinal), (string?)s.Value)));
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton<IRunQueue>(steps);
        builder.Services.AddSingleton<IEvents>(steps);
        var app = builder.Build();
        await app.Services.GetRequiredService<TableStore>().CreateTablesAsync(CancellationToken.None);
        return app;
    }

    /// <summary>Rows a second, in transactions of 100 into one partition a caller.</summary>
    private static async Task<double> WriteRawAsync(TableClient table, int rows)
    {
        await table.CreateIfNotExistsAsync();
        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, rows).Chunk(RowsPerTransaction),
            new ParallelOptions { MaxDegreeOfParallelism = Callers },
            async (some, stop) => await table.SubmitTransactionAsync(
                some.Select(n => new TableTransactionAction(
                    TableTransactionActionType.UpsertReplace, SampleRow.Entity(Partition(some[0]), n))),
                stop));
        return rows / watch.Elapsed.TotalSeconds;
    }

    /// <summary>Rows a second of the partitions that were just written, one after another by each caller.</summary>
    private static async Task<double> ScanRawAsync(TableClient table, int rows)
    {
        var watch = Stopwatch.StartNew();
        var found = await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller =>
        {
            var partition = Partition(caller * RowsPerTransaction);
            return table.QueryAsync<TableEntity>(row => row.PartitionKey == partition).CountAsync().AsTask();
        }));
        return found.Sum() == rows
            ? rows / watch.Elapsed.TotalSeconds
            : throw new InvalidOperationException($"{found.Sum()} of {rows} rows came back.");
    }

    private static string Partition(int row) => $"p{row / RowsPerTransaction % Callers}";
}
