using System.Globalization;
using Kinerja.Application.Events;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using NodaTime;

namespace Kinerja.Application.Tests.Fakes;

internal sealed class FakeShiftSwaps(FakeOutbox outbox) : IShiftSwaps
{
    private int _writes;

    internal Dictionary<(AgencyId, EmployeeId, YearMonth, ClientId), Tagged<ShiftSwap>> Rows { get; } = [];

    public Task<Tagged<ShiftSwap>?> FindAsync(
        AgencyId agency, EmployeeId employee, YearMonth month, ClientId id, CancellationToken cancel) =>
        Task.FromResult(Rows.GetValueOrDefault((agency, employee, month, id)));

    public Task<bool> PutAsync(
        ShiftSwap swap, string? tag, IReadOnlyCollection<OutgoingEvent> news, CancellationToken cancel)
    {
        var key = (swap.AgencyId, swap.EmployeeId, swap.First.ToYearMonth(), swap.Id);
        var current = Rows.GetValueOrDefault(key)?.Tag == tag;
        if (current)
        {
            Rows[key] = new(swap, (++_writes).ToString(CultureInfo.InvariantCulture));
            outbox.AddAll(news);
        }

        return Task.FromResult(current);
    }

    public IAsyncEnumerable<ShiftSwap> ListAsync(AgencyId agency, YearMonth month, CancellationToken cancel) =>
        Rows.Where(r => (r.Key.Item1, r.Key.Item3) == (agency, month)).Select(r => r.Value.Value).ToList()
            .ToAsyncEnumerable();
}
