using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Kinerja.Application.Events;
using Kinerja.Application.Tables;
using Kinerja.Application.WorkPlans;
using Kinerja.Domain;
using Kinerja.Domain.WorkPlans;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Notices;

/// <summary>
/// An agency's year in one partition: each entry by person and day, and a second time while it waits for the rater or,
/// sent back, for the person. One transaction writes both, and what is told of it until that is sent.
/// </summary>
public sealed class TableDailyEntries(TableStore store, IInboxes inboxes, OutboxPublisher tell) : IDailyEntries
{
    private const string Table = TableNames.DailyEntries;

    public Task<Tagged<DailyEntry>?> FindAsync(
        AgencyId agency, EmployeeId employee, LocalDate day, ClientId id, CancellationToken cancel) =>
        store.FindAsync(
            Table, WorkPlanKeys.Partition(agency, day.Year), DailyEntryRows.Key(DailyEntryRows.All, employee, day, id),
            DailyEntryRows.Read, cancel);

    public IAsyncEnumerable<DailyEntry> ListAsync(
        AgencyId agency, EmployeeId employee, LocalDate from, LocalDate to, CancellationToken cancel)
    {
        var person = WorkPlanKeys.Person(DailyEntryRows.All, employee);
        return store.ListAsync(
            Table,
            TableRange.Between(
                WorkPlanKeys.Partition(agency, from.Year), person + TableKeys.Day(from), person + TableKeys.Day(to)),
                DailyEntryRows.Read, cancel);
    }

    public IAsyncEnumerable<DailyEntry> ListSubmittedAsync(
        AgencyId agency, EmployeeId employee, int year, CancellationToken cancel) => store.ListAsync(
            Table,
            TableRange.Prefix(
                WorkPlanKeys.Partition(agency, year), WorkPlanKeys.Person(DailyEntryRows.Open, employee)),
                DailyEntryRows.Read, cancel)
                .Where(entry => entry.State == DailyEntryState.Submitted);

    public IAsyncEnumerable<DailyEntry> ListOpenAsync(AgencyId agency, int year, CancellationToken cancel) =>
        store.ListAsync(
            Table, TableRange.Prefix(WorkPlanKeys.Partition(agency, year), DailyEntryRows.Open + "_"),
            DailyEntryRows.Read, cancel);

    public Task<bool> PutAsync(
        AgencyId agency, WrittenEntry written, Tagged<DailyEntry>? standing, CancellationToken cancel)
    {
        var entry = written.Entry;
        var row = DailyEntryRows.Write(agency, entry, DailyEntryRows.All);
        List<TableTransactionAction> actions =
        [
            TableStore.Next(row, standing?.Tag),
            .. OutboxRows.Beside(row.PartitionKey, DailyEntryNotices.Of(agency, written)),
        ];
        var open = DailyEntryRows.Write(agency, entry, DailyEntryRows.Open);
        if (entry.IsOpen)
        {
            actions.Add(new(TableTransactionActionType.UpsertReplace, open));
        }
        else if (standing?.Value.IsOpen == true)
        {
            actions.Add(new(TableTransactionActionType.Delete, open, ETag.All));
        }

        return store.SubmitAsync(Table, actions, cancel);
    }

    public async Task TellAsync(AgencyId agency, WrittenEntry written, CancellationToken cancel)
    {
        await tell.SendAllAsync(agency, DailyEntryNotices.Of(agency, written), cancel);
        if (written.TakenBack)
        {
            var draft = written.Entry;
            await inboxes.EndAsync(DailyEntryNotices.MatterOf(agency, draft), null, draft.WrittenAt, cancel);
        }
    }
}

internal static class DailyEntryRows
{
    internal const string All = "entry";
    internal const string Open = "open";

    internal static string Key(string kind, EmployeeId employee, LocalDate day, ClientId id) =>
        $"{WorkPlanKeys.Plan(kind, employee, day)}_{id}";

    internal static TableEntity Write(AgencyId agency, DailyEntry entry, string kind)
    {
        var row = TableColumns.NewRow(
            WorkPlanKeys.Partition(agency, entry.Day.Year), Key(kind, entry.EmployeeId, entry.Day, entry.Id));
        row["EmployeeId"] = entry.EmployeeId.ToString();
        row["Day"] = LocalDatePattern.Iso.Format(entry.Day);
        row["Id"] = entry.Id.ToString();
        row["PlanFrom"] = LocalDatePattern.Iso.Format(entry.Content.PlanFrom);
        row["ResultId"] = entry.Content.ResultId.ToString();
        row["Words"] = entry.Content.Words;
        row.PutInt("Minutes", entry.Content.Minutes);
        row.PutText("Quantity", entry.Content.Quantity?.ToString(CultureInfo.InvariantCulture));
        row.PutChunks("Evidence", StoredEvidenceLink.Write(entry.Content.Evidence));
        row.PutText(
            "EvidenceSha256",
            entry.Content.EvidenceSha256.Count > 0 ? string.Join(' ', entry.Content.EvidenceSha256) : null);
        row.PutEnum<DailyEntryState>("State", entry.State);
        row.PutInstant("WrittenAt", entry.WrittenAt);
        row["EntryVersion"] = entry.Version;
        row.PutActor(entry.Actor);
        if (entry.SubmittedAt is { } submitted)
        {
            row.PutInstant("SubmittedAt", submitted);
        }

        row.PutText("DueOn", StoredValues.TextOrNull(entry.DueOn));
        row["Late"] = entry.Late;
        if (entry.Decision is { } decision)
        {
            row["DecidedBy"] = decision.By.ToString();
            row["Approved"] = decision.Approved;
            row.PutText("DecisionWords", decision.Words);
            row.PutInstant("DecidedAt", decision.At);
            row.PutActor(decision.Actor, "Decided");
        }

        return row;
    }

    internal static DailyEntry Read(TableEntity row) => new(
        StoredValues.Person(row.Text("EmployeeId")),
        LocalDatePattern.Iso.Parse(row.Text("Day")).Value,
        ClientId.Parse(row.Text("Id")).Value,
        new DailyEntryContent(
            LocalDatePattern.Iso.Parse(row.Text("PlanFrom")).Value,
            PlanRowId.Parse(row.Text("ResultId")).Value,
            row.Text("Words"),
            row.GetInt32("Minutes"),
            row.GetString("Quantity") is { } quantity ? decimal.Parse(quantity, CultureInfo.InvariantCulture) : null,
            StoredEvidenceLink.Read(row.GetChunks("Evidence")),
            [.. (row.GetString("EvidenceSha256") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(hash => Sha256Hex.Parse(hash, "").Value)]),
        row.Enum<DailyEntryState>("State"),
        row.Instant("WrittenAt"),
        row.Int("EntryVersion"))
    {
        Actor = row.Actor(),
        SubmittedAt = row.GetInt64("SubmittedAt") is null ? null : row.Instant("SubmittedAt"),
        DueOn = StoredValues.DayOrNull(row.GetString("DueOn")),
        Late = row.GetBoolean("Late") ?? false,
        Decision = row.GetString("DecidedBy") is { } by
            ? new(StoredValues.Person(by), row.GetBoolean("Approved")!.Value, row.GetString("DecisionWords"),
                row.Instant("DecidedAt"))
            {
                Actor = row.Actor("Decided"),
            }
            : null,
    };
}
