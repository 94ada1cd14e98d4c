using Kinerja.Application.Events;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Calendars;
using Kinerja.Domain.Presence.Attendance;
using NodaTime;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>Swaps of shifts, each under the month of its first date and its asker.</summary>
public interface IShiftSwaps
{
    Task<Tagged<ShiftSwap>?> FindAsync(
        AgencyId agency, EmployeeId employee, YearMonth month, ClientId id, CancellationToken cancel);

    /// <summary>
    /// With what is to be told of it. False when it was there (no tag), or somebody else wrote it meanwhile.
    /// </summary>
    Task<bool> PutAsync(
        ShiftSwap swap, string? tag, IReadOnlyCollection<OutgoingEvent> news, CancellationToken cancel);

    /// <summary>Everybody's whose first date lies in the month, in any state.</summary>
    IAsyncEnumerable<ShiftSwap> ListAsync(AgencyId agency, YearMonth month, CancellationToken cancel);
}

internal static class ShiftSwapReading
{
    /// <summary>
    /// The swaps that hold on those days, the first to last; everybody's, since a shift may have been swapped on.
    /// </summary>
    internal static async Task<ShiftSwaps> OnAsync(
        this IShiftSwaps swaps, AgencyId agency, DateInterval days, CancellationToken cancel) =>
        new(await swaps.TouchingAsync(agency, days, cancel).ToListAsync(cancel));

    /// <summary>Those with a date among the days, in any state.</summary>
    internal static IAsyncEnumerable<ShiftSwap> TouchingAsync(
        this IShiftSwaps swaps, AgencyId agency, DateInterval days, CancellationToken cancel) =>
        MonthSpan.Of(days.Start.PlusDays(1 - ShiftSwapRules.MostDays), days.End).ToAsyncEnumerable()
            .SelectMany(month => swaps.ListAsync(agency, month, cancel))
            .Where(swap => swap.Dates.Any(days.Contains));
}
