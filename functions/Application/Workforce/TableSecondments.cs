using Azure.Data.Tables;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Workforce;

/// <summary>Secondments of an agency by person, so that one person's are one range.</summary>
public sealed class TableSecondments(TableStore store) : ISecondments
{
    private const string Table = TableNames.Secondments;

    public Task PutAsync(Secondment secondment, CancellationToken cancel) =>
        store.PutAsync(Table, SecondmentRows.Write(secondment), cancel);

    public async Task<IReadOnlyList<Secondment>> ListAsync(
        AgencyId home, EmployeeId employee, CancellationToken cancel) =>
        await store.ListAsync(
            Table, TableRange.Prefix(home.ToString(), TableKeys.OfPerson(employee)), SecondmentRows.Read, cancel)
            .ToListAsync(cancel);
}

internal static class SecondmentRows
{
    internal static TableEntity Write(Secondment secondment)
    {
        var row = TableColumns.NewRow(
            secondment.HomeId.ToString(), TableKeys.OfPerson(secondment.EmployeeId) + TableKeys.Day(secondment.From));
        row["EmployeeId"] = secondment.EmployeeId.ToString();
        row["ToAgencyId"] = secondment.ToAgencyId.ToString();
        row["From"] = StoredValues.Text(secondment.From);
        row["To"] = StoredValues.Text(secondment.To);
        row.PutActor(secondment.Actor);
        return row;
    }

    internal static Secondment Read(TableEntity row) => new(
        AgencyId.Parse(row.PartitionKey).Value,
        StoredValues.Person(row.Text("EmployeeId")),
        AgencyId.Parse(row.Text("ToAgencyId")).Value,
        StoredValues.Day(row.Text("From")),
        StoredValues.Day(row.Text("To")))
    {
        Actor = row.Actor(),
    };
}
