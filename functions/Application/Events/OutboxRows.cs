using Azure.Data.Tables;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using NodaTime;

namespace Kinerja.Application.Events;

/// <summary>
/// Events that wait to be sent, as rows. A store writes them by <see cref="PutAsync"/>, or <see cref="Beside"/> in a
/// transaction of its own, always in the table and partition of the row that they tell of.
/// </summary>
internal static class OutboxRows
{
    internal static string Key(OutgoingEvent news) => TableKeys.Unsent + news.Id;

    /// <summary>
    /// A row's first version (tag null) or its next one, and its events: all of them, or nothing and false when
    /// somebody else wrote the row meanwhile.
    /// </summary>
    internal static Task<bool> PutAsync(
        this TableStore store,
        string table,
        TableEntity row,
        string? tag,
        IReadOnlyCollection<OutgoingEvent> news,
        CancellationToken cancel) => news.Count == 0
            ? store.PutNextAsync(table, row, tag, cancel)
            : store.SubmitAsync(table, [TableStore.Next(row, tag), .. Beside(row.PartitionKey, news)], cancel);

    internal static IEnumerable<TableTransactionAction> Beside(string partition, IEnumerable<OutgoingEvent> news) =>
        news.Select(one => new TableTransactionAction(TableTransactionActionType.UpsertReplace, Write(partition, one)));

    internal static TableEntity Write(string partition, OutgoingEvent news)
    {
        var row = TableColumns.NewRow(partition, Key(news));
        row["EventId"] = news.Id;
        row["Type"] = news.Type;
        row["AgencyId"] = news.AgencyId.ToString();
        row.PutPeriod(news.Period);
        row.PutInstant("Time", news.Time);
        row.PutText("Traceparent", news.Traceparent);
        row.PutText("Seal", news.Seal);
        row.PutChunks("Json", news.Json.ToArray());
        return row;
    }

    internal static OutgoingEvent Read(TableEntity row) => new(
        row.Text("EventId"),
        row.Text("Type"),
        AgencyId.Parse(row.Text("AgencyId")).Value,
        row.Period(),
        row.Instant("Time"),
        row.GetChunks("Json"))
    {
        Traceparent = row.GetString("Traceparent"),
        Seal = row.GetString("Seal"),
        LeftAt = row.Timestamp is { } written ? Instant.FromDateTimeOffset(written) : null,
    };
}
