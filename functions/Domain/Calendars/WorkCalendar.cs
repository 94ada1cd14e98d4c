using NodaTime;

namespace Kinerja.Domain.Calendars;

/// <summary>Why nobody is expected to work on a date.</summary>
public enum HolidayKind
{
    /// <summary>A public holiday (hari libur nasional).</summary>
    PublicHoliday,

    /// <summary>Collective leave (cuti bersama).</summary>
    CollectiveLeave,
}

/// <summary>
/// The days off of one year, from 1 January to 31 December. Of another year it says nothing, and being asked about one
/// is a bug: ask <see cref="Covers"/> first, for a day of a year without a calendar is said to be that and never
/// guessed.
/// </summary>
public sealed class WorkCalendar(string version, int year, IReadOnlyDictionary<LocalDate, HolidayKind> daysOff)
{
    private readonly IReadOnlyDictionary<LocalDate, HolidayKind> _daysOff = daysOff;

    public string Version { get; } = version;

    public int Year { get; } = year;

    /// <summary>Public holidays and collective leave, in no order.</summary>
    public IEnumerable<LocalDate> DaysOff => _daysOff.Keys;

    public bool Covers(LocalDate day) => day.Year == Year;

    /// <summary>
    /// An agency's days off on top of those that hold for all, of the same year; named after both. A day of both is
    /// what it is for all.
    /// </summary>
    public static WorkCalendar OnTop(WorkCalendar general, WorkCalendar own) => new(
        $"{general.Version} {own.Version}",
        general.Year,
        general._daysOff.Concat(own._daysOff).DistinctBy(day => day.Key).ToDictionary());

    /// <summary>Null: no day off by decree, whatever its weekday.</summary>
    public HolidayKind? HolidayOn(LocalDate day)
    {
        if (!Covers(day))
        {
            throw new InvalidOperationException($"{Version} says nothing of {day:uuuu-MM-dd}.");
        }

        return _daysOff.TryGetValue(day, out var kind) ? kind : null;
    }

    /// <summary>Monday to Friday (Perpres 21/2023 art. 3) without the days off.</summary>
    public bool IsWorkingDay(LocalDate day) =>
        HolidayOn(day) is null && day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday);

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
