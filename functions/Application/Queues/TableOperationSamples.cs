using System.Globalization;
using Azure.Data.Tables;
using Kinerja.Application.Tables;
using NodaTime;

namespace Kinerja.Application.Queues;

public sealed class TableOperationSamples(TableStore store) : IOperationSamples
{
    private const int MinutesADay = 24 * 60;

    public Task PutAsync(OperationSample sample, CancellationToken cancel) =>
        store.PutAsync(TableNames.Operations, Write(sample), cancel);

    public async Task<IReadOnlyList<OperationSample>> ListAsync(CancellationToken cancel) =>
        await store.ListAsync(
            TableNames.Operations, TableRange.Partition(TableKeys.PlatformSamples), Read, cancel).ToListAsync(cancel);

    internal static TableEntity Write(OperationSample sample)
    {
        var row = TableColumns.NewRow(TableKeys.PlatformSamples, Slot(sample.At));
        row.PutInstant("At", sample.At);
        row["Queues"] = StoredQueueSample.Write(sample.Queues);
        row["UnsentAgencies"] = sample.UnsentAgencies;
        row["UnsentSeconds"] = sample.UnsentSeconds;
        row["StalledRuns"] = sample.StalledRuns;
        row["Stores"] = StoredStoreProbe.Write(sample.Stores);
        return row;
    }

    internal static OperationSample Read(TableEntity row) => new(
        row.Instant("At"),
        StoredQueueSample.Read(row.Text("Queues")),
        row.Int("UnsentAgencies"),
        row.GetInt64("UnsentSeconds")!.Value,
        row.Int("StalledRuns"),
        StoredStoreProbe.Read(row.Text("Stores")));

    /// <summary>The quarter of the day, 00 to 95: so there are never more rows.</summary>
    private static string Slot(Instant at) =>
        (at.ToUnixTimeSeconds() / 60 % MinutesADay / OperationSample.MinutesApart)
        .ToString("D2", CultureInfo.InvariantCulture);
}
