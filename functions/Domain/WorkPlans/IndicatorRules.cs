namespace Kinerja.Domain.WorkPlans;

/// <summary>
/// The achievement of one indicator: realisation against target in percent, at most 120 (PP 30/2019), at least 0, half
/// up to a hundredth. Where less is better the percent is mirrored at 100: on target is 100, half as much is 120, twice
/// is 0. Quarters without a realisation stand on neither side of the division.
/// </summary>
public static class IndicatorRules
{
    private const decimal Cap = 120;

    public static IndicatorAchievement Achieve(
        Indicator indicator, PlanRowId result, PlanSpan span, IReadOnlyList<Quarter> period,
        IReadOnlyList<Realisation> realisations)
    {
        if (indicator.Target is not { } target)
        {
            return NotMeasured([], NotCounted.Qualitative);
        }

        var quarters = period.Where(q => IsDueIn(target, span, q)).Order().ToList();
        var figures = quarters.Select(q => (Quarter: q, Value: FigureOf(realisations, q, result, indicator.Id)))
            .ToList();
        var reported = figures.Where(f => f.Value is not null).ToList();
        var missing = figures.Where(f => f.Value is null).Select(f => f.Quarter).ToList();
        if (reported.Count == 0)
        {
            return NotMeasured(missing, NotCounted.NoRealisation);
        }

        var counted = target.Counting switch
        {
            TargetCounting.AddsUp => reported,
            TargetCounting.Latest => [reported[^1]],
        };
        var due = counted.ConvertAll(f => f.Quarter);
        var (realised, planned) = (counted.Sum(f => f.Value!.Value), PlannedFor(target, span, due));
        return new(
            indicator.Id, reported.ConvertAll(f => f.Quarter), missing, due, target.Direction, realised, planned,
            PercentOf(realised, planned, target.Direction), null);

        IndicatorAchievement NotMeasured(IReadOnlyList<Quarter> without, NotCounted why) =>
            new(indicator.Id, [], without, [], null, null, null, null, why);
    }

    /// <summary>Planned is above zero: plans say so, and a quarter in which nothing is due is not looked at.</summary>
    public static Score PercentOf(decimal realised, decimal planned, TargetDirection direction)
    {
        var percent = direction switch
        {
            TargetDirection.MoreIsBetter => realised * 100 / planned,
            TargetDirection.LessIsBetter => ((2 * planned) - realised) * 100 / planned,
        };
        var rounded = decimal.Round(Math.Clamp(percent, 0, Cap), 2, MidpointRounding.AwayFromZero);
        return Score.FromHundredths((int)(rounded * 100));
    }

    private static bool IsDueIn(IndicatorTarget target, PlanSpan span, Quarter quarter) =>
        span.Within(quarter.FirstDay, quarter.EndDay).Days > 0
        && (target.Quarters.Count == 0 || target.Quarters.Any(q => q.Quarter == quarter.Number));

    /// <summary>
    /// A target that is spread has these quarters' share of the days from the plan's first to the year's end: all of
    /// them together are the target, exactly, and of a plan that a change of post cut short only what its days were to
    /// bring is due.
    /// </summary>
    private static decimal PlannedFor(IndicatorTarget target, PlanSpan span, IReadOnlyList<Quarter> quarters)
    {
        if (target.Quarters.Count > 0)
        {
            return target.Quarters.Where(t => quarters.Any(q => q.Number == t.Quarter)).Sum(t => t.Value);
        }

        return target.Counting switch
        {
            TargetCounting.AddsUp => target.Value * quarters.Sum(
                q => span.Within(q.FirstDay, q.EndDay).Days) / PlanSpan.ToYearsEnd(span.From).Days,
            TargetCounting.Latest => target.Value,
        };
    }

    private static decimal? FigureOf(
        IReadOnlyList<Realisation> realisations, Quarter quarter, PlanRowId result, PlanRowId indicator) =>
        realisations.FirstOrDefault(r => r.Quarter == quarter)?.Results.FirstOrDefault(r => r.ResultId == result)?
            .Figures.FirstOrDefault(f => f.IndicatorId == indicator)?.Value;
}
