using NodaTime;

namespace Kinerja.Domain.Calendars;

/// <summary>Which days are worked: Monday to Friday (Perpres 21/2023 art. 3) without public holidays and collective leave.</summary>
public sealed class WorkCalendar(string version, IReadOnlySet<LocalDate> daysOff)
{
    public string Version { get; } = version;

    public bool IsWorkingDay(LocalDate day) =>
        day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) && !daysOff.Contains(day);

    /// <summary>A public holiday or a day of collective leave, also when it falls on a weekend.</summary>
    public bool IsHoliday(LocalDate day) => daysOff.Contains(day);

    /// <summary>Working days from the first day (included) to the end (excluded).</summary>
    public int CountWorkingDays(LocalDate first, LocalDate end)
    {
        var count = 0;
        for (var day = first; day < end; day = day.PlusDays(1))
        {
            count += IsWorkingDay(day) ? 1 : 0;
        }

        return count;
    }
}
