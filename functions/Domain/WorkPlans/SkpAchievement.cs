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
            return new(
                null, NotCounted.NothingCounted, plans, "nothing could be counted: no figure, which is not zero");
        }

        var shares = Shares.OfAll([.. counted.Select(p => (long)p.Weight)]);
        var value = MeanOf(counted.Zip(shares, (plan, share) => (plan.Value!.Value, (long)share)));
        var shareOf = counted.Zip(shares).ToDictionary(x => x.First.From, x => x.Second);
        return new(
            value,
            null,
            [.. plans.Select(
                p => p with { ShareHundredths = shareOf.TryGetValue(p.From, out var share) ? share : null })],
            ArithmeticOf(
                [.. counted.Zip(shares, (p, s) => $"{p.Value} × {Percent(s)}%")],
                value,
                plans.Count - counted.Count,
                "plan"));
    }

    private static PlanAchievement OfPlan(
        WorkPlan plan, PlanSpan span, IReadOnlyList<Quarter> period, IReadOnlyList<Realisation> realisations)
    {
        var planned = plan.Content.Results.OrderBy(r => r.Id).ToList();
        var results = planned.ConvertAll(r => OfResult(r, span, period, realisations));
        var weights = planned.ToDictionary(r => r.Id, r => r.WeightHundredths ?? 1);
        var main = results.Where(r => r.Kind == ResultKind.Main).ToList();
        var counted = main.Where(r => r.Value is not null && weights[r.Id] > 0).ToList();
        if (counted.Count == 0)
        {
            return new(
                span.From,
                span.To,
                plan.Version,
                null,
                NotCounted.NothingCounted,
                0,
                null,
                results,
                "no main result could be counted");
        }

        var value = MeanOf(counted.Select(r => (r.Value!.Value, (long)weights[r.Id])));
        var given = planned.Any(r => r.WeightHundredths is not null);
        var left = main.Count - counted.Count;
        var terms = counted.ConvertAll(r => given ? $"{r.Value} × {Percent(weights[r.Id])}" : $"{r.Value}");
        var divisor = given ? Percent(counted.Sum(r => weights[r.Id])) : $"{counted.Count}";
        var arithmetic = ArithmeticOf(terms, value, left, "main result", divisor);
        return new(span.From, span.To, plan.Version, value, null, 0, null, results, arithmetic);
    }

    private static ResultAchievement OfResult(
        PlannedResult result, PlanSpan span, IReadOnlyList<Quarter> period, IReadOnlyList<Realisation> realisations)
    {
        var indicators = result.Indicators.OrderBy(n => n.Id)
            .Select(n => IndicatorRules.Achieve(n, result.Id, span, period, realisations)).ToList();
        var counted = indicators.Where(n => n.Value is not null).ToList();
        if (counted.Count == 0)
        {
            return new(
                result.Id, result.Kind, null, NotCounted.NothingCounted, indicators, "no indicator could be counted");
        }

        var value = MeanOf(counted.Select(n => (n.Value!.Value, 1L)));
        var words = ArithmeticOf(
            [.. counted.Select(n => $"{n.Value}")],
            value,
            indicators.Count - counted.Count,
            "indicator",
            $"{counted.Count}");
        return result.Kind switch
        {
            ResultKind.Main => new(result.Id, result.Kind, value, null, indicators, words),
            ResultKind.Additional => new(
                result.Id, result.Kind, value, NotCounted.AdditionalResult, indicators,
                $"{words}; additional, shown beside the main results"),
        };
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

    /// <summary>The sum over the divisor; no divisor where the terms' weights are parts of the whole.</summary>
    private static string ArithmeticOf(
        IReadOnlyList<string> terms, Score value, int left, string what, string? divisor = null)
    {
        var sum = string.Join(" + ", terms);
        var over = divisor is null or "1" ? "" : $" / {divisor}";
        var mean = $"{(terms.Count > 1 && over.Length > 0 ? $"({sum})" : sum)}{over} = {value}";
        return left == 0
            ? mean
            : $"{mean}; {left} {what}{(left == 1 ? "" : "s")} without a figure left out, not counted as zero";
    }

    private static string Percent(int hundredths) =>
        (hundredths / 100m).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
}
