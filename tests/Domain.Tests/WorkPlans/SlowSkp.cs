using System.Numerics;
using Kinerja.Domain.WorkPlans;
using NodaTime;

namespace Kinerja.Domain.Tests.WorkPlans;

/// <summary>
/// The achievement once more, plainly and slowly: whole fractions, day by day, no code shared with the rule.
/// </summary>
internal static class SlowSkp
{
    internal static int? Of(WorkPlan[] plans, Realisation[] realised)
    {
        var parts = plans.Select(p => (Value: OfPlan(p, plans, realised), Days: (BigInteger)DaysOf(p, plans).Count))
            .Where(p => p.Value is not null).ToList();
        if (parts.Count == 0)
        {
            return null;
        }

        // Two plans at most: the first by date has its share half up, the other what is left.
        var all = parts.Aggregate(BigInteger.Zero, (sum, p) => sum + p.Days);
        var first = HalfUp(parts[0].Days * 10_000, all);
        BigInteger[] shares = [first, 10_000 - first];
        return (int)HalfUp(parts.Select((p, i) => p.Value!.Value * shares[i]).Aggregate(BigInteger.Add), 10_000);
    }

    private static int? OfPlan(WorkPlan plan, WorkPlan[] plans, Realisation[] realised)
    {
        var (sum, weights) = (BigInteger.Zero, BigInteger.Zero);
        foreach (var result in plan.Content.Results)
        {
            var values = result.Indicators.Select(n => OfIndicator(plan, plans, result, n, realised))
                .Where(v => v is not null).ToList();
            if (values.Count > 0)
            {
                var weight = result.WeightHundredths ?? 1;
                sum += weight * HalfUp(values.Sum(v => v!.Value), values.Count);
                weights += weight;
            }
        }

        return weights == 0 ? null : (int)HalfUp(sum, weights);
    }

    private static int? OfIndicator(
        WorkPlan plan, WorkPlan[] plans, PlannedResult result, Indicator indicator, Realisation[] realised)
    {
        var (days, target) = (DaysOf(plan, plans), indicator.Target!);
        var (found, due) = (new List<decimal>(), 0);
        for (var quarter = 1; quarter <= 4; quarter++)
        {
            var inQuarter = days.Count(d => (d.Month + 2) / 3 == quarter);
            var figure = realised.SingleOrDefault(r => r.PlanFrom == plan.From && r.Quarter.Number == quarter)?.Results
                .SingleOrDefault(r => r.ResultId == result.Id)?.Figures
                .SingleOrDefault(f => f.IndicatorId == indicator.Id);
            if (inQuarter > 0 && figure is not null)
            {
                found.Add(figure.Value);
                due += inQuarter;
            }
        }

        if (found.Count == 0)
        {
            return null;
        }

        var adds = target.Counting == TargetCounting.AddsUp;
        var reached = new BigInteger(
            (adds ? found.Sum() : found[^1]) * 10_000)
                * (adds ? Period.DaysBetween(plan.From, new LocalDate(2027, 1, 1)) : 1);
        var planned = new BigInteger(target.Value * 10_000) * (adds ? due : 1);
        var hundredths = target.Direction == TargetDirection.MoreIsBetter
            ? HalfUp(reached * 10_000, planned)
            : HalfUp(BigInteger.Max(((2 * planned) - reached) * 10_000, 0), planned);
        return (int)BigInteger.Min(hundredths, 12_000);
    }

    private static List<LocalDate> DaysOf(WorkPlan plan, WorkPlan[] plans) =>
        [.. Enumerable.Range(0, 365).Select(new LocalDate(2026, 1, 1).PlusDays)
            .Where(day => plans.Where(p => p.From <= day).MaxBy(p => p.From) == plan)];

    private static BigInteger HalfUp(BigInteger numerator, BigInteger denominator) =>
        ((2 * numerator) + denominator) / (2 * denominator);
}
