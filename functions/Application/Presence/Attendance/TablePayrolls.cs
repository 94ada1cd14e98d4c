using Azure.Data.Tables;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>
/// A row for each closed month; a row for each person, month and month of closing, people by hash: a slice of a month's
/// people is one range.
/// </summary>
public sealed class TablePayrolls(TableStore store) : IPayrolls
{
    public Task<Tagged<PayrollClose>?> FindAsync(AgencyId agency, YearMonth month, CancellationToken cancel) =>
        store.FindAsync(
            TableNames.PayrollMonths, agency.ToString(), TableKeys.Month(month), PayrollRows.ReadClose, cancel);

    public IAsyncEnumerable<PayrollClose> ListAsync(AgencyId agency, CancellationToken cancel) => store
        .ListAsync(TableNames.PayrollMonths, TableRange.Partition(agency.ToString()), PayrollRows.ReadClose, cancel);

    public Task<bool> AddAsync(PayrollClose close, CancellationToken cancel) =>
        store.AddAsync(TableNames.PayrollMonths, PayrollRows.Write(close), cancel);

    public Task<bool> ReplaceAsync(PayrollClose close, string tag, CancellationToken cancel) =>
        store.ReplaceAsync(TableNames.PayrollMonths, PayrollRows.Write(close), tag, cancel);

    public Task AddStatementsAsync(
        AgencyId agency, IReadOnlyCollection<SettledStatement> statements, CancellationToken cancel) =>
        store.AddAllAsync(
            TableNames.PayrollStatements, statements.Select(s => PayrollRows.Write(agency, s)), cancel);

    public IAsyncEnumerable<SettledStatement> ListStatementsAsync(
        AgencyId agency, YearMonth month, HashRange range, CancellationToken cancel) => store
        .ListAsync(
            TableNames.PayrollStatements, TableRange.People(TableKeys.MonthOf(agency, month), range),
            PayrollRows.ReadStatement, cancel);

    public async Task<SettledStatement?> FindStatementAsync(
        AgencyId agency, EmployeeId employee, YearMonth month, CancellationToken cancel) =>
        await store.FindAsync(
            TableNames.PayrollStatements, TableKeys.MonthOf(agency, month), PayrollRows.Key(employee, month),
            cancel) is { } row
            ? PayrollRows.ReadStatement(row)
            : null;
}

internal static class PayrollRows
{
    internal static TableEntity Write(PayrollClose close)
    {
        var row = TableColumns.NewRow(close.AgencyId.ToString(), TableKeys.Month(close.Month));
        row["Month"] = YearMonthPattern.Iso.Format(close.Month);
        row["ClosedById"] = close.ClosedById.ToString();
        row.PutInstant("ClosedAt", close.ClosedAt);
        row["Complete"] = close.Complete;
        row.PutActor(close.Actor);
        return row;
    }

    internal static PayrollClose ReadClose(TableEntity row) => new(
        AgencyId.Parse(row.PartitionKey).Value,
        YearMonthPattern.Iso.Parse(row.Text("Month")).Value,
        EmployeeId.Parse(row.Text("ClosedById")).Value,
        row.Instant("ClosedAt"),
        row.Actor()!)
    { Complete = row.GetBoolean("Complete")!.Value };

    internal static TableEntity Write(AgencyId agency, SettledStatement settled)
    {
        var row = TableColumns.NewRow(
            TableKeys.MonthOf(agency, settled.Month), Key(settled.EmployeeId, settled.ClosedIn));
        row["EmployeeId"] = settled.EmployeeId.ToString();
        row["Month"] = YearMonthPattern.Iso.Format(settled.Month);
        row["ClosedIn"] = YearMonthPattern.Iso.Format(settled.ClosedIn);
        row.PutText("Statement", settled.Statement is { } statement ? StoredDeductions.Write(statement) : null);
        return row;
    }

    internal static SettledStatement ReadStatement(TableEntity row)
    {
        var (employee, month) = (
            EmployeeId.Parse(row.Text("EmployeeId")).Value, YearMonthPattern.Iso.Parse(row.Text("Month")).Value);
        return new(
            employee,
            month,
            YearMonthPattern.Iso.Parse(row.Text("ClosedIn")).Value,
            row.GetString("Statement") is { } json ? StoredDeductions.Read(employee, month, json) : null);
    }

    internal static string Key(EmployeeId employee, YearMonth closedIn) =>
        $"{TableKeys.Person(employee)}_{TableKeys.Month(closedIn)}";
}
