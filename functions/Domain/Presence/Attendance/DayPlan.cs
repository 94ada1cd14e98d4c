using Kinerja.Domain.Calendars;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Domain.Presence.Attendance;

/// <summary>
/// What a date asks of a person: hours, or none and why. Who stands on a roster works by it, holidays included;
/// everybody else by the agency's calendar and the week's hours.
/// </summary>
public sealed record DayPlan(LocalDate Date, DayHours? Hours, DayReason? Off, WorkingTime Time, string HoursVersion)
{
    public static DayPlan Of(Employee employee, LocalDate date, MonthRules rules)
    {
        var policy = rules.WorkingTime.On(date);
        var time = policy.For(employee.UnitId);
        var (hours, off) = Find(employee, date, time, rules);
        return new DayPlan(date, hours, off, time, policy.Version);
    }

    private static (DayHours? Hours, DayReason? Off) Find(
        Employee employee, LocalDate date, WorkingTime time, MonthRules rules)
    {
        if (!employee.Active)
        {
            return (null, DayReason.NotInService);
        }

        var duty = time.Scheme == TimeScheme.Shift ? time.Roster.On(employee.Id, date) : default;
        if (duty.OnRoster)
        {
            return (duty.Hours, duty.Hours is null ? DayReason.OffByRoster : null);
        }

        if (time.HoursOn(date) is not { } hours)
        {
            return (null, DayReason.NotAWorkingWeekday);
        }

        if (rules.CalendarOf(date) is not { } calendar)
        {
            return (null, DayReason.NoCalendar);
        }

        return calendar.HolidayOn(date) switch
        {
            HolidayKind.PublicHoliday => (null, DayReason.PublicHoliday),
            HolidayKind.CollectiveLeave => (null, DayReason.CollectiveLeave),
            null => (hours, null),
        };
    }
}
