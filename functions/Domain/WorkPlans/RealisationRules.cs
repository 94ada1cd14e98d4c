using NodaTime;

namespace Kinerja.Domain.WorkPlans;

/// <summary>
/// What a person may report: a quarter in which the plan holds and that has begun, rows of the agreed plan, each once.
/// </summary>
public static class RealisationRules
{
    /// <summary>All texts together, as with the plan itself.</summary>
    public const int MostCharacters = PlanContentRules.MostCharacters;

    /// <summary>Null when the plan holds in that quarter on one day at least, and the quarter has begun.</summary>
    public static Refusal? FaultOf(Quarter quarter, PlanSpan span, LocalDate today)
    {
        if (span.Within(quarter.FirstDay, quarter.EndDay).Days == 0)
        {
            return Refusal.Malformed("/period", "The plan does not hold in that quarter.");
        }

        return today < quarter.FirstDay
            ? new Refusal(RefusalKind.Unprocessable, RefusalCodes.PeriodNotStarted, $"{quarter} has not begun.")
            : null;
    }

    /// <summary>Each result and each figure of it stands once; texts fit where they are kept.</summary>
    public static IEnumerable<FieldFault> FaultsOf(IReadOnlyList<RealisedResult> reported)
    {
        if (reported.DistinctBy(r => r.ResultId).Count() < reported.Count)
        {
            yield return new("/results", "Each result once.");
        }

        for (var i = 0; i < reported.Count; i++)
        {
            if (reported[i].Figures.DistinctBy(f => f.IndicatorId).Count() < reported[i].Figures.Count)
            {
                yield return new($"/results/{i}/figures", "Each indicator once.");
            }
        }

        if (reported.Sum(CharactersOf) > MostCharacters)
        {
            yield return new("/results", $"At most {MostCharacters} characters of text are kept.");
        }
    }

    /// <summary>Null when everything that is reported is in the plan.</summary>
    public static Refusal? FaultsIn(WorkPlan agreed, IReadOnlyList<RealisedResult> reported)
    {
        var faults = new List<FieldFault>();
        for (var i = 0; i < reported.Count; i++)
        {
            var at = $"/results/{i}";
            var planned = agreed.Content.Results.FirstOrDefault(r => r.Id == reported[i].ResultId);
            if (planned is null)
            {
                faults.Add(new($"{at}/resultId", $"Version {agreed.Version} of the plan has no such result."));
                continue;
            }

            var counted = planned.Indicators.Where(n => n.Target is not null).Select(n => n.Id).ToHashSet();
            faults.AddRange(reported[i].Figures
                .Select((figure, f) => (figure, f))
                .Where(x => !counted.Contains(x.figure.IndicatorId))
                .Select(x => new FieldFault(
                    $"{at}/figures/{x.f}/indicatorId", "The result has no such quantitative indicator.")));
        }

        return faults.Count == 0
            ? null
            : new Refusal(RefusalKind.Unprocessable, RefusalCodes.UnknownResult, faults[0].Detail) { Faults = faults };
    }

    private static int CharactersOf(RealisedResult result) =>
        (result.Words?.Length ?? 0) + result.Evidence.Sum(e => e.Characters);
}
