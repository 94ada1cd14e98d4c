using Azure.Data.Tables;
using Kinerja.Application.Events;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using NodaTime;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>
/// An agency's swaps in one partition, by the month of their first date, people by hash. A swap that comes to hold
/// replaces the row that counts those that do, in the same transaction.
/// </summary>
public sealed class TableShiftSwaps(TableStore store) : IShiftSwaps
{
    private const string Table = TableNames.ShiftSwaps;

    public Task<Tagged<ShiftSwap>?> FindAsync(
        AgencyId agency, EmployeeId employee, YearMonth month, ClientId id, CancellationToken cancel) =>
        store.FindAsync(
            Table, agency.ToString(), ShiftSwapRows.Key(month, employee, id), ShiftSwapRows.Read, cancel);

    public async Task<HeldSwaps> FindHeldAsync(AgencyId agency, CancellationToken cancel) =>
        await store.FindAsync(Table, agency.ToString(), ShiftSwapRows.HeldKey, cancel) is { } row
            ? new(row.Int("Count"), row.ETag.ToString())
            : new(0, null);

    public Task<bool> PutAsync(
        ShiftSwap swap, string? tag, HeldSwaps? held, IReadOnlyCollection<OutgoingEvent> news,
        CancellationToken cancel)
    {
        var row = ShiftSwapRows.Write(swap);
        List<TableTransactionAction> writes =
            [TableStore.Next(row, tag), .. OutboxRows.Beside(row.PartitionKey, news)];
        if (held is not null)
        {
            writes.Add(TableStore.Next(ShiftSwapRows.WriteHeld(swap.AgencyId, held.Count + 1), held.Tag));
        }

        return store.SubmitAsync(Table, writes, cancel);
    }

    public IAsyncEnumerable<ShiftSwap> ListAsync(AgencyId agency, YearMonth month, CancellationToken cancel) =>
        store.ListAsync(
            Table, TableRange.Prefix(agency.ToString(), ShiftSwapRows.Month(month)), ShiftSwapRows.Read, cancel);
}
