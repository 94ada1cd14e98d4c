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

    /// <summary>How many hold; the tag says the same.</summary>
    internal int Held { get; private set; }

    /// <summary>Runs once before the next write: somebody who is faster.</summary>
    internal Func<Task>? FasterWriter { get; set; }

    public Task<HeldSwaps> FindHeldAsync(AgencyId agency, CancellationToken cancel) =>
        Task.FromResult(new HeldSwaps(Held, Held == 0 ? null : Held.ToString(CultureInfo.InvariantCulture)));

    public async Task<bool> PutAsync(
        ShiftSwap swap, string? tag, HeldSwaps? held, IReadOnlyCollection<OutgoingEvent> news,
        CancellationToken cancel)
    {
        var first = FasterWriter;
        FasterWriter = null;
        await (first?.Invoke() ?? Task.CompletedTask);

        var key = (swap.AgencyId, swap.EmployeeId, swap.First.ToYearMonth(), swap.Id);
        if (Rows.GetValueOrDefault(key)?.Tag != tag || (held is not null && held.Count != Held))
        {
            return false;
        }

        Rows[key] = new(swap, (++_writes).ToString(CultureInfo.InvariantCulture));
        Held += held is null ? 0 : 1;
        outbox.AddAll(news);
        return true;
    }

    public IAsyncEnumerable<ShiftSwap> ListAsync(AgencyId agency, YearMonth month, CancellationToken cancel) =>
        Rows.Where(r => (r.Key.Item1, r.Key.Item3) == (agency, month)).Select(r => r.Value.Value).ToList()
            .ToAsyncEnumerable();
}
