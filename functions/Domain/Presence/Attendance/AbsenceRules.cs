using NodaTime;

namespace Kinerja.Domain.Presence.Attendance;

/// <summary>What PP 94/2021 provides for working days absent without a valid reason, by weight.</summary>
public enum AbsenceTier
{
    OralWarning,
    WrittenWarning,
    StatementOfDissatisfaction,
    AllowanceCutSixMonths,
    AllowanceCutNineMonths,
    AllowanceCutTwelveMonths,
    LowerPostTwelveMonths,
    ExecutorPostTwelveMonths,
    Dismissal,
}

/// <summary>
/// A proposal for people to decide on, with the days that it rests on and the article. Nothing happens by it: the
/// superior asks the person first, and a reason that comes later takes the day away again.
/// </summary>
public sealed record AbsenceProposal(AbsenceTier Tier, string Article, bool InARow, IReadOnlyList<LocalDate> Evidence)
{
    public bool IsSameAs(AbsenceProposal other) =>
        Evidence.SequenceEqual(other.Evidence) && this == other with { Evidence = Evidence };
}

/// <summary>A year's absences so far. Undecided days wait for a superior or a calendar and do not count.</summary>
public sealed record AbsenceYear(
    EmployeeId EmployeeId,
    int Year,
    IReadOnlyList<LocalDate> AbsentDays,
    IReadOnlyList<LocalDate> UndecidedDays,
    int LongestRunDays,
    AbsenceProposal? Proposal);

/// <summary>
/// Government Regulation 94/2021 on discipline: days absent without a valid reason count within a calendar year, and
/// ten working days in a row by themselves. One and two days have no tier. Late minutes are not turned into days.
/// </summary>
public static class AbsenceRules
{
    private const int DaysInARow = 10;

    /// <summary>The least days of each tier, the heaviest first.</summary>
    private static readonly (int Days, AbsenceTier Tier, string Article)[] Tiers =
    [
        (28, AbsenceTier.Dismissal, "PP 94/2021 pasal 11 ayat (2) huruf d angka 3"),
        (25, AbsenceTier.ExecutorPostTwelveMonths, "PP 94/2021 pasal 11 ayat (2) huruf d angka 2"),
        (21, AbsenceTier.LowerPostTwelveMonths, "PP 94/2021 pasal 11 ayat (2) huruf d angka 1"),
        (17, AbsenceTier.AllowanceCutTwelveMonths, "PP 94/2021 pasal 10"),
        (14, AbsenceTier.AllowanceCutNineMonths, "PP 94/2021 pasal 10"),
        (11, AbsenceTier.AllowanceCutSixMonths, "PP 94/2021 pasal 10"),
        (7, AbsenceTier.StatementOfDissatisfaction, "PP 94/2021 pasal 9"),
        (4, AbsenceTier.WrittenWarning, "PP 94/2021 pasal 9"),
        (3, AbsenceTier.OralWarning, "PP 94/2021 pasal 9"),
    ];

    /// <param name="employee">Whose days they are.</param>
    /// <param name="year">The calendar year; a run counts from its first day within it.</param>
    /// <param name="days">The year's days in any order; days of other years are passed over.</param>
    public static AbsenceYear Count(EmployeeId employee, int year, IEnumerable<AttendanceDay> days)
    {
        var inOrder = days.Where(d => d.Date.Year == year).OrderBy(d => d.Date).ToList();
        var absent = inOrder.Where(d => d.IsAbsent).Select(d => d.Date).ToList();
        var undecided = inOrder
            .Where(d => d.Status is DayStatus.NeedsReview or DayStatus.Uncertain or DayStatus.NoCalendar)
            .Select(d => d.Date).ToList();
        var run = LongestRun(inOrder);
        return new AbsenceYear(employee, year, absent, undecided, run.Count, ProposalOf(absent, run));
    }

    private static AbsenceProposal? ProposalOf(List<LocalDate> absent, List<LocalDate> run)
    {
        if (run.Count >= DaysInARow && absent.Count < Tiers[0].Days)
        {
            return new AbsenceProposal(
                AbsenceTier.Dismissal, "PP 94/2021 pasal 11 ayat (2) huruf d angka 4", true, run);
        }

        var reached = Tiers.FirstOrDefault(t => absent.Count >= t.Days);
        return reached.Days == 0 ? null : new AbsenceProposal(reached.Tier, reached.Article, false, absent);
    }

    /// <summary>
    /// Days off and days out of service do not break a run and do not lengthen it. Anything else does break it: a day
    /// present, excused, or undecided, since a doubt is not held against the person.
    /// </summary>
    private static List<LocalDate> LongestRun(List<AttendanceDay> inOrder)
    {
        var (longest, current) = (new List<LocalDate>(), new List<LocalDate>());
        foreach (var day in inOrder.Where(
            d => d.Status is not (DayStatus.DayOff or DayStatus.NotInService)))
        {
            current = day.IsAbsent ? [.. current, day.Date] : [];
            longest = current.Count > longest.Count ? current : longest;
        }

        return longest;
    }
}
