using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Feedback;
using NodaTime;

namespace Kinerja.Application.Feedback;

/// <summary>
/// A quarter's notes of an agency in one partition: by receiver, and once more by giver, both written in one
/// transaction. What counts or lists receivers does not come to the second ones.
/// </summary>
public sealed class TableFeedback(TableStore store) : IFeedbackNotes
{
    public async Task<FeedbackNote?> AddOrFindAsync(FeedbackNote note, CancellationToken cancel)
    {
        var row = FeedbackRows.Write(note);
        if (await store.AddTogetherAsync(TableNames.Feedback, [row, FeedbackRows.WriteGiven(note)], cancel))
        {
            return null;
        }

        return FeedbackRows.Read((await store.FindAsync(TableNames.Feedback, row.PartitionKey, row.RowKey, cancel))!);
    }

    public async Task<FeedbackNote?> FindAsync(
        AgencyId agency, Quarter quarter, EmployeeId receiver, ClientId id, CancellationToken cancel) =>
        await store.FindAsync(
            TableNames.Feedback, TableKeys.Period(agency, quarter), TableKeys.OfPerson(receiver, id), cancel) is { } row
            ? FeedbackRows.Read(row)
            : null;

    public async Task<IReadOnlyList<FeedbackNote>> ListAsync(
        AgencyId agency,
        Quarter quarter,
        EmployeeId receiver,
        CancellationToken cancel)
    {
        var filter = TableRange.Prefix(TableKeys.Period(agency, quarter), TableKeys.OfPerson(receiver));
        return await store.ListAsync(TableNames.Feedback, filter, FeedbackRows.Read, cancel).ToListAsync(cancel);
    }

    public async Task<IReadOnlyList<FeedbackNote>> ListGivenAsync(
        AgencyId agency, Quarter quarter, EmployeeId giver, CancellationToken cancel)
    {
        var filter = TableRange.Prefix(TableKeys.Period(agency, quarter), FeedbackRows.GivenBy(giver));
        return await store.ListAsync(TableNames.Feedback, filter, FeedbackRows.Read, cancel).ToListAsync(cancel);
    }

    public async Task<IReadOnlySet<EmployeeId>> LeadersAsync(
        AgencyId agency, Quarter quarter, CancellationToken cancel) =>
        await store.ListAsync(
            TableNames.Feedback, TableRange.LeaderNotes(TableKeys.Period(agency, quarter), HashRange.All), ["GiverId"],
            cancel)
            .Select(row => EmployeeId.Parse(row.Text("GiverId")).Value)
            .ToHashSetAsync(cancellationToken: cancel);

    public async Task<IReadOnlyDictionary<EmployeeId, int>> CountAsync(
        AgencyId agency,
        Quarter quarter,
        Interval? within,
        HashRange range,
        CancellationToken cancel)
    {
        var filter = TableRange.LeaderNotes(TableKeys.Period(agency, quarter), range);
        var receivers = await store.ListAsync(TableNames.Feedback, filter, ["ReceiverId", "ReceivedAt"], cancel)
            .Where(row => within?.Contains(row.Instant("ReceivedAt")) != false)
            .Select(row => EmployeeId.Parse(row.Text("ReceiverId")).Value)
            .ToListAsync(cancel);
        return receivers.CountBy(id => id).ToDictionary();
    }
}
