using Azure.Data.Tables;
using Kinerja.Application.Events;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>One row a day that somebody ruled on or said something about, with all its steps.</summary>
public sealed class TableRulings(TableStore store) : IRulings
{
    private const string Table = TableNames.Rulings;

    public Task<Tagged<DayRuling>?> FindAsync(
        AgencyId agency, EmployeeId employee, LocalDate date, CancellationToken cancel) =>
        store.FindAsync(
            Table, TableKeys.MonthOf(agency, date.ToYearMonth()), RulingRows.Key(employee, date),
            RulingRows.Read, cancel);

    public IAsyncEnumerable<DayRuling> ListAsync(
        AgencyId agency, YearMonth month, EmployeeId employee, CancellationToken cancel) => store
        .ListAsync(
            Table, TableRange.Prefix(TableKeys.MonthOf(agency, month), TableKeys.OfPerson(employee)),
            RulingRows.Read, cancel);

    public IAsyncEnumerable<DayRuling> ListAsync(
        AgencyId agency, YearMonth month, HashRange range, CancellationToken cancel) => store
        .ListAsync(Table, TableRange.People(TableKeys.MonthOf(agency, month), range), RulingRows.Read, cancel);

    public Task<bool> PutAsync(
        DayRuling ruling, string? tag, IReadOnlyCollection<OutgoingEvent> news, CancellationToken cancel) =>
        store.PutAsync(Table, RulingRows.Write(ruling), tag, news, cancel);
}

/// <summary>A ruling as a row; its steps as JSON, since words may hold anything.</summary>
internal static class RulingRows
{
    internal static string Key(EmployeeId employee, LocalDate date) =>
        $"{TableKeys.Person(employee)}_{TableKeys.Day(date)}";

    internal static TableEntity Write(DayRuling ruling)
    {
        var row = TableColumns.NewRow(
            TableKeys.MonthOf(ruling.AgencyId, ruling.Date.ToYearMonth()), Key(ruling.EmployeeId, ruling.Date));
        row["AgencyId"] = ruling.AgencyId.ToString();
        row["EmployeeId"] = ruling.EmployeeId.ToString();
        row["Date"] = LocalDatePattern.Iso.Format(ruling.Date);
        row.PutChunks("Steps", StoredRulingStep.Write(ruling.Steps));
        return row;
    }

    internal static DayRuling Read(TableEntity row) => new(
        AgencyId.Parse(row.Text("AgencyId")).Value,
        EmployeeId.Parse(row.Text("EmployeeId")).Value,
        LocalDatePattern.Iso.Parse(row.Text("Date")).Value,
        StoredRulingStep.Read(row.GetChunks("Steps")));
}
