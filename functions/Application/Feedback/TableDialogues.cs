using Azure.Data.Tables;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Feedback;
using NodaTime.Text;

namespace Kinerja.Application.Feedback;

/// <summary>
/// An agency's dialogues in one partition: what stands by person and once more by leader, and every version, all three
/// written in one transaction. The person's row guards the write by its tag.
/// </summary>
public sealed class TableDialogues(TableStore store) : IDialogues
{
    private const string Table = TableNames.Dialogues;

    public Task<Tagged<DialogueNote>?> FindAsync(
        AgencyId agency, EmployeeId employee, ClientId id, CancellationToken cancel) =>
        store.FindAsync(Table, agency.ToString(), TableKeys.OfPerson(employee, id), DialogueRows.Read, cancel);

    public IAsyncEnumerable<DialogueNote> ListVersionsAsync(
        AgencyId agency, EmployeeId employee, ClientId id, CancellationToken cancel) =>
        ByPrefix(agency, TableKeys.Versions(TableKeys.OfPerson(employee, id)), cancel);

    public IAsyncEnumerable<DialogueNote> ListAsync(AgencyId agency, EmployeeId employee, CancellationToken cancel) =>
        ByPrefix(agency, TableKeys.OfPerson(employee), cancel);

    public IAsyncEnumerable<DialogueNote> ListOfLeaderAsync(
        AgencyId agency, EmployeeId leader, CancellationToken cancel) =>
        ByPrefix(agency, DialogueRows.OfLeader(leader), cancel);

    public Task<bool> AddVersionAsync(AgencyId agency, DialogueNote dialogue, string? tag, CancellationToken cancel)
    {
        var key = TableKeys.OfPerson(dialogue.EmployeeId, dialogue.Id);
        return store.SubmitAsync(
            Table,
            [
                .. Versions.Next(
                    DialogueRows.Write(agency, key, dialogue),
                    DialogueRows.Write(agency, TableKeys.Version(key, dialogue.Version), dialogue),
                    tag),
                new(
                    TableTransactionActionType.UpsertReplace,
                    DialogueRows.Write(agency, DialogueRows.OfLeader(dialogue.LeaderId) + key, dialogue)),
            ],
            cancel);
    }

    private IAsyncEnumerable<DialogueNote> ByPrefix(AgencyId agency, string prefix, CancellationToken cancel) =>
        store.ListAsync(Table, TableRange.Prefix(agency.ToString(), prefix), DialogueRows.Read, cancel);
}

internal static class DialogueRows
{
    internal static string OfLeader(EmployeeId leader) => $"leader_{leader}_";

    internal static TableEntity Write(AgencyId agency, string key, DialogueNote dialogue)
    {
        var row = TableColumns.NewRow(agency.ToString(), key);
        row["Id"] = dialogue.Id.ToString();
        row["EmployeeId"] = dialogue.EmployeeId.ToString();
        row["LeaderId"] = dialogue.LeaderId.ToString();
        row.PutPeriod(dialogue.Content.Period);
        row["HeldOn"] = LocalDatePattern.Iso.Format(dialogue.Content.HeldOn);
        row.PutEnum<DialoguePurpose>("Purpose", dialogue.Content.Purpose);
        row["Achievement"] = dialogue.Content.Achievement;
        row.PutText("Obstacles", dialogue.Content.Obstacles);
        row.PutChunks("Actions", StoredAction.Write(dialogue.Content.Actions));
        row["WrittenById"] = dialogue.WrittenById.ToString();
        row.PutInstant("WrittenAt", dialogue.WrittenAt);
        row["Version"] = dialogue.Version;
        row.PutActor(dialogue.Actor);
        return row;
    }

    internal static DialogueNote Read(TableEntity row) => new(
        ClientId.Parse(row.Text("Id")).Value,
        EmployeeId.Parse(row.Text("EmployeeId")).Value,
        EmployeeId.Parse(row.Text("LeaderId")).Value,
        new DialogueContent(
            row.Period(),
            LocalDatePattern.Iso.Parse(row.Text("HeldOn")).Value,
            row.Enum<DialoguePurpose>("Purpose"),
            row.Text("Achievement"),
            row.GetString("Obstacles"),
            StoredAction.Read(row.GetChunks("Actions"))),
        EmployeeId.Parse(row.Text("WrittenById")).Value,
        row.Instant("WrittenAt"),
        row.Int("Version"))
    {
        Actor = row.Actor(),
    };
}
