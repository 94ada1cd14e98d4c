using NodaTime;

namespace Kinerja.Domain.Presence.Attendance;

/// <summary>When a month can be closed, and what of a closed one is a difference.</summary>
public static class PayrollRules
{
    /// <summary>So many months back a difference is still looked for. No rule says it.</summary>
    public const int MonthsBack = 12;

    /// <summary>The westernmost zone of Indonesia: a day that is over there is over everywhere.</summary>
    private static readonly Offset West = Offset.FromHours(7);

    /// <summary>Null when the month can be closed: it is over in every zone, and the next after the last one.</summary>
    /// <param name="month">To be closed.</param>
    /// <param name="last">The last one that is closed; null while none is.</param>
    /// <param name="first">That of the agency's first day.</param>
    /// <param name="now">When it is asked.</param>
    public static Refusal? WhyNotClose(YearMonth month, YearMonth? last, YearMonth first, Instant now)
    {
        if (now.WithOffset(West).Date <= month.ToDateInterval().End)
        {
            return new(RefusalKind.Unprocessable, RefusalCodes.PeriodNotOver, $"{month:uuuu-MM} is not over.");
        }

        if (last is { } closed)
        {
            return month == closed.PlusMonths(1) ? null : Order($"{closed.PlusMonths(1):uuuu-MM} is next.");
        }

        return month.CompareTo(first) < 0 ? Order($"The agency began in {first:uuuu-MM}.") : null;
    }

    public static Refusal Order(Sentence detail) => new(RefusalKind.Conflict, RefusalCodes.PayrollOrder, detail);

    /// <summary>
    /// Null when the same is to be paid: another line, rule or version that costs the same is no difference, and
    /// neither is a change that was taken back.
    /// </summary>
    public static StatementDifference? Between(
        EmployeeId employee, YearMonth month, DeductionStatement? before, DeductionStatement? after) =>
        CostsOf(before) == CostsOf(after) ? null : new(employee, month, before, after, DaysBetween(before, after));

    /// <summary>
    /// What changed the days of a difference between two moments, both included: a close is dated before it reads.
    /// Other records are named where a day is changed in whose week nothing else was: minutes that are required in a
    /// week may be missed on another of its days.
    /// </summary>
    public static IReadOnlyList<DifferenceCause> CausesOf(
        StatementDifference found,
        IEnumerable<Correction> corrections,
        IEnumerable<DayRuling> rulings,
        IEnumerable<LeaveEntry> leaves,
        Instant after,
        Instant until)
    {
        var days = found.Days.ToHashSet();
        var causes = new List<DifferenceCause>();
        var weeks = new HashSet<LocalDate>();
        Add(DifferenceCause.Correction, corrections
            .Where(c => c.Trail.Any(s => s.State == CorrectionState.Approved && IsWithin(s.At))).Select(c => c.Date));
        Add(DifferenceCause.Ruling, rulings
            .Where(r => r.Steps.Any(s => s.Outcome is not null && IsWithin(s.At))).Select(r => r.Date));
        Add(DifferenceCause.Leave, leaves
            .Where(l => IsWithin(l.RecordedAt)).SelectMany(l => days.Where(l.Leave.Covers)));
        if (found.Before?.SchemeVersion != found.After?.SchemeVersion)
        {
            causes.Add(DifferenceCause.Policy);
        }
        else if (causes.Count == 0 || days.Any(day => !weeks.Contains(WeekOf(day))))
        {
            causes.Add(DifferenceCause.Records);
        }

        return causes;

        bool IsWithin(Instant at) => after <= at && at <= until;

        void Add(DifferenceCause cause, IEnumerable<LocalDate> on)
        {
            var changed = on.Where(days.Contains).Select(WeekOf).ToList();
            causes.AddRange(changed.Count > 0 ? [cause] : []);
            weeks.UnionWith(changed);
        }
    }

    /// <summary>Its Monday.</summary>
    private static LocalDate WeekOf(LocalDate day) => day.PlusDays(1 - (int)day.DayOfWeek);

    /// <summary>
    /// All that a payment follows from. The days to work and the share count only where something is deducted of them.
    /// </summary>
    private static (decimal Month, decimal Day, decimal Rupiah, int Days, decimal Share) CostsOf(
        DeductionStatement? statement) => statement is not { } s
        || s is { PercentOfMonth: 0, PercentOfDay: 0, Rupiah: 0 }
        ? default
        : (s.PercentOfMonth, s.PercentOfDay, s.Rupiah, s.PercentOfDay == 0 ? 0 : s.DaysToWork, s.PresenceSharePercent);

    private static List<LocalDate> DaysBetween(DeductionStatement? before, DeductionStatement? after)
    {
        var (first, second) = (LinesOf(before), LinesOf(after));
        return [.. first.Select(day => day.Key).Union(second.Select(day => day.Key)).Order()
            .Where(date => !first[date].SequenceEqual(second[date]))];
    }

    private static ILookup<LocalDate, DeductionLine> LinesOf(DeductionStatement? statement) =>
        (statement?.Lines ?? []).ToLookup(line => line.Date);
}
