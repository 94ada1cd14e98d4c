using NodaTime;

namespace Kinerja.Domain.Workforce;

/// <summary>How a register that knows dates takes what an agency hands over.</summary>
public static class RegisterRules
{
    /// <param name="known">What is known; null: it is registered for the first time.</param>
    /// <param name="value">What is handed over.</param>
    /// <param name="from">The day from which it holds; null: from today on, or ever since when it is new.</param>
    /// <param name="today">The date in the agency's zone.</param>
    public static History<T> Next<T>(History<T>? known, T value, LocalDate? from, LocalDate today)
        where T : class, IEquatable<T> =>
        known is null ? new([new(from ?? History<T>.Beginning, value)])
        : from is { } day ? known.With(day, value)
        : known.Now(today, value);

    /// <summary>
    /// The same of a person. The first and the last day in service are the person's, not an assignment's: they hold as
    /// handed over last. Who had a last day and comes back on a later one was not in service between.
    /// </summary>
    public static Employment Next(
        Employment? known, Employee person, LocalDate? from, LocalDate? endedOn, LocalDate today)
    {
        known = from is { } day && endedOn is null && known?.EndedOn < day ? known.BackOn(day) : known;
        // Compared without the first day, which the person's service carries for all assignments.
        var held = person with { StartedOn = known?.StartedOn };
        return new(Next(known?.Assignments, held, from, today), person.StartedOn, endedOn)
        {
            Away = known?.Away ?? [],
        };
    }

    /// <summary>
    /// The first day of which the register says something else than before; of somebody new, the first that it has.
    /// </summary>
    public static LocalDate FirstChange(Employment? before, Employment after) =>
        before?.FirstDifference(after)
        ?? LocalDate.Max(after.Assignments.Entries[0].From, after.StartedOn ?? after.Assignments.Entries[0].From);
}
