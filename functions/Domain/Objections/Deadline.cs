using Kinerja.Domain.Calendars;
using Kinerja.Domain.Policies;
using NodaTime;

namespace Kinerja.Domain.Objections;

/// <summary>The last day of a term, itself included.</summary>
public static class Deadline
{
    /// <summary>
    /// The day on which the term begins to run (delivery) is not counted. A year without a calendar has its Mondays to
    /// Fridays: a term is rather a day too short for the agency than for nobody to know.
    /// </summary>
    public static LocalDate LastDay(LocalDate begun, Term term, PolicyBook<WorkCalendar> calendars)
    {
        if (term.Count == DayCount.Calendar)
        {
            return begun.PlusDays(term.Days);
        }

        var day = begun;
        for (var left = term.Days; left > 0; left -= IsWorkingDay(day, calendars) ? 1 : 0)
        {
            day = day.PlusDays(1);
        }

        return day;
    }

    private static bool IsWorkingDay(LocalDate day, PolicyBook<WorkCalendar> calendars) =>
        calendars.Find(day) is { } found && found.Value.Covers(day)
            ? found.Value.IsWorkingDay(day)
            : day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday);
}
