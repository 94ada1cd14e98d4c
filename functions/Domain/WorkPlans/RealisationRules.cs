namespace Kinerja.Domain.WorkPlans;

/// <summary>What a person may report: rows of the agreed plan, figures of quantitative indicators, each once, with evidence.</summary>
public static class RealisationRules
{
    public const int MostEvidence = 10;

    /// <summary>Null when everything refers to the plan; a result that is reported has something to show for it.</summary>
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
                .Select(x => new FieldFault($"{at}/figures/{x.f}/indicatorId", "The result has no such quantitative indicator.")));
        }

        return faults.Count == 0
            ? null
            : new Refusal(RefusalKind.Unprocessable, RefusalCodes.UnknownResult, faults[0].Detail) { Faults = faults };
    }
}
