using Azure.Data.Tables;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Policies;

/// <summary>
/// A row per version, by kind and date within the agency or the nation. Rows are inserted and never written again.
/// </summary>
public sealed class TablePolicies(TableStore store) : IPolicies
{
    public IAsyncEnumerable<PolicyDocument> ListAsync(DocumentOwner owner, string kind, CancellationToken cancel) =>
        ByPrefixAsync(owner, $"{kind}_", cancel);

    public IAsyncEnumerable<PolicyDocument> ListAsync(
        DocumentOwner owner, string kind, LocalDate from, CancellationToken cancel) =>
        ByPrefixAsync(owner, TableKeys.PolicyPrefix(kind, from), cancel);

    public Task<bool> AddAsync(DocumentOwner owner, PolicyDocument document, CancellationToken cancel) =>
        store.AddAsync(TableNames.Policies, Write(owner, document), cancel);

    internal static TableEntity Write(DocumentOwner owner, PolicyDocument document)
    {
        var row = TableColumns.NewRow(
            TableKeys.Owner(owner), TableKeys.Policy(document.Kind, document.From, document.Version));
        row["Kind"] = document.Kind;
        row["From"] = LocalDatePattern.Iso.Format(document.From);
        row["Version"] = document.Version;
        row.PutInstant("WrittenAt", document.WrittenAt);
        row.PutActor(document.Actor);
        row.PutChunks("Json", document.Json.ToArray());
        return row;
    }

    internal static PolicyDocument Read(TableEntity row) => new(
        row.Text("Kind"),
        LocalDatePattern.Iso.Parse(row.Text("From")).Value,
        row.Int("Version"),
        row.Instant("WrittenAt"),
        row.GetChunks("Json"))
    {
        Actor = row.Actor(),
        IsNational = row.PartitionKey == TableKeys.National,
    };

    private IAsyncEnumerable<PolicyDocument> ByPrefixAsync(
        DocumentOwner owner, string prefix, CancellationToken cancel) =>
        store.ListAsync(TableNames.Policies, TableRange.Prefix(TableKeys.Owner(owner), prefix), Read, cancel);
}
