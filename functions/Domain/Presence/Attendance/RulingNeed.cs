namespace Kinerja.Domain.Presence.Attendance;

/// <summary>Why a day needs a ruling: what its records leave open.</summary>
public enum RulingNeed
{
    /// <summary>An arrival outside every area.</summary>
    Outside,

    /// <summary>An arrival too inaccurate to tell.</summary>
    Uncertain,

    /// <summary>An arrival without a position, or where there is no area to judge it by.</summary>
    WithoutPosition,

    /// <summary>Records, none of them an arrival.</summary>
    NoArrival,

    /// <summary>Outages all day.</summary>
    Outage,

    /// <summary>An arrival and no leaving.</summary>
    NoLeaving,

    /// <summary>Flexible work that plan, post or policy do not cover.</summary>
    NotCovered,

    /// <summary>A record came after the ruling that took the day or half of it.</summary>
    RecordedAfterRuling,
}

/// <summary>Reads from a folded day whether somebody has to rule on it. A ruled day still says what was open.</summary>
public static class RulingNeeds
{
    /// <summary>The first that holds is told. A day without any record is absent by rule and needs none.</summary>
    private static readonly (DayReason Reason, RulingNeed Need)[] Reasons =
    [
        (DayReason.RecordedAfterRuling, RulingNeed.RecordedAfterRuling),
        (DayReason.OutsideEveryArea, RulingNeed.Outside),
        (DayReason.PositionUncertain, RulingNeed.Uncertain),
        (DayReason.PositionUnknown, RulingNeed.WithoutPosition),
        (DayReason.NoArrival, RulingNeed.NoArrival),
        (DayReason.OutageAllDay, RulingNeed.Outage),
        (DayReason.NoLeaving, RulingNeed.NoLeaving),
        (DayReason.FlexibleNotCovered, RulingNeed.NotCovered),
    ];

    /// <summary>
    /// Null: the records say it all. A day that is not over may still change and is the caller's to leave.
    /// </summary>
    public static RulingNeed? Of(AttendanceDay day)
    {
        foreach (var (reason, need) in Reasons)
        {
            if (day.Has(reason))
            {
                return need;
            }
        }

        return null;
    }

    /// <summary>Nobody has ruled, or a record came after the ruling.</summary>
    public static bool IsOpen(AttendanceDay day) =>
        Of(day) is { } need && (need == RulingNeed.RecordedAfterRuling || !day.IsRuled);
}
