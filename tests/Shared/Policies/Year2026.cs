using Kinerja.Domain.Calendars;
using NodaTime;

namespace Kinerja.Shared;

/// <summary>
/// The dated facts of 2026. Days off: joint decree 1497/2025, 2/2025, 5/2025 of 19 September 2025 (17 public holidays,
/// 8 days of collective leave). Ramadan 1447 from 19 February as declared: a date in data, never computed.
/// </summary>
public static class Year2026
{
    public static WorkCalendar Calendar { get; } = new("calendar-shipped-2026.1", 2026, DaysOff());

    /// <summary>
    /// Perpres 21/2023 art. 4: 37.5 hours a week from 07:30 (break 60 minutes, Friday 90); in Ramadan 32.5 hours from
    /// 08:00 (break 30 minutes, Friday 60).
    /// </summary>
    public static WorkingTime Hours { get; } = new(
        TimeScheme.Fixed,
        FiveDays(Between(7, 30, 16, 0, 60), Between(7, 30, 16, 30, 90)),
        [new Season("ramadan", Day(2, 19), Day(3, 20), FiveDays(Between(8, 0, 15, 0, 30), Between(8, 0, 15, 30, 60)))]);

    private static Dictionary<LocalDate, HolidayKind> DaysOff()
    {
        LocalDate[] holidays =
        [
            Day(1, 1), Day(1, 16), Day(2, 17), Day(3, 19), Day(3, 21), Day(3, 22), Day(4, 3), Day(4, 5), Day(5, 1),
            Day(5, 14), Day(5, 27), Day(5, 31), Day(6, 1), Day(6, 16), Day(8, 17), Day(8, 25), Day(12, 25),
        ];
        LocalDate[] collectiveLeave =
            [Day(2, 16), Day(3, 18), Day(3, 20), Day(3, 23), Day(3, 24), Day(5, 15), Day(5, 28), Day(12, 24)];
        return holidays.Select(day => KeyValuePair.Create(day, HolidayKind.PublicHoliday))
            .Concat(collectiveLeave.Select(day => KeyValuePair.Create(day, HolidayKind.CollectiveLeave)))
            .ToDictionary();
    }

    private static LocalDate Day(int month, int day) => new(2026, month, day);

    private static WeekHours FiveDays(DayHours mondayToThursday, DayHours friday) =>
        new(new Dictionary<IsoDayOfWeek, DayHours>
        {
            [IsoDayOfWeek.Monday] = mondayToThursday,
            [IsoDayOfWeek.Tuesday] = mondayToThursday,
            [IsoDayOfWeek.Wednesday] = mondayToThursday,
            [IsoDayOfWeek.Thursday] = mondayToThursday,
            [IsoDayOfWeek.Friday] = friday,
        });

    private static DayHours Between(int startHour, int startMinute, int endHour, int endMinute, int breakMinutes) =>
        new(new LocalTime(startHour, startMinute), new LocalTime(endHour, endMinute), breakMinutes);
}
