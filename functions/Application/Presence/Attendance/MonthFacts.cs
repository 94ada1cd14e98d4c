using Kinerja.Application.FlexibleWork;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Presence.CheckIns;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>
/// Everything stored that a month's fold looks at, for some people of one agency; sorted by day when asked for.
/// </summary>
internal sealed class MonthFacts(
    DateInterval days,
    IEnumerable<CheckIn> checkIns,
    IEnumerable<LeaveEntry> leaves,
    IEnumerable<CorrectionRecord> corrections,
    IEnumerable<OutageNotice> outages,
    IEnumerable<DayRuling> rulings,
    FlexibleMonth book)
{
    private readonly ILookup<EmployeeId, CheckIn> _checkIns = checkIns.ToLookup(c => c.Claim.EmployeeId);
    private readonly ILookup<EmployeeId, Leave> _leaves =
        leaves.Where(e => !e.Cancelled).Select(e => e.Leave).ToLookup(l => l.EmployeeId);

    private readonly ILookup<EmployeeId, Correction> _corrections =
        corrections.Select(c => c.Correction).ToLookup(c => c.EmployeeId);

    private readonly Dictionary<(EmployeeId, LocalDate), DayRuling> _rulings =
        rulings.ToDictionary(r => (r.EmployeeId, r.Date));

    private readonly List<OutageWindow> _outages =
        [.. outages.Where(o => !o.Withdrawn).Select(o => o.Window).OrderBy(w => w.From).ThenBy(w => w.Id)];

    /// <summary>Check-ins that a superior rejected.</summary>
    internal required ILookup<EmployeeId, ClientId> Rejected { get; init; }

    /// <summary>Days of flexible work that nothing covered.</summary>
    internal required IReadOnlyDictionary<(EmployeeId, LocalDate), FlexibleFinding> Findings { get; init; }

    /// <summary>Shifts that people exchanged; empty where nobody has any.</summary>
    internal required ShiftSwaps Swaps { get; init; }

    /// <summary>
    /// Every day that was read. A day's unit says whose outages count and in which zone; a window is given to each day
    /// that it touches in it, and to the day before, whose night it may touch.
    /// </summary>
    internal IReadOnlyList<DayFacts> Of(PersonTimeline person)
    {
        var checkIns = _checkIns[person.Id].ToLookup(c => c.WorkDate);
        var corrections = _corrections[person.Id].OrderBy(c => c.Id).ToLookup(c => c.Date);
        return
        [
            .. days.Select(date => new DayFacts(date)
            {
                CheckIns = [.. checkIns[date].OrderBy(c => c.TimeThatCounts).ThenBy(c => c.Claim.Id)],
                Leave = _leaves[person.Id].Where(l => l.Part is null && l.Covers(date))
                    .MinBy(l => l.Reference, StringComparer.Ordinal),
                Parts =
                [
                    .. _leaves[person.Id].Where(l => l.Part is not null && l.Covers(date))
                        .OrderBy(l => l.Reference, StringComparer.Ordinal).ThenBy(l => l.From)
                        .Select(l => new ExcusedPart(
                            l.Kind, l.Part!.Value, new DayFinding(DayReason.OnLeaveInPart, l.Reference))),
                ],
                Outages =
                [
                    .. _outages.Where(w => w.HoldsFor(person.On(date)) && Touches(w, date, person.ZoneOn(date))),
                ],
                Rejected = [.. Rejected[person.Id]],
                Corrections = [.. corrections[date]],
                Ruling = _rulings.GetValueOrDefault((person.Id, date)),
                Flexible = Findings.GetValueOrDefault((person.Id, date)),
                PersonalStarts = book.StartsOf(person.Id, date),
            }),
        ];
    }

    private static bool Touches(OutageWindow window, LocalDate date, DateTimeZone zone) =>
        window.From < date.PlusDays(2).AtStartOfDayInZone(zone).ToInstant()
            && date.AtStartOfDayInZone(zone).ToInstant() < window.To;
}
