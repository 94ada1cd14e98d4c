using Kinerja.Domain.Policies;
using NodaTime;

namespace Kinerja.Domain.Calendars;

/// <summary>Which of an agency's calendars, or of the shipped ones, says what a day is.</summary>
public static class CoveringCalendar
{
    /// <summary>Null when none covers the day: then nobody knows whether it is worked.</summary>
    public static WorkCalendar? Covering(this PolicyTimeline<WorkCalendar> calendars, LocalDate day) =>
        calendars.Find(day) is { Value: var calendar } && calendar.Covers(day) ? calendar : null;
}
