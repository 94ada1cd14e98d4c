
namespace Kinerja.Domain.WorkPlans;

/// <summary>
/// What a plan's content must be by itself (PermenPANRB 6/2022, annex): a main result at least, each row named once,
/// weights on all main results or none and 100% together, targets above zero, each BerAKHLAK value at most once.
/// </summary>
public static class PlanContentRules
{
    public const int MostResults = 40;
    public const int MostIndicators = 10;
    public const int MostAnnexLines = 20;

    /// <summary>All texts together; more would not surely fit where a version is kept.</summary>
    public const int MostCharacters = 60_000;

    public static IEnumerable<FieldFault> FaultsOf(PlanContent content)
    {
        var main = content.Results.Where(r => r.Kind == ResultKind.Main).ToList();
        if (main.Count == 0)
        {
            yield return new("/results", "At least one main result is expected.");
        }

        var weights = main.Select(r => r.WeightHundredths).OfType<int>().ToList();
        if (weights.Count > 0 && weights.Count < main.Count)
        {
            yield return new("/results", "All main results have a weight, or none has.");
        }
        else if (weights.Count > 0 && weights.Sum() != Shares.All)
        {
            yield return new(
                "/results", $"The weights of the main results add to {weights.Sum() / 100m}%, not to 100%.");
        }

        if (content.Results.Any(r => r.Kind == ResultKind.Additional && r.WeightHundredths is not null))
        {
            yield return new("/results", "Additional results have no weight.");
        }

        if (content.Results.DistinctBy(r => r.Id).Count() < content.Results.Count)
        {
            yield return new("/results", "Each result has an id of its own.");
        }

        for (var i = 0; i < content.Results.Count; i++)
        {
            if (content.Results[i].Indicators is var indicators
                && indicators.DistinctBy(n => n.Id).Count() < indicators.Count)
            {
                yield return new($"/results/{i}/indicators", "Each indicator of a result has an id of its own.");
            }
        }

        if (content.Behaviour.Any(b => b.Value == FeedbackSubject.Result)
            || content.Behaviour.DistinctBy(b => b.Value).Count() < content.Behaviour.Count)
        {
            yield return new("/behaviour", "Each of the seven values at most once.");
        }
    }

    /// <summary>Null when the target can be measured against; quarters that add up must give the whole.</summary>
    public static FieldFault? FaultOf(IndicatorTarget target)
    {
        if (target.Value <= 0 || target.Quarters.Any(q => q.Value <= 0))
        {
            return new(
                "/target",
                "A target is above zero; what is to be avoided is put as a share without it, a quarter with nothing due is left out.");
        }

        if (target.Quarters.Any(q => q.Quarter is < 1 or > 4)
            || target.Quarters.DistinctBy(q => q.Quarter).Count() < target.Quarters.Count)
        {
            return new("/target/quarters", "Quarters 1 to 4, each at most once.");
        }

        return target.Counting == TargetCounting.AddsUp && target.Quarters.Count > 0
            && target.Quarters.Sum(q => q.Value) != target.Value
            ? new("/target/quarters", $"The quarters add to {target.Quarters.Sum(q => q.Value)}, not to the target.")
            : null;
    }

    public static int CharactersOf(PlanContent content) =>
        content.Results.Sum(CharactersOf)
        + content.Behaviour.Sum(b => b.Words.Length)
        + content.Annex.Support.Concat(content.Annex.Accountability).Concat(content.Annex.Consequences)
            .Sum(line => line.Length);

    private static int CharactersOf(PlannedResult result) =>
        result.Words.Length + (result.Expectation?.Length ?? 0)
        + result.Indicators.Sum(n => n.Words.Length + (n.Perspective?.Length ?? 0) + (n.Target?.Unit.Length ?? 0));
}
