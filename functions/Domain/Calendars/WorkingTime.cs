using NodaTime;

namespace Kinerja.Domain.Calendars;

/// <summary>
/// Start and end of a working day by the clock of the place of work, and the minutes of break between them. An end that
/// is not after the start lies on the next date.
/// </summary>
public readonly record struct DayHours(LocalTime Start, LocalTime End, int BreakMinutes)
{
    public bool CrossesMidnight => End <= Start;

    /// <summary>From start to end, break included, where no clock is put forward or back meanwhile.</summary>
    public int SpanMinutes => (int)On(LocalDate.MinIsoValue, DateTimeZone.Utc).Duration.TotalMinutes;

    /// <summary>Where the hours that start on that date lie in time, by the clock of a zone.</summary>
    public Interval On(LocalDate date, DateTimeZone zone) => new(
        (date + Start).InZoneLeniently(zone).ToInstant(),
        ((CrossesMidnight ? date.PlusDays(1) : date) + End).InZoneLeniently(zone).ToInstant());
}

/// <summary>Hours by day of the week; a day that is not named is not worked.</summary>
public sealed class WeekHours(IReadOnlyDictionary<IsoDayOfWeek, DayHours> days)
{
    public IReadOnlyDictionary<IsoDayOfWeek, DayHours> Days { get; } = days;

    public DayHours? On(IsoDayOfWeek day) => Days.TryGetValue(day, out var hours) ? hours : null;
}

/// <summary>
/// Hours that go before the normal ones from a date (included) to another (included), such as Ramadan's.
/// </summary>
public sealed record Season(string Name, LocalDate From, LocalDate To, WeekHours Week);

/// <summary>What a working day asks for.</summary>
public enum TimeScheme
{
    /// <summary>Fixed hours by day of the week.</summary>
    Fixed,

    /// <summary>Shifts by roster (sif); whoever stands on no roster follows the week's hours.</summary>
    Shift,

    /// <summary>Required minutes instead of a start (waktu dinamis).</summary>
    Dynamic,
}

/// <summary>How minutes of grace are treated.</summary>
public enum GraceRule
{
    /// <summary>Within the grace nobody is late; beyond it every minute from the start counts.</summary>
    Counted,

    /// <summary>The grace minutes never count; beyond it only the minutes after the grace do.</summary>
    Forgiven,
}

/// <summary>Minutes after the start that are tolerated; 0 is no grace. It holds for coming, not for leaving.</summary>
public readonly record struct Grace(int Minutes, GraceRule Rule);

/// <summary>When the third record of the day is made; both times included.</summary>
public readonly record struct MidDayWindow(LocalTime From, LocalTime To);

/// <summary>
/// What dynamic time asks for: minutes worked, break not counted, in a day or in a week from Monday to Sunday.
/// </summary>
public readonly record struct RequiredTime(int Minutes, bool PerWeek)
{
    /// <summary>
    /// Whether minutes recorded on leave, on a holiday or on another day off make up for others of the week. No rule
    /// found says it; an agency that says nothing leaves them out: leave has taken its share off the week already, and
    /// hours beyond the rule may be considered as performance (Perpres 21/2023 art. 4(7)).
    /// </summary>
    public bool CountsDaysOff { get; init; }
}

/// <summary>
/// Working time of a group of people. No regulation fixes grace, half days or the number of records: they are an
/// agency's, and without them there is no grace, no half day, and two records a day. With a mid-day window there are
/// three.
/// </summary>
public sealed record WorkingTime(TimeScheme Scheme, WeekHours Week, IReadOnlyList<Season> Seasons)
{
    /// <summary>Where an agency says nothing; no regulation does.</summary>
    public const int UsualPunchGap = 5;

    public Grace Grace { get; init; }

    /// <summary>
    /// Late and early minutes together from which a day present is a half day; null: there are no half days.
    /// </summary>
    public int? HalfDayFromMinutes { get; init; }

    public MidDayWindow? MidDay { get; init; }

    /// <summary>Given with <see cref="TimeScheme.Dynamic"/> and only then.</summary>
    public RequiredTime? Required { get; init; }

    /// <summary>Punches closer to the arrival than this repeat it.</summary>
    public int PunchGapMinutes { get; init; } = UsualPunchGap;

    public Roster Roster { get; init; } = Roster.Empty;

    public ShiftMargins Margins { get; init; } = ShiftMargins.Default;

    /// <summary>All hours that anybody may have under it on any day.</summary>
    public IEnumerable<DayHours> AllHours =>
        Seasons.Select(s => s.Week).Append(Week).SelectMany(w => w.Days.Values).Concat(Roster.AllHours);

    /// <summary>
    /// The hours of a date by season and weekday, no matter whether it is a holiday; null: not worked.
    /// </summary>
    public DayHours? HoursOn(LocalDate day) => (SeasonOn(day)?.Week ?? Week).On(day.DayOfWeek);

    /// <summary>What the roster gives the person; nobody is on one where hours are not by shift.</summary>
    public Duty DutyOf(EmployeeId employee, LocalDate day) =>
        Scheme == TimeScheme.Shift ? Roster.On(employee, day) : default;

    /// <summary>Null where the normal hours hold.</summary>
    public Season? SeasonOn(LocalDate day) => Seasons.FirstOrDefault(s => s.From <= day && day <= s.To);
}
