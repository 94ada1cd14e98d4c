using NodaTime;

namespace Kinerja.Domain.Presence.Attendance;

/// <summary>
/// When a day has ended, decided where people work: 00:00 in Jayapura is two hours before 00:00 in Jakarta (WIT, WIB).
/// A close is no verdict: what arrives later marks the month, and it is folded again.
/// </summary>
public static class DayCloseRules
{
    /// <summary>
    /// A month is marked stale before it is changed. A fold that began within this time after the mark may have read
    /// too early, and leaves the mark. Longer than any request lives.
    /// </summary>
    public static readonly Duration StaleMarkLifetime = Duration.FromMinutes(5);

    /// <summary>The last day that is over in that zone.</summary>
    public static LocalDate LastEnded(Instant now, DateTimeZone zone) => now.InZone(zone).Date.PlusDays(-1);

    /// <summary>The last day of the month that is over in that zone; null when none is yet.</summary>
    public static LocalDate? LastEnded(YearMonth month, Instant now, DateTimeZone zone)
    {
        var ended = LocalDate.Min(LastEnded(now, zone), month.ToDateInterval().End);
        return ended < month.OnDayOfMonth(1) ? null : ended;
    }

    /// <summary>
    /// The latest midnight in any of the zones that ended a day of this month, or one of the two days after it, into
    /// which a shift of the last night and its margin reach; null when none has passed. A bucket that was folded at or
    /// after it has nothing to close.
    /// </summary>
    public static Instant? LastMidnight(YearMonth month, Instant now, IEnumerable<DateTimeZone> zones) => zones
        .Where(zone => LastEnded(month, now, zone) is not null)
        .Select(zone => Instant.Min(SettledAt(month, zone), now.InZone(zone).Date.AtStartOfDayInZone(zone).ToInstant()))
        .Select(midnight => (Instant?)midnight)
        .Max();

    /// <summary>From here on the month changes only by what marks it: its last night and its margin are over.</summary>
    public static Instant SettledAt(YearMonth month, DateTimeZone zone) =>
        month.ToDateInterval().End.PlusDays(3).AtStartOfDayInZone(zone).ToInstant();
}
