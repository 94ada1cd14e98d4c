using System.Text;
using Azure.Data.Tables;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>
/// Two rows per version, written together, as with fences: the version, and the copy that is current.
/// </summary>
public sealed class TableOutages(TableStore store) : IOutages
{
    public async Task<OutageNotice?> FindAsync(AgencyId agency, ClientId id, CancellationToken cancel) =>
        await store.FindAsync(
            TableNames.Outages, agency.ToString(), TableKeys.Current(id.ToString()), cancel) is { } row
            ? OutageRows.Read(row)
            : null;

    public IAsyncEnumerable<OutageNotice> ListAsync(AgencyId agency, CancellationToken cancel) =>
        store.ListAsync(
            TableNames.Outages, TableRange.Prefix(agency.ToString(), TableKeys.Current("")), OutageRows.Read, cancel);

    public Task<bool> AddVersionAsync(OutageNotice notice, CancellationToken cancel)
    {
        var id = notice.Window.Id.ToString();
        return store.SubmitAsync(
            TableNames.Outages,
            [
                new(TableTransactionActionType.Add, OutageRows.Write(TableKeys.Version(id, notice.Version), notice)),
                new(TableTransactionActionType.UpsertReplace, OutageRows.Write(TableKeys.Current(id), notice)),
            ],
            cancel);
    }
}

internal static class OutageRows
{
    internal static TableEntity Write(string key, OutageNotice notice)
    {
        var window = notice.Window;
        var row = TableColumns.NewRow(notice.AgencyId.ToString(), key);
        row["Id"] = window.Id.ToString();
        row["Version"] = notice.Version;
        row["Units"] = Encoding.ASCII.GetBytes(string.Join(' ', window.Units));
        row.PutInstant("From", window.From);
        row.PutInstant("To", window.To);
        row["Reason"] = window.Reason;
        row["Withdrawn"] = notice.Withdrawn;
        row.PutInstant("DeclaredAt", notice.DeclaredAt);
        row.PutActor(notice.Actor);
        return row;
    }

    internal static OutageNotice Read(TableEntity row) => new(
        AgencyId.Parse(row.PartitionKey).Value,
        row.Int("Version"),
        new OutageWindow(
            ClientId.Parse(row.Text("Id")).Value,
            [.. Encoding.ASCII.GetString(row.GetBinary("Units")!)
                .Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(unit => UnitId.Parse(unit).Value)],
            row.Instant("From"),
            row.Instant("To"),
            row.Text("Reason")),
        row.GetBoolean("Withdrawn")!.Value,
        row.Instant("DeclaredAt"))
    {
        Actor = row.Actor(),
    };
}
