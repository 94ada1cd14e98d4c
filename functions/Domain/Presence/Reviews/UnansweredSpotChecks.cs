using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Domain.Presence.Reviews;

/// <summary>A proof of presence that was asked for, by the clock of the unit; the end is excluded.</summary>
public sealed record AskedWindow(OffsetDateTime Opens, OffsetDateTime Closes);

/// <summary>
/// Which windows a superior is shown. Only of days on which the person was present, from an arrival at or before the
/// opening to a leaving at or after the close, or none recorded: whoever was not there is not asked why he did not
/// answer. Not where an outage touches the window, and not before a day has passed, since phones without a signal send
/// later.
/// </summary>
public static class UnansweredSpotChecks
{
    public static readonly Duration Patience = Duration.FromDays(1);

    public static IEnumerable<AskedWindow> Of(
        IEnumerable<SpotCheckWindow> drawn,
        AttendanceDay day,
        DateTimeZone zone,
        IReadOnlyCollection<CheckIn> checkIns,
        IReadOnlyCollection<OutageWindow> outages,
        Instant now) => drawn
            .Where(w => w.Closes + Patience <= now)
            .Where(w => WasThere(day, w.Opens.InZone(zone).LocalDateTime, w.Closes.InZone(zone).LocalDateTime))
            .Where(w => SpotCheckRules.AnswerTo(w, checkIns) is null)
            .Where(w => !outages.Any(o => o.From < w.Closes && w.Opens < o.To))
            .Select(w => new AskedWindow(
                w.Opens.InZone(zone).ToOffsetDateTime(), w.Closes.InZone(zone).ToOffsetDateTime()));

    private static bool WasThere(AttendanceDay day, LocalDateTime opens, LocalDateTime closes)
    {
        if (!day.IsPresent || day.FirstIn is not { } came || day.Date + came > opens)
        {
            return false;
        }

        // A leaving before the arrival is on the next date.
        return day.LastOut is not { } left || (left < came ? day.Date.PlusDays(1) : day.Date) + left >= closes;
    }
}
