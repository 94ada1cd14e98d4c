using Azure.Data.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Feedback;

namespace Kinerja.Application.Storage;

public sealed class TableFeedback(TableStore store) : IFeedbackNotes
{
    public async Task<FeedbackNote?> AddOrFindAsync(FeedbackNote note, CancellationToken cancel)
    {
        var row = FeedbackRows.Write(note);
        if (await store.AddAsync(TableNames.Feedback, row, cancel))
        {
            return null;
        }

        return FeedbackRows.Read((await store.FindAsync(TableNames.Feedback, row.PartitionKey, row.RowKey, cancel))!);
    }

    public async Task<IReadOnlyList<FeedbackNote>> ListAsync(
        AgencyId agency,
        Quarter quarter,
        EmployeeId receiver,
        CancellationToken cancel)
    {
        var filter = TableRange.Prefix(TableKeys.Period(agency, quarter), TableKeys.Person(receiver) + "_");
        return await store.ListAsync(TableNames.Feedback, filter, null, cancel).Select(FeedbackRows.Read).ToListAsync(cancel);
    }

    public async Task<IReadOnlyDictionary<EmployeeId, int>> CountAsync(
        AgencyId agency,
        Quarter quarter,
        HashRange range,
        CancellationToken cancel)
    {
        var filter = TableRange.People(TableKeys.Period(agency, quarter), range);
        var receivers = await store.ListAsync(TableNames.Feedback, filter, ["ReceiverId"], cancel)
            .Select(row => EmployeeId.Parse(row.Text("ReceiverId")).Value)
            .ToListAsync(cancel);
        return receivers.CountBy(id => id).ToDictionary();
    }
}

internal static class FeedbackRows
{
    internal static TableEntity Write(FeedbackNote note)
    {
        var row = TableColumns.NewRow(
            TableKeys.Period(note.AgencyId, note.Quarter),
            $"{TableKeys.Person(note.ReceiverId)}_{note.Id}");
        row["Id"] = note.Id.ToString();
        row["AgencyId"] = note.AgencyId.ToString();
        row["GiverId"] = note.GiverId.ToString();
        row["ReceiverId"] = note.ReceiverId.ToString();
        row.PutEnum<GiverRole>("Role", note.Role);
        row.PutEnum<FeedbackSubject>("Subject", note.Subject);
        row.PutEnum("Level", note.Level);
        row["Words"] = note.Words;
        row["Quarter"] = note.Quarter.ToString();
        row.PutInstant("ReceivedAt", note.ReceivedAt);
        return row;
    }

    internal static FeedbackNote Read(TableEntity row) => new(
        ClientId.Parse(row.Text("Id")).Value,
        AgencyId.Parse(row.Text("AgencyId")).Value,
        EmployeeId.Parse(row.Text("GiverId")).Value,
        EmployeeId.Parse(row.Text("ReceiverId")).Value,
        row.Enum<GiverRole>("Role"),
        row.Enum<FeedbackSubject>("Subject"),
        row.EnumOrNull<ExpectationLevel>("Level"),
        row.Text("Words"),
        Quarter.Parse(row.Text("Quarter")).Value,
        row.Instant("ReceivedAt"));
}
