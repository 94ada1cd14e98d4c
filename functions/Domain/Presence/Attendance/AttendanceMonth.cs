using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Domain.Presence.Attendance;

/// <summary>
/// What a day came out as. Where somebody worked is no status: office, home and field are all present.
/// </summary>
public enum DayStatus
{
    DayOff,
    Present,

    /// <summary>
    /// Check-ins, none of them an arrival inside an area: a superior looks at it. Nobody is absent by it.
    /// </summary>
    NeedsReview,

    /// <summary>
    /// A working day that is over, without any check-in and without a reason that is known (tanpa keterangan).
    /// </summary>
    NoRecord,

    /// <summary>Today without an arrival so far, or a day to come.</summary>
    NotYet,

    /// <summary>Present, but late and early together at least as long as the agency's half day.</summary>
    HalfDay,

    /// <summary>No arrival inside an area, and one too inaccurate to tell. Nobody is absent by it.</summary>
    Uncertain,

    /// <summary>No calendar covers the date: whether it is worked is not known.</summary>
    NoCalendar,

    /// <summary>
    /// Before the first or after the last day in service of the agency, or before the agency began with Kinerja.
    /// </summary>
    NotInService,
    Leave,
    Sick,
    DutyTravel,
    Training,
    Permission,

    /// <summary>A superior ruled so; it counts as a day without a record.</summary>
    Absent,
}

/// <summary>
/// One day of one person, by the date on which its shift starts. Minutes are whole and never negative, and differences
/// of instants; late and early are null unless present, early also without a leaving. Times are wall time where each
/// was recorded, and may be of the evening before or the day after. Place is the kind of the arrival's area. Flagged
/// days hold something that a superior should look at; the status is not changed by it.
/// </summary>
public sealed record AttendanceDay(
    LocalDate Date,
    DayStatus Status,
    WorkMode? Mode,
    GeofenceKind? Place,
    LocalTime? FirstIn,
    LocalTime? LastOut,
    int? LateMinutes,
    int? EarlyMinutes,
    int AwayMinutes,
    bool Flagged,
    IReadOnlyList<DayFinding> Findings,
    string HoursVersion)
{
    /// <summary>
    /// From arrival to leaving, break, absence and leave taken off and duty elsewhere counted in; null without either
    /// and unless present, or on a day off or on leave whose minutes the agency counts in the week.
    /// </summary>
    public int? WorkedMinutes { get; init; }

    /// <summary>Required minutes that leave for a part of the day takes off; 0 on leave for the whole of it.</summary>
    public int ExcusedMinutes { get; init; }

    public bool IsPresent => Status is DayStatus.Present or DayStatus.HalfDay;

    /// <summary>A working day on which a valid reason for not coming is known (PP 94/2021).</summary>
    public bool IsExcused => Status is DayStatus.Leave or DayStatus.Sick or DayStatus.DutyTravel
        or DayStatus.Training or DayStatus.Permission;

    /// <summary>A day that was to be worked, as far as is known; a day to come is not one yet.</summary>
    public bool IsWorkingDay => Status is not (
        DayStatus.DayOff or DayStatus.NotYet or DayStatus.NoCalendar or DayStatus.NotInService);

    /// <summary>Without a valid reason: no record and none known, or ruled so.</summary>
    public bool IsAbsent => Status is DayStatus.NoRecord or DayStatus.Absent;

    /// <summary>A superior's ruling stands in place of what the records left open.</summary>
    public bool IsRuled => Findings.Any(
        f => f.Reason is >= DayReason.RuledPresentOffice and <= DayReason.RuledAbsent);

    public bool Has(DayReason reason) => Findings.Any(f => f.Reason == reason);

    public bool Equals(AttendanceDay? other) =>
        other is not null
        && (Date, Status, Mode, Place, FirstIn, LastOut, LateMinutes) ==
            (other.Date, other.Status, other.Mode, other.Place, other.FirstIn, other.LastOut, other.LateMinutes)
        && (EarlyMinutes, AwayMinutes, WorkedMinutes, ExcusedMinutes, Flagged, HoursVersion) ==
            (other.EarlyMinutes, other.AwayMinutes, other.WorkedMinutes, other.ExcusedMinutes, other.Flagged,
                other.HoursVersion)
        && Findings.SequenceEqual(other.Findings);

    public override int GetHashCode() => HashCode.Combine(Date, Status, FirstIn, LastOut, LateMinutes, EarlyMinutes);
}

/// <summary>
/// One person's month, a pure fold of what is known of its days. The calendar is null when none covers the year; the
/// versions of the hours stand at the days, since hours may change within a month.
/// </summary>
public sealed record AttendanceMonth(
    EmployeeId EmployeeId,
    YearMonth Month,
    IReadOnlyList<AttendanceDay> Days,
    string? CalendarVersion)
{
    public IReadOnlyList<string> HoursVersions => [.. Days.Select(d => d.HoursVersion).Distinct()];
}
