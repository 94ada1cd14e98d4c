using Azure.Data.Tables;
using Kinerja.Benchmarks.Harness;

namespace Kinerja.Benchmarks.Tables;

/// <summary>The three clients, each doing the same stretch in its own words.</summary>
internal sealed class TableContenders(TableServiceClient account, RawTables raw, NodePeer node)
{
    public const string Partition = "contoh_202601_0000";
    public const int TransactionRows = 100;
    public const int ScanRows = 1_000;

    public Task<StretchResult> OursAsync(Stretch stretch)
    {
        var table = account.GetTableClient(stretch.Table);
        return StretchResult.MeasureAsync(stretch, stretch.Operation switch
        {
            "insert" => number => table.AddEntityAsync(SampleRow.Entity(Partition, number)),
            "transaction" => number => table.SubmitTransactionAsync(Numbers(number).Select(n =>
                new TableTransactionAction(TableTransactionActionType.UpsertReplace, SampleRow.Entity(Partition, n)))),
            "read" => number => table.GetEntityAsync<TableEntity>(Partition, SampleRow.Key(number % ScanRows)),
            _ => _ => ScanAsync(table),
        });
    }

    public Task<StretchResult> RawAsync(Stretch stretch)
    {
        var table = stretch.Table;
        return StretchResult.MeasureAsync(stretch, stretch.Operation switch
        {
            "insert" => number => raw.InsertAsync(table, SampleRow.Json(Partition, number)),
            "transaction" => number => raw.TransactAsync(table, Partition, Numbers(number).Select(n =>
                (SampleRow.Key(n), SampleRow.Json(Partition, n)))),
            "read" => number => raw.ReadAsync(table, Partition, SampleRow.Key(number % ScanRows)),
            _ => async _ => Whole(await raw.ScanAsync(table, Partition)),
        });
    }

    public async Task<StretchResult> JavaScriptAsync(Stretch stretch)
    {
        var answer = await node.AskAsync(stretch);
        return new(answer.GetProperty("rowsPerSecond").GetDouble(), answer.GetProperty("cpuMicrosecondsPerRow").GetDouble());
    }

    private static IEnumerable<long> Numbers(long call) =>
        Enumerable.Range(0, TransactionRows).Select(i => (call * TransactionRows) + i);

    private static async Task ScanAsync(TableClient table)
    {
        var count = 0;
        await foreach (var row in table.QueryAsync<TableEntity>($"PartitionKey eq '{Partition}'"))
        {
            count += row.RowKey.Length > 0 ? 1 : 0;
        }

        Whole(count);
    }

    private static void Whole(int rows)
    {
        if (rows != ScanRows)
        {
            throw new InvalidOperationException($"A scan gave {rows} rows, not {ScanRows}.");
        }
    }
}
