namespace Kinerja.Domain.Presence.Attendance;

/// <summary>
/// How a day came out by some hours: minutes late, early (null without a leaving) and away within them, and what took
/// minutes off the lateness.
/// </summary>
internal readonly record struct DayTiming(int Late, int? Early, int Away, IReadOnlyList<DayFinding> Forgiven)
{
    internal (int Late, int? Early, int Away) Minutes => (Late, Early, Away);

    /// <summary>
    /// The same day by the hours that a reward moves. None of its minutes is more than without it: whoever leaves
    /// before the moved hours are done is told the rest as lateness, since so late the person came by the hours of
    /// the unit.
    /// </summary>
    internal DayTiming OrBetter(DayTiming moved)
    {
        var late = moved.Late + Math.Max(0, (moved.Early ?? 0) - (Early ?? 0));
        return new DayTiming(
            Math.Min(Late, late),
            moved.Early < Early ? moved.Early : Early,
            Math.Min(Away, moved.Away),
            late < Late ? moved.Forgiven : Forgiven);
    }
}
