using Azure.Data.Tables;
using Kinerja.Application.Events;
using Kinerja.Application.Tables;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Notices;

/// <summary>
/// Moves of an agency by person and day, what brings people and what takes them away side by side; what is told of one
/// stands beside it until it is sent.
/// </summary>
public sealed class TableMoves(TableStore store, OutboxPublisher tell) : IMoves
{
    private const string Table = TableNames.Moves;

    public async Task<IReadOnlyList<Tagged<Move>>> ListAsync(
        AgencyId agency, EmployeeId employee, CancellationToken cancel) =>
        await store.ListAsync(
            Table,
            TableRange.Prefix(agency.ToString(), TableKeys.OfPerson(employee)),
            TableStore.Tag(MoveRows.Read),
            cancel).ToListAsync(cancel);

    public IAsyncEnumerable<Move> ListAsync(AgencyId agency, HashRange people, CancellationToken cancel) =>
        store.ListAsync(Table, TableRange.People(agency.ToString(), people), MoveRows.Read, cancel);

    public IAsyncEnumerable<(string Key, Move Move)> ListAsync(
        AgencyId agency, string? after, CancellationToken cancel) =>
        store.ListAsync(
            Table, TableRange.Between(agency.ToString(), (after ?? "") + "!", TableKeys.Unsent), null, cancel)
            .Select(row => (row.RowKey, MoveRows.Read(row)));

    public Task<bool> PutAsync(MoveOfSide next, string? tag, CancellationToken cancel) =>
        store.PutAsync(Table, MoveRows.Write(next.Side, next.Move), tag, MoveEvents.Of(next), cancel);

    public Task TellAsync(AgencyId side, IReadOnlyCollection<MoveOfSide> written, CancellationToken cancel) =>
        tell.SendTogetherAsync(side, [.. written.SelectMany(MoveEvents.Of)], cancel);
}

internal static class MoveRows
{
    internal static TableEntity Write(AgencyId side, Move move)
    {
        var (person, way) = side == move.ToAgencyId
            ? (move.EmployeeId, $"in_{move.FromAgencyId}")
            : (move.FromEmployeeId, $"out_{move.ToAgencyId}");
        var row = TableColumns.NewRow(side.ToString(), $"{TableKeys.OfPerson(person)}{TableKeys.Day(move.On)}_{way}");
        row["ToAgencyId"] = move.ToAgencyId.ToString();
        row["EmployeeId"] = move.EmployeeId.ToString();
        row["FromAgencyId"] = move.FromAgencyId.ToString();
        row["FromEmployeeId"] = move.FromEmployeeId.ToString();
        row["On"] = StoredValues.Text(move.On);
        row.PutInstant("RecordedAt", move.RecordedAt);
        row["Version"] = move.Version;
        row["Withdrawn"] = move.Withdrawn;
        row.PutActor(move.Actor);
        return row;
    }

    internal static Move Read(TableEntity row) => new(
        AgencyId.Parse(row.Text("ToAgencyId")).Value,
        StoredValues.Person(row.Text("EmployeeId")),
        AgencyId.Parse(row.Text("FromAgencyId")).Value,
        StoredValues.Person(row.Text("FromEmployeeId")),
        StoredValues.Day(row.Text("On")))
    {
        RecordedAt = row.Instant("RecordedAt"),
        Version = row.Int("Version"),
        Withdrawn = row.GetBoolean("Withdrawn") == true,
        Actor = row.Actor(),
    };
}
