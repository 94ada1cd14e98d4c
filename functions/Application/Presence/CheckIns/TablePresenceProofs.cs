using Azure.Data.Tables;
using Kinerja.Application.Events;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Presence.CheckIns;

/// <summary>
/// A request in the agency's partition; a proof for each person by the month of its day, people by hash.
/// </summary>
public sealed class TablePresenceProofs(TableStore store) : IPresenceProofs
{
    private const string Table = TableNames.PresenceProofs;

    public async Task<AskedProof?> AddOrFindAsync(AskedProof asked, CancellationToken cancel) =>
        await store.AddAsync(Table, PresenceProofRows.Write(asked), cancel)
            ? null
            : await FindAsync(asked.Request.AgencyId, asked.Request.Id, cancel);

    public async Task<AskedProof?> FindAsync(AgencyId agency, ClientId id, CancellationToken cancel) =>
        await store.FindAsync(Table, agency.ToString(), PresenceProofRows.Key(id), cancel) is { } row
            ? PresenceProofRows.ReadAsked(row)
            : null;

    public Task<bool> AddAsync(
        PresenceProof proof, IReadOnlyCollection<OutgoingEvent> news, CancellationToken cancel) =>
        store.PutAsync(Table, PresenceProofRows.Write(proof), null, news, cancel);

    public IAsyncEnumerable<PresenceProof> ListAsync(
        AgencyId agency, YearMonth month, EmployeeId employee, CancellationToken cancel) => store
        .ListAsync(
            Table, TableRange.Prefix(TableKeys.MonthOf(agency, month), TableKeys.OfPerson(employee)),
            PresenceProofRows.Read, cancel);

    public IAsyncEnumerable<PresenceProof> ListAsync(AgencyId agency, YearMonth month, CancellationToken cancel) =>
        store.ListAsync(Table, TableRange.Partition(TableKeys.MonthOf(agency, month)), PresenceProofRows.Read, cancel);
}

internal static class PresenceProofRows
{
    internal static string Key(ClientId id) => $"asked_{id}";

    internal static TableEntity Write(AskedProof asked)
    {
        var request = asked.Request;
        var row = TableColumns.NewRow(request.AgencyId.ToString(), Key(request.Id));
        row["Id"] = request.Id.ToString();
        row["AskedById"] = request.AskedBy.ToString();
        row["People"] = string.Join(' ', request.People);
        row.PutText("UnitId", request.UnitId?.ToString());
        row["Minutes"] = request.Minutes;
        row["Words"] = request.Words;
        row["Reached"] = string.Join(' ', asked.Reached);
        row.PutInstant("At", asked.At);
        row.PutActor(asked.Actor);
        return row;
    }

    internal static AskedProof ReadAsked(TableEntity row) => new(
        new ProofOrder(
            ClientId.Parse(row.Text("Id")).Value,
            AgencyId.Parse(row.PartitionKey).Value,
            EmployeeId.Parse(row.Text("AskedById")).Value,
            People(row.Text("People")),
            row.GetString("UnitId") is { } unit ? UnitId.Parse(unit).Value : null,
            row.Int("Minutes"),
            row.Text("Words")),
        People(row.Text("Reached")),
        row.Instant("At"))
    {
        Actor = row.Actor(),
    };

    internal static TableEntity Write(PresenceProof proof)
    {
        var row = TableColumns.NewRow(
            TableKeys.MonthOf(proof.AgencyId, proof.Date.ToYearMonth()),
            $"{TableKeys.Person(proof.EmployeeId)}_{TableKeys.Day(proof.Date)}_{proof.Id}");
        row["Id"] = proof.Id.ToString();
        row["AgencyId"] = proof.AgencyId.ToString();
        row["EmployeeId"] = proof.EmployeeId.ToString();
        row["Date"] = LocalDatePattern.Iso.Format(proof.Date);
        row.PutInstant("Opens", proof.Window.Opens);
        row.PutInstant("Closes", proof.Window.Closes);
        row["AskedById"] = proof.AskedBy.ToString();
        row["Words"] = proof.Words;
        row.PutActor(proof.Actor);
        return row;
    }

    internal static PresenceProof Read(TableEntity row) => new(
        ClientId.Parse(row.Text("Id")).Value,
        AgencyId.Parse(row.Text("AgencyId")).Value,
        EmployeeId.Parse(row.Text("EmployeeId")).Value,
        LocalDatePattern.Iso.Parse(row.Text("Date")).Value,
        new SpotCheckWindow(row.Instant("Opens"), row.Instant("Closes")),
        EmployeeId.Parse(row.Text("AskedById")).Value,
        row.Text("Words"))
    {
        Actor = row.Actor(),
    };

    private static List<EmployeeId> People(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => EmployeeId.Parse(id).Value)];
}
