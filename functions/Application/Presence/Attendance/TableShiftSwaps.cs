using Kinerja.Application.Events;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using NodaTime;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>Swaps by the month of their first date; people by hash.</summary>
public sealed class TableShiftSwaps(TableStore store) : IShiftSwaps
{
    public async Task<Tagged<ShiftSwap>?> FindAsync(
        AgencyId agency, EmployeeId employee, YearMonth month, ClientId id, CancellationToken cancel) =>
        await store.FindAsync(
            TableNames.ShiftSwaps, TableKeys.MonthOf(agency, month), ShiftSwapRows.Key(employee, id), cancel) is { } row
            ? new(ShiftSwapRows.Read(row), row.ETag.ToString())
            : null;

    public async Task<bool> PutAsync(
        ShiftSwap swap, string? tag, IReadOnlyCollection<OutgoingEvent> news, CancellationToken cancel) =>
        await store.PutAsync(TableNames.ShiftSwaps, ShiftSwapRows.Write(swap), tag, news, cancel);

    public IAsyncEnumerable<ShiftSwap> ListAsync(AgencyId agency, YearMonth month, CancellationToken cancel) =>
        store.ListAsync(
            TableNames.ShiftSwaps,
            TableRange.People(TableKeys.MonthOf(agency, month), HashRange.All),
            null,
            cancel).Select(ShiftSwapRows.Read);
}
