using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;

namespace Kinerja.Application.Tables;

/// <summary>The tables of one account, and the few ways in which this code writes to them.</summary>
public sealed class TableStore(TableServiceClient account)
{
    internal const int MostPerTransaction = 100;

    /// <summary>A list of writes waits for the server, not for this machine; a few at once hide most of it.</summary>
    private const int TransactionsAtOnce = 4;

    private readonly ConcurrentDictionary<string, TableClient> _clients = new();

    /// <summary>For places where nothing else has created the tables, such as one machine.</summary>
    public async Task CreateTablesAsync(CancellationToken cancel)
    {
        foreach (var name in TableNames.All)
        {
            await account.CreateTableIfNotExistsAsync(name, cancel);
        }
    }

    internal TableClient this[string table] => _clients.GetOrAdd(table, account.GetTableClient);

    internal async Task<TableEntity?> FindAsync(string table, string partition, string row, CancellationToken cancel)
    {
        var found = await this[table].GetEntityIfExistsAsync<TableEntity>(partition, row, null, cancel);
        return found.HasValue ? found.Value!.OfKnownLayout(table) : null;
    }

    /// <summary>What a row says, with the tag that guards its next write; null when there is none.</summary>
    internal async Task<Tagged<T>?> FindAsync<T>(
        string table, string partition, string row, Func<TableEntity, T> read, CancellationToken cancel) =>
        await FindAsync(table, partition, row, cancel) is { } found ? Tag(read)(found) : null;

    internal static Func<TableEntity, Tagged<T>> Tag<T>(Func<TableEntity, T> read) =>
        row => new(read(row), row.ETag.ToString());

    /// <param name="table">Which table.</param>
    /// <param name="filter">Which rows.</param>
    /// <param name="columns">Null for all.</param>
    /// <param name="cancel">Stops it.</param>
    /// <param name="atOnce">
    /// How many rows one request reads, for who takes no more than so many; null: as many as the store gives.
    /// </param>
    internal IAsyncEnumerable<TableEntity> ListAsync(
        string table,
        string filter,
        IEnumerable<string>? columns,
        CancellationToken cancel,
        int? atOnce = null) =>
        this[table].QueryAsync<TableEntity>(filter, atOnce, columns?.Append(TableColumns.Layout), cancel)
            .Select(row => row.OfKnownLayout(table));

    /// <summary>What the rows say that the filter leaves.</summary>
    internal IAsyncEnumerable<T> ListAsync<T>(
        string table, string filter, Func<TableEntity, T> read, CancellationToken cancel) =>
        ListAsync(table, filter, columns: null, cancel).Select(read);

    /// <summary>
    /// A page of a partition by key, from after a key on: as many rows are read as it holds, and one to see whether
    /// there are more.
    /// </summary>
    internal Task<ListPage<T>> PageAsync<T>(
        string table, string partition, string? after, int most, Func<TableEntity, T> read,
        CancellationToken cancel) => PageAsync(table, TableRange.After(partition, after ?? ""), most, read, cancel);

    /// <summary>The same of what the filter leaves, which says itself after which key.</summary>
    internal async Task<ListPage<T>> PageAsync<T>(
        string table, string filter, int most, Func<TableEntity, T> read, CancellationToken cancel)
    {
        var rows = await ListAsync(table, filter, null, cancel, most + 1)
            .Take(most + 1).ToListAsync(cancel);
        return new([.. rows.Take(most).Select(read)], rows.Count > most ? rows[most - 1].RowKey : null);
    }

    /// <summary>Insert; false when the key is taken.</summary>
    internal async Task<bool> AddAsync(string table, TableEntity row, CancellationToken cancel)
    {
        try
        {
            await this[table].AddEntityAsync(row, cancel);
            return true;
        }
        catch (RequestFailedException taken) when (taken.Status == 409)
        {
            return false;
        }
    }

    /// <summary>
    /// Inserts rows of one partition in one transaction: all of them, or none and false when a key is taken.
    /// </summary>
    internal Task<bool> AddTogetherAsync(string table, IEnumerable<TableEntity> rows, CancellationToken cancel) =>
        SubmitAsync(table, rows.Select(row => Next(row, null)), cancel);

    /// <summary>Replace what carries the tag; false when it carries another by now.</summary>
    internal async Task<bool> ReplaceAsync(string table, TableEntity row, string tag, CancellationToken cancel)
    {
        try
        {
            await this[table].UpdateEntityAsync(row, new ETag(tag), TableUpdateMode.Replace, cancel);
            return true;
        }
        catch (RequestFailedException changed) when (changed.Status is 412 or 404)
        {
            return false;
        }
    }

    /// <summary>
    /// A row's first version (tag null) or its next one; false when somebody else wrote it meanwhile.
    /// </summary>
    internal Task<bool> PutNextAsync(string table, TableEntity row, string? tag, CancellationToken cancel) =>
        tag is null ? AddAsync(table, row, cancel) : ReplaceAsync(table, row, tag, cancel);

    /// <summary>
    /// Each row's first version (tag null) or its next one, in transactions of up to 100 of one partition each; false
    /// when somebody else wrote one of them meanwhile: then the rows of its transaction are not written, others may be.
    /// </summary>
    internal async Task<bool> PutNextAsync(
        string table, IEnumerable<(TableEntity Row, string? Tag)> rows, CancellationToken cancel)
    {
        var written = await Task.WhenAll(rows.GroupBy(r => r.Row.PartitionKey)
            .SelectMany(partition => partition.Chunk(MostPerTransaction))
            .Select(chunk => SubmitAsync(table, chunk.Select(r => Next(r.Row, r.Tag)), cancel)));
        return written.All(done => done);
    }

    /// <summary>The same as a part of a transaction.</summary>
    internal static TableTransactionAction Next(TableEntity row, string? tag) => tag is null
        ? new(TableTransactionActionType.Add, row)
        : new(TableTransactionActionType.UpdateReplace, row, new ETag(tag));

    /// <summary>
    /// One transaction, all of it or nothing: false when somebody else wrote first, so that a key is taken, or what
    /// stands is gone or carries another tag.
    /// </summary>
    internal async Task<bool> SubmitAsync(
        string table, IEnumerable<TableTransactionAction> actions, CancellationToken cancel)
    {
        try
        {
            await this[table].SubmitTransactionAsync(actions, cancel);
            return true;
        }
        catch (TableTransactionFailedException taken) when (taken.Status is 409 or 412 or 404)
        {
            return false;
        }
    }

    /// <summary>Takes a row away, whatever it says; one that is gone already is gone.</summary>
    internal Task RemoveAsync(string table, string partition, string row, CancellationToken cancel) =>
        this[table].DeleteEntityAsync(partition, row, ETag.All, cancel);

    internal Task PutAsync(string table, TableEntity row, CancellationToken cancel) =>
        this[table].UpsertEntityAsync(row, TableUpdateMode.Replace, cancel);

    /// <summary>
    /// Writes whole rows in transactions of up to 100 of one partition each, in no order; a key stands once in the
    /// input.
    /// </summary>
    internal Task PutAllAsync(string table, IEnumerable<TableEntity> rows, CancellationToken cancel) =>
        SubmitAllAsync(table, TableTransactionActionType.UpsertReplace, rows, cancel);

    /// <summary>The same, but columns that a row does not name stay as they are.</summary>
    internal Task MergeAllAsync(string table, IEnumerable<TableEntity> rows, CancellationToken cancel) =>
        SubmitAllAsync(table, TableTransactionActionType.UpsertMerge, rows, cancel);

    /// <summary>Inserts rows in transactions of up to 100; throws when one of them is there already.</summary>
    internal Task AddAllAsync(string table, IEnumerable<TableEntity> rows, CancellationToken cancel) =>
        SubmitAllAsync(table, TableTransactionActionType.Add, rows, cancel);

    private Task SubmitAllAsync(
        string table,
        TableTransactionActionType action,
        IEnumerable<TableEntity> rows,
        CancellationToken cancel) => Parallel.ForEachAsync(
            rows.GroupBy(r => r.PartitionKey).SelectMany(partition => partition.Chunk(MostPerTransaction)),
            new ParallelOptions { MaxDegreeOfParallelism = TransactionsAtOnce, CancellationToken = cancel },
            async (chunk, stop) => await this[table].SubmitTransactionAsync(
                chunk.Select(r => new TableTransactionAction(action, r)), stop));
}
