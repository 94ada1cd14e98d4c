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
    /// <summary>The swap by which the hours, or the day off, are another's; null: they are the person's own.</summary>
    public ClientId? Swap { get; init; }

    /// <summary>A whole day's: required minutes where there are any, else the hours without the break.</summary>
    internal int RequiredMinutes
    {
        get
        {
            if (Time.Required is not { } required)
            {
                return Hours is { } hours ? Math.Max(0, hours.SpanMinutes - hours.BreakMinutes) : 0;
            }

            var monday = Date.PlusDays(1 - (int)Date.DayOfWeek);
            var days = Enumerable.Range(0, 7).Count(n => Time.HoursOn(monday.PlusDays(n)) is not null);
            return required.PerWeek ? required.Minutes / Math.Max(1, days) : required.Minutes;
        }
    }

    /// <summary>Whether a moment lies within the margins of the shift by the clock of that zone.</summary>
    internal bool Takes(Instant at, DateTimeZone zone) =>
        Hours is { } hours && Time.Margins.Around(hours.On(Date, zone)).Contains(at);

    /// <summary>How far a moment is from the start of the shift, for a leaving from its end.</summary>
    internal Duration Apart(CorrectionKind kind, Instant at, DateTimeZone zone)
    {
        var hours = Hours!.Value.On(Date, zone);
        var due = kind == CorrectionKind.Arrival ? hours.Start : hours.End;
        return at < due ? due - at : at - due;
    }

    /// <summary>
    /// When somebody came or left who names the shift by its date and the time by the clock on the wall: of the evening
    /// before, the date and the two after it the time that lies within the margins and nearest to the start or the end.
    /// A leaving lies after the start. Without hours it is the time of that date.
    /// </summary>
    internal Instant MomentOf(CorrectionKind kind, LocalTime time, DateTimeZone zone)
    {
        Instant On(int days) => (Date.PlusDays(days) + time).InZoneLeniently(zone).ToInstant();
        if (Hours is not { } planned)
        {
            return On(0);
        }

        var times = Enumerable.Range(-1, 4).Select(On)
            .Where(at => kind == CorrectionKind.Arrival || at > planned.On(Date, zone).Start).ToList();
        var within = times.FindAll(at => Takes(at, zone));
        return (within.Count > 0 ? within : times).MinBy(at => Apart(kind, at, zone));
    }

    public static DayPlan Of(Employee employee, LocalDate date, MonthRules rules)
    {
        var policy = rules.WorkingTime.On(date);
        var time = policy.For(employee.UnitId);
        DayPlan Plan(DayHours? hours, DayReason? off) => new(date, hours, off, time, policy.Version);
        if (!employee.Active)
        {
            return Plan(null, DayReason.NotInService);
        }

        var (duty, swap) = DutyOf(employee.Id, date, time, rules.Swaps);
        if (duty.OnRoster)
        {
            return Plan(duty.Hours, duty.Hours is null ? DayReason.OffByRoster : null) with { Swap = swap };
        }

        var (hours, off) = Find(date, time, rules);
        return Plan(hours, off);
    }

    /// <summary>
    /// The shift of whoever it was swapped with, as long as the roster that the person follows has that one too.
    /// </summary>
    private static (Duty Duty, ClientId? Swap) DutyOf(
        EmployeeId employee, LocalDate date, WorkingTime time, ShiftSwaps swaps)
    {
        var own = time.DutyOf(employee, date);
        return own.OnRoster && swaps.On(employee, date) is { } turn
            && time.DutyOf(turn.Holder, date) is { OnRoster: true } given
            ? (given, turn.Swap)
            : (own, null);
    }

    private static (DayHours? Hours, DayReason? Off) Find(LocalDate date, WorkingTime time, MonthRules rules)
    {
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
