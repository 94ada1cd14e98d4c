using NodaTime;

namespace Kinerja.Domain.Presence.Attendance;

/// <summary>What is deducted, told apart by unit: sums of different units are never added.</summary>
public readonly record struct DeductionSums(decimal PercentOfMonth, decimal PercentOfDay, decimal Rupiah)
{
    /// <summary>Of a month, caps taken off.</summary>
    public static DeductionSums Of(DeductionStatement statement) =>
        new(statement.PercentOfMonth, statement.PercentOfDay, statement.Rupiah);

    /// <summary>Of a day's lines, before any cap.</summary>
    public static DeductionSums Of(IEnumerable<DeductionLine> lines) => lines.Aggregate(
        default(DeductionSums),
        (sum, line) => line.Unit switch
        {
            DeductionUnit.PercentOfMonth => sum with { PercentOfMonth = sum.PercentOfMonth + line.Amount },
            DeductionUnit.PercentOfDay => sum with { PercentOfDay = sum.PercentOfDay + line.Amount },
            DeductionUnit.Rupiah => sum with { Rupiah = sum.Rupiah + line.Amount },
        });
}

/// <summary>
/// What a day comes out as, as far as anybody acts on it. Minutes are null unless present; nothing is said of
/// deductions without a scheme.
/// </summary>
public readonly record struct DayOutcome(
    DayStatus Status, int? LateMinutes, int? EarlyMinutes, DeductionSums? Deducted)
{
    internal bool IsAs(DayOutcome other) =>
        this with { Deducted = Deducted ?? default(DeductionSums) }
        == other with { Deducted = other.Deducted ?? default(DeductionSums) };
}

/// <summary>A day that comes out otherwise under the other rules.</summary>
public readonly record struct DayChange(LocalDate Date, DayOutcome Before, DayOutcome After);

/// <summary>
/// One person's month under two sets of rules, with the days that differ. There may be none when only a cap moved.
/// Sums are null without a scheme.
/// </summary>
public sealed record MonthChange(
    EmployeeId EmployeeId, DeductionSums? Before, DeductionSums? After, IReadOnlyList<DayChange> Days);

/// <summary>
/// Sets a month under the rules in force beside the same month under others. Names of versions and reasons are no
/// difference; statuses, minutes and deductions are. Where an agency has no scheme yet, whoever would lose nothing by
/// the first one sees no difference. Both months must be folded from the same facts and end on the same day.
/// </summary>
public static class MonthComparison
{
    /// <returns>Null when nobody would notice.</returns>
    public static MonthChange? Of(
        AttendanceMonth before, DeductionScheme? schemeBefore, AttendanceMonth after, DeductionScheme? schemeAfter)
    {
        var (old, other) = (StatementOf(schemeBefore, before), StatementOf(schemeAfter, after));
        var days = OutcomesOf(before, old).Zip(OutcomesOf(after, other))
            .Where(pair => !pair.First.Outcome.IsAs(pair.Second.Outcome))
            .Select(pair => new DayChange(pair.First.Date, pair.First.Outcome, pair.Second.Outcome))
            .ToList();
        var (sumBefore, sumAfter) = (SumsOf(old), SumsOf(other));
        return days.Count == 0 && (sumBefore ?? default(DeductionSums)) == (sumAfter ?? default(DeductionSums))
            ? null
            : new MonthChange(before.EmployeeId, sumBefore, sumAfter, days);
    }

    private static DeductionStatement? StatementOf(DeductionScheme? scheme, AttendanceMonth month) =>
        scheme is null ? null : DeductionRules.Apply(scheme, month);

    private static DeductionSums? SumsOf(DeductionStatement? statement) =>
        statement is null ? null : DeductionSums.Of(statement);

    private static IEnumerable<(LocalDate Date, DayOutcome Outcome)> OutcomesOf(
        AttendanceMonth month, DeductionStatement? statement)
    {
        var lines = statement?.Lines.ToLookup(l => l.Date);
        return month.Days.Select(d => (
            d.Date,
            new DayOutcome(
                d.Status, d.LateMinutes, d.EarlyMinutes,
                lines is null ? null : DeductionSums.Of(lines[d.Date]))));
    }
}
