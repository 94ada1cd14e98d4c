using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Domain.Presence.Attendance;

/// <summary>
/// Which working day a check-in belongs to. A shift over midnight belongs to the date on which it starts: an arrival
/// goes to the nearest start, a leaving to the nearest end, any other record to the span it lies in. Without such a
/// shift the evening before, a check-in belongs to its own date.
/// </summary>
internal static class ShiftRules
{
    /// <summary>How long after a shift's end a leaving still ends it when no other shift is near.</summary>
    private static readonly Duration LongestOvertime = Duration.FromHours(6);

    internal static LocalDate WorkingDayOf(CheckIn checkIn, Func<LocalDate, DayPlan> planOn)
    {
        var date = checkIn.WorkDate;
        if (planOn(date.PlusDays(-1)).Hours is not { CrossesMidnight: true } evening)
        {
            return date;
        }

        var (start, end) = (evening.StartOn(date.PlusDays(-1)), evening.EndOn(date.PlusDays(-1)));
        var at = checkIn.WallDateTime;
        var today = planOn(date).Hours;
        var belongsToEvening = checkIn.Claim.Kind switch
        {
            CheckInKind.In => at < end && (today is not { } next || Apart(at, start) < Apart(at, next.StartOn(date))),
            CheckInKind.Out => today is { } next
                ? Apart(at, end) <= Apart(at, next.EndOn(date))
                : Apart(end, at) <= LongestOvertime,
            CheckInKind.MidDay or CheckInKind.SpotCheck => at < end,
        };
        return belongsToEvening ? date.PlusDays(-1) : date;
    }

    private static Duration Apart(LocalDateTime one, LocalDateTime other)
    {
        var between = one.InUtc().ToInstant() - other.InUtc().ToInstant();
        return between < Duration.Zero ? -between : between;
    }
}
