using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Files;

namespace Kinerja.Application.Files.Imports;

public sealed class TableImports(TableStore store, ColumnSeal seal) : IImports
{
    public Task<Tagged<Import>?> FindAsync(AgencyId agency, ImportId id, CancellationToken cancel) =>
        store.FindAsync(TableNames.Imports, agency.ToString(), id.ToString(), ImportRows.Read, cancel);

    public Task<bool> PutAsync(Import import, string? tag, CancellationToken cancel) =>
        store.PutNextAsync(TableNames.Imports, ImportRows.Write(import), tag, cancel);

    public Task PutPageAsync(ImportPage page, CancellationToken cancel) =>
        store.PutAsync(TableNames.ImportPages, ImportRows.Write(ImportRows.Sealed(page, seal)), cancel);

    public async Task<ImportPage?> FindPageAsync(Import import, int number, CancellationToken cancel) =>
        await store.FindAsync(
            TableNames.ImportPages, ImportRows.Pages(import.AgencyId, import.Id, import.Version),
            ImportRows.Page(number), cancel) is { } row
            ? ImportRows.Open(ImportRows.ReadPage(row), seal)
            : null;

    public IAsyncEnumerable<Import> ListAsync(AgencyId agency, CancellationToken cancel) =>
        store.ListAsync(TableNames.Imports, TableRange.Partition(agency.ToString()), ImportRows.Read, cancel);

    public async Task RemovePagesAsync(AgencyId agency, ImportId id, int? but, CancellationToken cancel)
    {
        var pages = store.ListAsync(
            TableNames.ImportPages, TableRange.Partitions(ImportRows.Previews(agency, id)),
            ["PartitionKey", "RowKey"], cancel);
        var kept = but is { } version ? ImportRows.Pages(agency, id, version) : null;
        await foreach (var page in pages)
        {
            if (page.PartitionKey != kept)
            {
                await store.RemoveAsync(TableNames.ImportPages, page.PartitionKey, page.RowKey, cancel);
            }
        }
    }

    public Task RemoveAsync(Import import, CancellationToken cancel) =>
        store.RemoveAsync(TableNames.Imports, import.AgencyId.ToString(), import.Id.ToString(), cancel);
}
