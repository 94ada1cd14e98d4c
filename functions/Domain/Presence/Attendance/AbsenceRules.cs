using NodaTime;

namespace Kinerja.Domain.Presence.Attendance;

/// <summary>
/// Government Regulation 94/2021 on discipline: days absent without a valid reason count within a calendar year. Ten
/// working days in a row stand by themselves, and go on across New Year: they are of the year in which the tenth falls.
/// The ladder is that of the last day that counts.
/// </summary>
public static class AbsenceRules
{
    /// <param name="employee">Whose days they are.</param>
    /// <param name="year">The calendar year.</param>
    /// <param name="days">
    /// The year's days and, where a run may come from there, days before it; in any order. Later ones are passed over.
    /// </param>
    /// <param name="law">The ladder of the person's kind by date.</param>
    public static AbsenceYear Count(
        EmployeeId employee, int year, IEnumerable<AttendanceDay> days, DisciplineLaw law)
    {
        var inOrder = days.Where(d => d.Date.Year <= year).OrderBy(d => d.Date).ToList();
        var ofYear = inOrder.Where(d => d.Date.Year == year).ToList();
        var absent = ofYear.Where(d => d.IsAbsent).Select(d => d.Date).ToList();
        var undecided = ofYear
            .Where(d => d.Status is DayStatus.NeedsReview or DayStatus.Uncertain or DayStatus.NoCalendar)
            .Select(d => d.Date).ToList();
        var (longest, enough) = Runs(inOrder, year, law);
        var minuteDays = MinuteDays(ofYear, law);
        var counted = new AbsenceYear(employee, year, absent, undecided, longest, null) { MinuteDays = minuteDays };
        var last = ofYear.Where(d => d.IsAbsent || (minuteDays > 0 && MinutesOf(d) > 0))
            .Select(d => (LocalDate?)d.Date).LastOrDefault();
        if (last is not { } on)
        {
            return counted;
        }

        var proposal = ProposalOf(counted, enough, on, law);
        var lacksRule = proposal is null && law.LadderOn(on) is null;
        return counted with
        {
            Proposal = proposal,
            NoProposal = lacksRule ? NoProposalReason.NoRuleForPppk : null,
        };
    }

    /// <summary>Whether the first of these days that counts is an absence, so that its run may be older.</summary>
    public static bool MayHaveBegunBefore(IEnumerable<AttendanceDay> days) =>
        days.Where(Counts).MinBy(d => d.Date) is { IsAbsent: true };

    /// <summary>Whether nothing in these days ends a run, so that it may have begun before them.</summary>
    public static bool MayReachThrough(IEnumerable<AttendanceDay> days) => days.Where(Counts).All(d => d.IsAbsent);

    private static AbsenceProposal? ProposalOf(
        AbsenceYear counted, IReadOnlyList<LocalDate>? enough, LocalDate on, DisciplineLaw law)
    {
        var ladder = law.LadderOn(on);
        var reached = ladder?.Steps.Count(s => counted.CountedDays >= s.Days) ?? 0;
        if (enough is not null && law.LadderOn(enough[^1]) is { InARow: { } step } rowed
            && (ladder is null || reached < ladder.Steps.Count || rowed.TierInARow > reached))
        {
            return new AbsenceProposal(rowed.TierInARow, step, true, enough, law.PolicyOn(enough[^1]).Version);
        }

        return reached == 0
            ? null
            : new AbsenceProposal(
                reached, ladder!.Steps[reached - 1], false, counted.AbsentDays, law.PolicyOn(on).Version)
            {
                MinuteDays = counted.MinuteDays,
            };
    }

    /// <summary>
    /// The longest run with a day in the year, counted to the year's end; and the days of the first one that became
    /// enough in it. Days off and days out of service do not break a run and do not lengthen it. Anything else does
    /// break it: a day present, excused, or undecided, since a doubt is not held against the person.
    /// </summary>
    private static (int Longest, IReadOnlyList<LocalDate>? Enough) Runs(
        List<AttendanceDay> inOrder, int year, DisciplineLaw law)
    {
        var (run, longest, wasEnough) = (new List<LocalDate>(), 0, false);
        IReadOnlyList<LocalDate>? first = null;
        foreach (var day in inOrder.Where(Counts))
        {
            if (!day.IsAbsent)
            {
                run.Clear();
                wasEnough = false;
                continue;
            }

            run.Add(day.Date);
            longest = day.Date.Year == year ? Math.Max(longest, run.Count) : longest;
            if (!wasEnough && law.LadderOn(day.Date)?.InARow is { } step && run.Count >= step.Days)
            {
                wasEnough = true;
                first ??= day.Date.Year == year ? [.. run] : null;
            }
        }

        return (longest, first);
    }

    /// <summary>
    /// Each day's minutes by the switch of that day: none while it is off, and so many to a day as it says. Full days
    /// only, of all of them together.
    /// </summary>
    private static int MinuteDays(List<AttendanceDay> ofYear, DisciplineLaw law)
    {
        var (minutes, ofADay) = (0L, 1L);
        foreach (var of in ofYear.GroupBy(d => law.PolicyOn(d.Date).MinutesOfADay, MinutesOf))
        {
            if (of.Key is { } most)
            {
                (minutes, ofADay) = ((minutes * most) + (of.Sum() * ofADay), ofADay * most);
            }
        }

        return (int)(minutes / ofADay);
    }

    private static int MinutesOf(AttendanceDay day) => (day.LateMinutes ?? 0) + (day.EarlyMinutes ?? 0);

    private static bool Counts(AttendanceDay day) => day.Status is not (DayStatus.DayOff or DayStatus.NotInService);
}
