namespace Kinerja.Domain.WorkPlans;

/// <summary>
/// The achievement of a person's SKP in a period: the main results of each agreed plan by their weights (given, or
/// equal), and plans of one year by the time they held. Only what has a realisation is counted; the weights of what is
/// counted make 100% again. Every rounding is half up to a hundredth. A machine's figure for the rater, never a rating.
/// </summary>
public static class SkpAchievement
{
    /// <param name="agreed">The agreed version of each plan of the year; their order and that of their rows changes
    /// nothing.</param>
    /// <param name="realisations">What the person reported, for any of these plans.</param>
    /// <param name="period">The quarters that are looked at: one, or the four of a year.</param>
    /// <param name="by">How plans share the period after a change of post.</param>
    public static SkpStatement Of(
        IEnumerable<WorkPlan> agreed, IEnumerable<Realisation> realisations, IReadOnlyList<Quarter> period,
        ProRating by)
    {
        var reported = realisations.ToLookup(r => r.PlanFrom);
        var (first, end) = (period.Min().FirstDay, period.Max().EndDay);
        var plans = PlanSpans.Of(agreed)
            .Where(p => p.Span.Within(first, end).Days > 0)
            .Select(p => OfPlan(p.Plan, p.Span, period, [.. reported[p.Plan.From]])
                with
            { Weight = p.Span.Within(first, end).Weight(by) })
            .ToList();
        var counted = plans.Where(p => p.Value is not null && p.Weight > 0).ToList();
        if (counted.Count == 0)
        {
            return new(null, NotCounted.NothingCounted, plans);
        }

        var shares = Shares.OfAll([.. counted.Select(p => (long)p.Weight)]);
        var value = MeanOf(counted.Zip(shares, (plan, share) => (plan.Value!.Value, (long)share)));
        var shareOf = counted.Zip(shares).ToDictionary(x => x.First.From, x => x.Second);
        return new(
            value,
            null,
            [.. plans.Select(
                p => p with { ShareHundredths = shareOf.TryGetValue(p.From, out var share) ? share : null })]);
    }

    private static PlanAchievement OfPlan(
        WorkPlan plan, PlanSpan span, IReadOnlyList<Quarter> period, IReadOnlyList<Realisation> realisations)
    {
        var results = plan.Content.Results.OrderBy(r => r.Id)
            .Select(r => OfResult(r, span, period, realisations)).ToList();
        var counted = results.Where(r => r.Counts).ToList();
        Score? value = counted.Count == 0
            ? null
            : MeanOf(counted.Select(r => (r.Value!.Value, r.WeightHundredths ?? 1L)));
        NotCounted? why = value is null ? NotCounted.NothingCounted : null;
        return new(span.From, span.To, plan.Version, value, why, 0, null, results);
    }

    private static ResultAchievement OfResult(
        PlannedResult result, PlanSpan span, IReadOnlyList<Quarter> period, IReadOnlyList<Realisation> realisations)
    {
        var indicators = result.Indicators.OrderBy(n => n.Id)
            .Select(n => IndicatorRules.Achieve(n, result.Id, span, period, realisations)).ToList();
        var counted = indicators.Where(n => n.Value is not null).ToList();
        Score? value = counted.Count == 0 ? null : MeanOf(counted.Select(n => (n.Value!.Value, 1L)));
        NotCounted? why = (value, result.Kind) switch
        {
            (null, _) => NotCounted.NothingCounted,
            (_, ResultKind.Additional) => NotCounted.AdditionalResult,
            (_, ResultKind.Main) => null,
        };
        return new(result.Id, result.Kind, result.WeightHundredths, value, why, indicators);
    }

    /// <summary>
    /// The weighted mean, half up to a hundredth, in whole numbers throughout: no order of adding changes it.
    /// </summary>
    private static Score MeanOf(IEnumerable<(Score Value, long Weight)> parts)
    {
        var (sum, weight) = (0L, 0L);
        foreach (var part in parts)
        {
            sum += part.Value.Hundredths * part.Weight;
            weight += part.Weight;
        }

        return Score.FromHundredths((int)(((2 * sum) + weight) / (2 * weight)));
    }
}
