using NodaTime;

namespace Kinerja.Domain.Objections;

/// <summary>The last day of a term, itself included.</summary>
public static class Deadline
{
    /// <summary>The day on which the term begins to run (delivery, filing) is not counted.</summary>
    public static LocalDate LastDay(LocalDate begun, Term term, Func<LocalDate, bool> isWorkingDay)
    {
        if (term.Count == DayCount.Calendar)
        {
            return begun.PlusDays(term.Days);
        }

        var day = begun;
        for (var left = term.Days; left > 0; left -= isWorkingDay(day) ? 1 : 0)
        {
            day = day.PlusDays(1);
        }

        return day;
    }
}
