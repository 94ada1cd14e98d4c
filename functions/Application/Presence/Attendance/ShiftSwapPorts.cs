using Kinerja.Application.Events;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Calendars;
using Kinerja.Domain.Presence.Attendance;
using NodaTime;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>How many swaps of an agency hold, and the tag of what says so; null where none does yet.</summary>
public sealed record HeldSwaps(int Count, string? Tag);

/// <summary>Swaps of shifts, each under the month of its first date and its asker.</summary>
public interface IShiftSwaps
{
    Task<Tagged<ShiftSwap>?> FindAsync(
        AgencyId agency, EmployeeId employee, YearMonth month, ClientId id, CancellationToken cancel);

    Task<HeldSwaps> FindHeldAsync(AgencyId agency, CancellationToken cancel);

    /// <summary>
    /// With what is to be told of it. False when it was there (no tag), or somebody else wrote it meanwhile; and when
    /// another swap of the agency came to hold since <paramref name="held"/> was read, which one that comes to hold
    /// names. So of two swaps the later one is always held against the earlier.
    /// </summary>
    Task<bool> PutAsync(
        ShiftSwap swap, string? tag, HeldSwaps? held, IReadOnlyCollection<OutgoingEvent> news,
        CancellationToken cancel);

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
