using Azure.Data.Tables;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using NodaTime;

namespace Kinerja.Application.Events;

public sealed class TableOutboxLags(TableStore store) : IOutboxLags
{
    private const string Round = "outbox";

    public async Task<Instant?> LookedAtAsync(CancellationToken cancel) =>
        await store.FindAsync(TableNames.Operations, TableKeys.PlatformMarks, Round, cancel) is { } row
            ? PlatformMarkRows.Read(row).At
            : null;

    public Task EndRoundAsync(Instant at, CancellationToken cancel) =>
        store.PutAsync(TableNames.Operations, PlatformMarkRows.Write(new(Round, at)), cancel);

    public Task PutAsync(OutboxLag lag, CancellationToken cancel) =>
        store.PutAsync(TableNames.Operations, Write(lag), cancel);

    public Task RemoveAsync(AgencyId agency, CancellationToken cancel) =>
        store.RemoveAsync(TableNames.Operations, TableKeys.PlatformOutbox, agency.ToString(), cancel);

    public IAsyncEnumerable<OutboxLag> ListAsync(CancellationToken cancel) =>
        store.ListAsync(TableNames.Operations, TableRange.Partition(TableKeys.PlatformOutbox), Read, cancel);

    public Task<ListPage<OutboxLag>> PageAsync(string? after, int most, CancellationToken cancel) =>
        store.PageAsync(TableNames.Operations, TableKeys.PlatformOutbox, after, most, Read, cancel);

    internal static TableEntity Write(OutboxLag lag)
    {
        var row = TableColumns.NewRow(TableKeys.PlatformOutbox, lag.AgencyId.ToString());
        row["Unsent"] = lag.Unsent;
        row.PutInstant("OldestAt", lag.OldestAt);
        row.PutInstant("LookedAt", lag.LookedAt);
        return row;
    }

    internal static OutboxLag Read(TableEntity row) => new(
        AgencyId.Parse(row.RowKey).Value, row.Int("Unsent"), row.Instant("OldestAt"), row.Instant("LookedAt"));
}
