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

    /// <summary>
    /// The years of which a term counted days without knowing which of them are off; none of a term in calendar days.
    /// </summary>
    /// <param name="begun">The day on which the term begins to run, itself not counted.</param>
    /// <param name="last">Its last day.</param>
    /// <param name="term">How it was counted.</param>
    /// <param name="isCovered">Whether a calendar covers the day.</param>
    public static IEnumerable<int> UncoveredYears(
        LocalDate begun, LocalDate last, Term term, Func<LocalDate, bool> isCovered) =>
        term.Count == DayCount.Calendar || last <= begun
            ? []
            : new DateInterval(begun.PlusDays(1), last).Where(day => !isCovered(day)).Select(day => day.Year)
                .Distinct();
}
