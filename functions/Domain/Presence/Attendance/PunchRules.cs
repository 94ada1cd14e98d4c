using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Domain.Presence.Attendance;

/// <summary>
/// Gives the punches of a day their direction: first in, last out. Until somebody arrived inside an area a punch is an
/// arrival; after that it is a leaving, and the last one counts. A punch so soon after the arrival that it only repeats
/// it (<c>punchGapMinutes</c>) is no leaving. A punch with no arrival before it and no leaving after it is the leaving
/// when it lies nearer to the end of the hours than to their start: nobody is late by it, and the arrival is asked for.
/// </summary>
internal static class PunchRules
{
    /// <param name="day">What was given to one date, in order of time.</param>
    /// <param name="plan">What the date asks for.</param>
    internal static IEnumerable<DayRecord> Directed(IReadOnlyList<DayRecord> day, DayPlan plan)
    {
        var gap = Duration.FromMinutes(plan.Time.PunchGapMinutes);
        bool Counts(DayRecord record) => !record.Rejected && (record.Planned || plan.Hours is null);
        if (!day.Any(r => r.Kind == CheckInKind.Punch))
        {
            return day; // Nearly every day; what follows would give the same and allocate.
        }

        var moves = day.Where(r => Counts(r) && r.Kind is CheckInKind.In or CheckInKind.Out or CheckInKind.Punch)
            .SkipWhile(r => r.Kind == CheckInKind.Out).ToList();
        if (moves.Count > 0 && moves.TrueForAll(r => r.Kind == CheckInKind.Punch && r.At - moves[0].At < gap)
            && IsNearerToEnd(moves[0], plan))
        {
            return day.Select(r => r.Kind == CheckInKind.Punch ? r.As(CheckInKind.Out) : r);
        }

        var arrived = day.Where(r => Counts(r) && r.Inside && r.Kind is CheckInKind.In or CheckInKind.Punch)
            .Select(r => (Instant?)r.At).FirstOrDefault() ?? Instant.MaxValue;
        return day.Select(r => r.Kind != CheckInKind.Punch ? r
            : r.As(r.At - arrived < gap ? CheckInKind.In : CheckInKind.Out));
    }

    private static bool IsNearerToEnd(DayRecord punch, DayPlan plan) =>
        plan.Hours?.On(plan.Date, punch.CheckIn.Zone) is { } hours && punch.At - hours.Start > hours.End - punch.At;
}
