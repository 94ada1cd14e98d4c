using Azure;
using Kinerja.Application.Events;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using NodaTime;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>
/// Corrections by the month of their day, people by hash. What waits stands a second time in one partition of the
/// agency, from before it is stored until after it is decided: whoever dies in between leaves too much there, never too
/// little, and the resend of his request sets it right.
/// </summary>
public sealed class TableCorrections(TableStore store) : ICorrections
{
    public Task<Tagged<CorrectionRecord>?> FindAsync(
        AgencyId agency, EmployeeId employee, YearMonth month, ClientId id, CancellationToken cancel)
    {
        var (partition, key) = (TableKeys.MonthOf(agency, month), TableKeys.OfPerson(employee, id));
        return store.FindAsync(TableNames.Corrections, partition, key, CorrectionRows.Read, cancel);
    }

    public async Task<CorrectionRecord?> AddOrFindAsync(
        CorrectionRecord record, IReadOnlyCollection<OutgoingEvent> news, CancellationToken cancel)
    {
        var correction = record.Correction;
        if (correction.State == CorrectionState.Requested)
        {
            await store.PutAsync(TableNames.Corrections, OpenRow(record), cancel);
        }

        var row = CorrectionRows.Write(
            MonthOf(correction), TableKeys.OfPerson(correction.EmployeeId, correction.Id), record);
        if (await store.PutAsync(TableNames.Corrections, row, null, news, cancel))
        {
            return null;
        }

        var stored = CorrectionRows.Read(
            (await store.FindAsync(TableNames.Corrections, row.PartitionKey, row.RowKey, cancel))!);
        await SettleAsync(stored, cancel);
        return stored;
    }

    public async Task<bool> ReplaceAsync(
        CorrectionRecord record, string tag, IReadOnlyCollection<OutgoingEvent> news, CancellationToken cancel)
    {
        var correction = record.Correction;
        var row = CorrectionRows.Write(
            MonthOf(correction), TableKeys.OfPerson(correction.EmployeeId, correction.Id), record);
        var replaced = await store.PutAsync(TableNames.Corrections, row, tag, news, cancel);
        if (replaced)
        {
            await SettleAsync(record, cancel);
        }

        return replaced;
    }

    public async Task<IReadOnlyList<CorrectionRecord>> ListAsync(
        AgencyId agency, YearMonth month, EmployeeId employee, CancellationToken cancel)
    {
        var filter = TableRange.Prefix(TableKeys.MonthOf(agency, month), TableKeys.OfPerson(employee));
        return await store.ListAsync(TableNames.Corrections, filter, CorrectionRows.Read, cancel)
            .ToListAsync(cancel);
    }

    public IAsyncEnumerable<CorrectionRecord> ListAsync(
        AgencyId agency, YearMonth month, HashRange range, CancellationToken cancel) =>
        store.ListAsync(
            TableNames.Corrections, TableRange.People(TableKeys.MonthOf(agency, month), range),
            CorrectionRows.Read, cancel);

    public IAsyncEnumerable<CorrectionRecord> ListOpenAsync(AgencyId agency, CancellationToken cancel) =>
        store.ListAsync(
            TableNames.Corrections, TableRange.Partition(TableKeys.Open(agency)), CorrectionRows.Read, cancel);

    /// <summary>Takes out of what waits what waits no longer.</summary>
    private async Task SettleAsync(CorrectionRecord stored, CancellationToken cancel)
    {
        if (stored.Correction.State != CorrectionState.Requested)
        {
            var open = OpenRow(stored);
            await store[TableNames.Corrections].DeleteEntityAsync(open.PartitionKey, open.RowKey, ETag.All, cancel);
        }
    }

    private static Azure.Data.Tables.TableEntity OpenRow(CorrectionRecord record)
    {
        var correction = record.Correction;
        var key =
            $"{TableKeys.Person(correction.EmployeeId)}_{TableKeys.Month(correction.Date.ToYearMonth())}_{correction.Id}";
        return CorrectionRows.Write(TableKeys.Open(correction.AgencyId), key, record);
    }

    private static string MonthOf(Correction correction) =>
        TableKeys.MonthOf(correction.AgencyId, correction.Date.ToYearMonth());

}
