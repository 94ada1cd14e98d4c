using NodaTime;

namespace Kinerja.Domain.Calendars;

/// <summary>Start and end of a working day by the clock of the place of work.</summary>
public readonly record struct DayHours(LocalTime Start, LocalTime End);

/// <summary>Hours that hold from a date (included) to another (included), Friday apart because its break is longer.</summary>
public sealed record HoursPeriod(LocalDate From, LocalDate To, DayHours MondayToThursday, DayHours Friday);

/// <summary>Working time of a five-day agency. A special period, such as Ramadan, goes before the normal hours.</summary>
public sealed class WorkingTime(string version, HoursPeriod normal, IReadOnlyList<HoursPeriod> special)
{
    public string Version { get; } = version;

    public DayHours HoursOn(LocalDate day)
    {
        var period = special.FirstOrDefault(p => p.From <= day && day <= p.To) ?? normal;
        return day.DayOfWeek == IsoDayOfWeek.Friday ? period.Friday : period.MondayToThursday;
    }
}
