using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Exchange;

namespace Kinerja.Application.Exchange;

/// <summary>
/// An agency's account is a row of its own, its credentials sealed. A period is a partition: its shards, and behind
/// them its people by the place that they hash to.
/// </summary>
public sealed class TableSiasnResults(TableStore store, ColumnSeal seal) : ISiasnResults
{
    private const string Table = TableNames.SiasnResults;

    public Task<Tagged<SiasnAccount>?> FindAccountAsync(AgencyId agency, CancellationToken cancel) =>
        store.FindAsync(
            Table, agency.ToString(), SiasnRows.Account, row => SiasnRows.Open(SiasnRows.ReadAccount(row), seal),
            cancel);

    public Task<bool> PutAccountAsync(SiasnAccount account, string? tag, CancellationToken cancel) =>
        store.PutNextAsync(Table, SiasnRows.Write(SiasnRows.Sealed(account, seal)), tag, cancel);

    public Task RemoveAccountAsync(AgencyId agency, CancellationToken cancel) =>
        store.RemoveAsync(Table, agency.ToString(), SiasnRows.Account, cancel);

    public async Task<IReadOnlyList<Tagged<SiasnShard>>> ListShardsAsync(
        AgencyId agency, AppraisalPeriod period, CancellationToken cancel) =>
        await store.ListAsync(
            Table, TableRange.Prefix(TableKeys.Period(agency, period), SiasnRows.Shards),
            TableStore.Tag(SiasnRows.ReadShard), cancel)
            .ToListAsync(cancel);

    public Task<Tagged<SiasnShard>?> FindShardAsync(
        AgencyId agency, AppraisalPeriod period, int number, CancellationToken cancel) =>
        store.FindAsync(Table, TableKeys.Period(agency, period), SiasnRows.Shard(number), SiasnRows.ReadShard, cancel);

    public Task<bool> PutShardAsync(SiasnShard shard, string? tag, CancellationToken cancel) =>
        store.PutNextAsync(Table, SiasnRows.Write(shard), tag, cancel);

    public IAsyncEnumerable<SiasnEntry> ListEntriesAsync(
        AgencyId agency, AppraisalPeriod period, HashRange range, CancellationToken cancel) =>
        store.ListAsync(
            Table, TableRange.People(TableKeys.Period(agency, period), range, SiasnRows.People),
            SiasnRows.ReadEntry, cancel);

    public Task PutEntryAsync(SiasnEntry entry, CancellationToken cancel) =>
        store.PutAsync(Table, SiasnRows.Write(entry), cancel);

    public Task<ListPage<SiasnEntry>> PageOpenAsync(
        AgencyId agency, AppraisalPeriod period, string? after, int most, CancellationToken cancel) =>
        store.PageAsync(
            Table, TableRange.OpenAfter(TableKeys.Period(agency, period), SiasnRows.People, after ?? SiasnRows.People),
            most, SiasnRows.ReadEntry, cancel);
}
