using Azure.Data.Tables;
using Kinerja.Application.Tables;
using Kinerja.Domain;

namespace Kinerja.Application.Workforce;

/// <summary>Names by person, each sealed for its own row, apart from all else that is known of a person.</summary>
public sealed class TablePersonNames(TableStore store, ColumnSeal seal) : IPersonNames
{
    private const string Table = TableNames.PersonNames;

    public async Task PutAsync(Actor actor, IReadOnlyCollection<PersonName> names, CancellationToken cancel)
    {
        await store.PutAllAsync(
            Table, names.Where(n => n.Name is not null).Select(n => NameRows.Write(NameRows.Sealed(actor, n, seal))),
            cancel);
        foreach (var gone in names.Where(n => n.Name is null))
        {
            await store.RemoveAsync(Table, actor.Agency.ToString(), TableKeys.Person(gone.EmployeeId), cancel);
        }
    }

    public async Task<string?> FindAsync(AgencyId agency, EmployeeId employee, CancellationToken cancel) =>
        await store.FindAsync(Table, agency.ToString(), TableKeys.Person(employee), cancel) is { } row
            ? NameRows.Open(NameRows.Read(row), seal).Name
            : null;

    public Task<ListPage<PersonName>> PageAsync(
        AgencyId agency, string? after, int most, CancellationToken cancel) =>
        store.PageAsync(
            Table, agency.ToString(), after, most, row => NameRows.Open(NameRows.Read(row), seal), cancel);
}

/// <summary>A name as its row holds it.</summary>
internal sealed record SealedName(AgencyId AgencyId, EmployeeId EmployeeId, string Text)
{
    public Actor? Actor { get; init; }
}

internal static class NameRows
{
    internal static SealedName Sealed(Actor actor, PersonName open, ColumnSeal seal) =>
        new(actor.Agency, open.EmployeeId, seal.Seal(Place(actor.Agency, open.EmployeeId), open.Name!))
        {
            Actor = actor,
        };

    internal static PersonName Open(SealedName closed, ColumnSeal seal) =>
        new(closed.EmployeeId, seal.Open(Place(closed.AgencyId, closed.EmployeeId), closed.Text));

    internal static TableEntity Write(SealedName closed)
    {
        var row = TableColumns.NewRow(closed.AgencyId.ToString(), TableKeys.Person(closed.EmployeeId));
        row["EmployeeId"] = closed.EmployeeId.ToString();
        row["Name"] = closed.Text;
        row.PutActor(closed.Actor);
        return row;
    }

    internal static SealedName Read(TableEntity row) => new(
        AgencyId.Parse(row.PartitionKey).Value, StoredValues.Person(row.Text("EmployeeId")), row.Text("Name"))
    {
        Actor = row.Actor(),
    };

    private static string Place(AgencyId agency, EmployeeId person) =>
        $"{TableNames.PersonNames}_{agency}_{person}_Name";
}
