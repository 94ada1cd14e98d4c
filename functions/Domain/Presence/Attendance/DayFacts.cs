using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Domain.Presence.Attendance;

/// <summary>
/// Why a day of flexible work was not covered by plan, post or entitlement: codes, at least one, in the order found.
/// The day stays present and is flagged for a superior. A covered day, or one at the office, has no finding at all.
/// </summary>
public sealed record FlexibleFinding(IReadOnlyList<string> Reasons);

/// <summary>
/// All that is known of one person's calendar date before the month is folded. Check-ins stand under their work date;
/// which shift they were made for is the fold's to say (<see cref="ShiftBook"/>). Empty is a valid day.
/// </summary>
public sealed record DayFacts(LocalDate Date)
{
    public IReadOnlyList<CheckIn> CheckIns { get; init; } = [];

    /// <summary>Client ids of check-ins that a superior rejected in a review: they count as never made.</summary>
    public IReadOnlyCollection<ClientId> Rejected { get; init; } = [];

    public Leave? Leave { get; init; }

    /// <summary>Hours or a half of the day for which the person is excused; the rest stays owed.</summary>
    public IReadOnlyList<ExcusedPart> Parts { get; init; } = [];

    /// <summary>Windows that hold for this person and touch this date or the night after it.</summary>
    public IReadOnlyList<OutageWindow> Outages { get; init; } = [];

    /// <summary>Corrections of this date; those not approved are passed over.</summary>
    public IReadOnlyList<Correction> Corrections { get; init; } = [];

    /// <summary>What a superior ruled on this date, if anything.</summary>
    public DayRuling? Ruling { get; init; }

    /// <summary>
    /// Starts of one's own, such as 08:30 as a reward: whoever comes between one and the unit's start leaves when the
    /// hours are done, and no day comes out worse by any of them. None: the unit's.
    /// </summary>
    public IReadOnlyList<LocalTime> PersonalStarts { get; init; } = [];

    public FlexibleFinding? Flexible { get; init; }

    /// <summary>The days on which there are check-ins, with nothing else known.</summary>
    public static IReadOnlyList<DayFacts> Of(IEnumerable<CheckIn> checkIns) =>
        [.. checkIns.GroupBy(c => c.WorkDate).Select(day => new DayFacts(day.Key) { CheckIns = [.. day] })];
}
