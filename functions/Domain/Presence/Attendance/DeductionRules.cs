using NodaTime;

namespace Kinerja.Domain.Presence.Attendance;

/// <summary>One day's event under one rule. Minutes are null for events that have none.</summary>
public sealed record DeductionLine(
    LocalDate Date, string RuleId, DeductionEvent Event, int? Minutes, decimal Amount, DeductionUnit Unit);

/// <summary>Where a cap took something off a sum: of a day, or of the month without a date.</summary>
public sealed record CappedSum(LocalDate? Date, DeductionUnit Unit, decimal Before, decimal After);

/// <summary>
/// What a scheme says of one person's month: a statement for the payroll people, not a payment. Sums are exact. Open
/// days are those that a superior has yet to look at, or that no calendar covers: nothing is deducted for them.
/// </summary>
public sealed record DeductionStatement(
    EmployeeId EmployeeId,
    YearMonth Month,
    string SchemeVersion,
    string Basis,
    decimal PresenceSharePercent,
    int DaysToWork,
    IReadOnlyList<DeductionLine> Lines,
    IReadOnlyList<CappedSum> Capped,
    decimal PercentOfMonth,
    decimal PercentOfDay,
    decimal Rupiah,
    IReadOnlyList<LocalDate> OpenDays)
{
    /// <summary>
    /// In whole rupiah for a month's allowance, half up, rounded once at the end, and never more than the presence
    /// share of it.
    /// </summary>
    public decimal RupiahOf(decimal allowanceRupiah)
    {
        var share = allowanceRupiah * PresenceSharePercent / 100;
        var ofDays = DaysToWork == 0 ? 0 : share * PercentOfDay / (100m * DaysToWork);
        var sum = (share * PercentOfMonth / 100) + ofDays + Rupiah;
        return Math.Round(Math.Min(sum, share), 0, MidpointRounding.AwayFromZero);
    }
}

/// <summary>
/// Applies a scheme to a folded month. It reads the status, the minutes and what is missing, never the place or the
/// mode of work: flexible work costs nobody anything (seed 000). In each rule the first band that holds counts.
/// </summary>
public static class DeductionRules
{
    public static DeductionStatement Apply(DeductionScheme scheme, AttendanceMonth month)
    {
        var lines = month.Days.SelectMany(day => LinesOf(scheme, day)).ToList();
        var present = month.Days.Where(d => d.IsPresent).Select(d => d.Date).ToHashSet();
        var capped = new List<CappedSum>();
        var sums = Enum.GetValues<DeductionUnit>().ToDictionary(
            unit => unit, unit => SumOf(scheme, unit, lines, present, capped));
        return new DeductionStatement(
            month.EmployeeId,
            month.Month,
            scheme.Version,
            scheme.Basis,
            scheme.PresenceSharePercent,
            month.Days.Count(d => d.IsWorkingDay || d.Status == DayStatus.NotYet),
            lines,
            capped,
            sums[DeductionUnit.PercentOfMonth],
            sums[DeductionUnit.PercentOfDay],
            sums[DeductionUnit.Rupiah],
            [.. month.Days.Where(IsOpen).Select(d => d.Date)]);
    }

    private static IEnumerable<DeductionLine> LinesOf(DeductionScheme scheme, AttendanceDay day) =>
        from rule in scheme.Rules
        let minutes = MinutesOf(rule.Event, day)
        where minutes is not null
        let band = rule.Bands.FirstOrDefault(b => b.Holds(minutes.Value))
        where band is not null && band.Of(minutes.Value) > 0
        select new DeductionLine(
            day.Date, rule.Id, rule.Event, minutes > 0 ? minutes : null, band.Of(minutes.Value), rule.Unit);

    /// <summary>Null: it did not happen. 0: it did and has no minutes.</summary>
    private static int? MinutesOf(DeductionEvent what, AttendanceDay day) => what switch
    {
        DeductionEvent.Late => day is { IsPresent: true, LateMinutes: > 0 } ? day.LateMinutes : null,
        DeductionEvent.LeftEarly => day is { IsPresent: true, EarlyMinutes: > 0 } ? day.EarlyMinutes : null,
        DeductionEvent.AwayMidDay => day is { IsPresent: true, AwayMinutes: > 0 } ? day.AwayMinutes : null,
        DeductionEvent.NoArrival => HasOnlyLeft(day) ? 0 : null,
        DeductionEvent.NoLeaving => Misses(day, DayReason.NoLeaving) && !day.Has(DayReason.LeavingNotPlaced) ? 0 : null,
        DeductionEvent.MidDayMissing => Misses(day, DayReason.MidDayMissing) ? 0 : null,
        DeductionEvent.Absent => day.IsAbsent ? 0 : null,
    };

    /// <summary>What a superior's ruling covers is not held against anybody.</summary>
    private static bool Misses(AttendanceDay day, DayReason what) => day.IsPresent && !day.IsRuled && day.Has(what);

    /// <summary>
    /// Kemenko Infrastruktur 10/2025 art. 22 and others treat a day without an arrival as a very late one.
    /// </summary>
    private static bool HasOnlyLeft(AttendanceDay day) =>
        day.Status == DayStatus.NeedsReview && day.Has(DayReason.NoArrival) && day.LastOut is not null;

    private static bool IsOpen(AttendanceDay day) =>
        day.Status is DayStatus.Uncertain or DayStatus.NoCalendar
            || (day.Status == DayStatus.NeedsReview && !HasOnlyLeft(day))
            || (Misses(day, DayReason.NoLeaving) && day.Has(DayReason.LeavingNotPlaced));

    private static decimal SumOf(
        DeductionScheme scheme,
        DeductionUnit unit,
        List<DeductionLine> lines,
        HashSet<LocalDate> present,
        List<CappedSum> capped)
    {
        var month = 0m;
        foreach (var day in lines.Where(l => l.Unit == unit).GroupBy(l => l.Date))
        {
            var sum = day.Sum(l => l.Amount);
            month += present.Contains(day.Key) ? Cap(scheme.DayCap, unit, day.Key, sum, capped) : sum;
        }

        return Cap(scheme.MonthCap, unit, null, month, capped);
    }

    private static decimal Cap(
        DeductionCap? cap, DeductionUnit unit, LocalDate? date, decimal sum, List<CappedSum> capped)
    {
        if (cap is not { } most || most.Unit != unit || sum <= most.Amount)
        {
            return sum;
        }

        capped.Add(new CappedSum(date, unit, sum, most.Amount));
        return most.Amount;
    }
}
