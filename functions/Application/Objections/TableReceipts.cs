using System.Globalization;
using Azure.Data.Tables;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Objections;

namespace Kinerja.Application.Objections;

/// <summary>
/// The receipts of an agency's period in one partition, by person and revision: so there is never a second one of the
/// same revision.
/// </summary>
public sealed class TableReceipts(TableStore store) : IReceipts
{
    private const string Table = TableNames.ResultReceipts;

    public Task<bool> AddAsync(
        AgencyId agency, AppraisalPeriod period, EmployeeId employee, ResultReceipt receipt,
        CancellationToken cancel) =>
        store.AddAsync(Table, ReceiptRows.Write(agency, period, employee, receipt), cancel);

    public IAsyncEnumerable<ResultReceipt> ListAsync(
        AgencyId agency, AppraisalPeriod period, EmployeeId employee, CancellationToken cancel) =>
        store.ListAsync(
            Table, TableRange.Prefix(TableKeys.Period(agency, period), ReceiptRows.OfPerson(employee)),
            ReceiptRows.Read, cancel);
}

internal static class ReceiptRows
{
    internal static string OfPerson(EmployeeId employee) => $"{TableKeys.Person(employee)}_";

    internal static TableEntity Write(
        AgencyId agency, AppraisalPeriod period, EmployeeId employee, ResultReceipt receipt)
    {
        var row = TableColumns.NewRow(
            TableKeys.Period(agency, period),
            string.Create(CultureInfo.InvariantCulture, $"{OfPerson(employee)}{receipt.Revision:D5}"));
        row["EmployeeId"] = employee.ToString();
        row["Revision"] = receipt.Revision;
        row.PutInstant("At", receipt.At);
        row["Until"] = StoredValues.Text(receipt.Until);
        row.PutActor(receipt.Actor);
        return row;
    }

    internal static ResultReceipt Read(TableEntity row) => new(
        row.Int("Revision"), row.Instant("At"), StoredValues.Day(row.Text("Until")))
    {
        Actor = row.Actor(),
    };
}
