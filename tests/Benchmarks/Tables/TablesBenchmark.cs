using Azure.Data.Tables;
using Kinerja.Benchmarks.Harness;
using Kinerja.Local.Processes;

namespace Kinerja.Benchmarks.Tables;

/// <summary>Our table client against a bare HttpClient and the official JavaScript client, all on one Azurite.</summary>
internal static class TablesBenchmark
{
    private const string ReadTable = "Filled";
    private static int _tables;

    public static async Task<Report> RunAsync(RunSize size)
    {
        await NodePackages.EnsureAsync(Console.WriteLine);
        using var folder = new TemporaryFolder();
        await using var azurite = await Azurite.StartAsync(folder.Path);
        using var raw = new RawTables(azurite.ConnectionString);
        await using var node = NodePeer.Start(
            Path.Combine("Tables", "tables-peer.mjs"),
            azurite.ConnectionString,
            NodePackages.Folder,
            TableContenders.Partition);
        var account = new TableServiceClient(azurite.ConnectionString);
        await FillAsync(raw);

        var sides = new TableContenders(account, raw, node);
        var report = new Report(
            "tables", "operation", "ours rows/s", "raw rows/s", "js rows/s", "ours/raw", "ours/js", "cpu us/row ours", "raw", "js");
        await CompareAsync("insert", 16, 1);
        await CompareAsync("transaction", 1, TableContenders.TransactionRows);
        await CompareAsync("read", 16, 1);
        await CompareAsync("scan", 1, TableContenders.ScanRows);
        return report.Note("insert and read: 16 callers; transaction (100 rows) and scan (1,000 rows): one caller");

        async Task CompareAsync(string operation, int callers, int rows)
        {
            var found = await Rounds.RunAsync(size.Rounds,
            [
                Side("ours", sides.OursAsync), Side("raw", sides.RawAsync), Side("js", sides.JavaScriptAsync),
            ]);
            Add(report, operation, found[0], found[1], found[2]);

            Contender<StretchResult> Side(string name, Func<Stretch, Task<StretchResult>> run) => new(name, async () =>
            {
                // Azurite grows slower with the size of a table: whoever writes gets a new one each time.
                var writes = operation is "insert" or "transaction";
                var table = writes ? $"Written{_tables++}" : ReadTable;
                var client = account.GetTableClient(table);
                await client.CreateIfNotExistsAsync();
                var result = await run(new(operation, table, callers, rows, size.Seconds));
                if (writes)
                {
                    await client.DeleteAsync();
                }

                return result;
            });
        }
    }

    private static void Add(
        Report report,
        string operation,
        Series<StretchResult> ours,
        Series<StretchResult> raw,
        Series<StretchResult> js)
    {
        Func<StretchResult, double> rate = r => r.RowsPerSecond, cpu = r => r.CpuMicrosecondsPerRow;
        double[] figures =
        [
            ours.Median(rate), raw.Median(rate), js.Median(rate), ours.RatioTo(raw, rate), ours.RatioTo(js, rate),
            ours.Median(cpu), raw.Median(cpu), js.Median(cpu),
        ];
        report.Row([operation, .. figures.Select(Report.Text)])
            .Fact($"{operation}_ours_rows_per_s", figures[0])
            .Fact($"{operation}_raw_rows_per_s", figures[1])
            .Fact($"{operation}_js_rows_per_s", figures[2])
            .Fact($"{operation}_ratio_raw", figures[3])
            .Fact($"{operation}_ratio_js", figures[4])
            .Fact($"{operation}_cpu_ratio_raw", ours.RatioTo(raw, cpu));
    }

    private static async Task FillAsync(RawTables raw)
    {
        await raw.CreateTableAsync(ReadTable);
        foreach (var chunk in Enumerable.Range(0, TableContenders.ScanRows).Chunk(TableContenders.TransactionRows))
        {
            await raw.TransactAsync(ReadTable, TableContenders.Partition, chunk.Select(n =>
                (SampleRow.Key(n), SampleRow.Json(TableContenders.Partition, n))));
        }
    }
}
