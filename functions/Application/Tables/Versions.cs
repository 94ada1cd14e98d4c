using Azure.Data.Tables;

namespace Kinerja.Application.Tables;

/// <summary>
/// What is kept by versions: one row that stands, guarded by its tag, and one row a version, never changed.
/// </summary>
internal static class Versions
{
    /// <summary>
    /// The writes of one transaction that make a version the standing one. Without a tag it is the first; the keys of
    /// both rows are in one partition.
    /// </summary>
    internal static IEnumerable<TableTransactionAction> Next(TableEntity standing, TableEntity version, string? tag) =>
    [
        new(TableTransactionActionType.Add, version),
        TableStore.Next(standing, tag),
    ];
}
