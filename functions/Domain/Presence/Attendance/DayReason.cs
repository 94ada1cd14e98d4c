namespace Kinerja.Domain.Presence.Attendance;

/// <summary>Why a day came out as it did. Stored months hold the names.</summary>
public enum DayReason
{
    PublicHoliday,
    CollectiveLeave,
    NotAWorkingWeekday,
    OffByRoster,
    NoCalendar,
    NotYet,
    NoCheckIn,
    ArrivedInside,
    OutsideEveryArea,
    PositionUncertain,
    PositionUnknown,
    NoArrival,
    Late,
    LeftEarly,
    NoLeaving,
    WithinGrace,
    GraceTakenOff,
    PersonalStart,
    HalfDay,
    AwayMidDay,
    MidDayMissing,
    RequiredMinutesShort,
    OnLeave,
    CheckInsOnLeave,
    OutageForgaveLateness,
    OutageCoversArrival,
    OutageCoversLeaving,
    OutageAllDay,
    CorrectedArrival,
    CorrectedLeaving,
    RejectedLeftOut,
    FlexibleNotCovered,
    CheckInFlagged,
    OverMidnight,
    NotInService,

    /// <summary>A check-out came that could not be placed inside an area.</summary>
    LeavingNotPlaced,
    RuledPresentOffice,
    RuledPresentField,
    RuledPresentFlexible,
    RuledPresentDuty,
    RuledHalfDay,
    RuledAbsent,
    RecordedAfterRuling,

    /// <summary>A record outside the margins of every shift, nearest to this one; it counts for none.</summary>
    OutsideMargins,

    /// <summary>A record that may be of this shift or of another.</summary>
    ShiftUnclear,

    /// <summary>Excused for hours or half of the day; the rest stays owed.</summary>
    OnLeaveInPart,

    /// <summary>Punches without a direction: the first is the arrival, the last the leaving.</summary>
    PunchesPaired,

    /// <summary>The shift, or the day off, is another's by an approved swap.</summary>
    ShiftSwapped,
}

/// <summary>
/// A reason with what it points to: a window, a correction, a swap, a leave's number, codes of a finding, a check-in,
/// who ruled. Null: nothing.
/// </summary>
public readonly record struct DayFinding(DayReason Reason, string? Reference = null);
