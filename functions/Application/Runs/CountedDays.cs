using Kinerja.Domain.Calendars;
using Kinerja.Domain.Policies;
using NodaTime;

namespace Kinerja.Application.Runs;

/// <summary>An agency's days as terms in working days count them.</summary>
public sealed class CountedDays(PolicyTimeline<WorkCalendar> calendars)
{
    /// <summary>Whether a calendar of the agency, or a shipped one, covers the day.</summary>
    public bool IsCovered(LocalDate day) => calendars.Covering(day) is not null;

    /// <summary>By the calendar; in a year without one Monday to Friday.</summary>
    public bool IsWorkingDay(LocalDate day) => calendars.Covering(day)?.IsWorkingDay(day)
        ?? day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday);
}
