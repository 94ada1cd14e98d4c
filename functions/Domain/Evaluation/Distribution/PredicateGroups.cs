
namespace Kinerja.Domain.Evaluation.Distribution;

/// <summary>
/// What a pattern asks of counts. Who is not assessed is in none of them: missing is never the worst predicate.
/// </summary>
public static class PredicateGroups
{
    /// <summary>All of these predicates together; a predicate is named once.</summary>
    public static int Of(this PredicateCounts counts, IReadOnlyList<Predicate> predicates)
    {
        var people = 0;
        for (var i = 0; i < predicates.Count; i++)
        {
            people += counts.Of(predicates[i]);
        }

        return people;
    }

    /// <summary>The largest group among the predicates that are not these.</summary>
    public static int LargestBeside(this PredicateCounts counts, IReadOnlyList<Predicate> predicates)
    {
        var largest = 0;
        for (var other = Predicate.VeryPoor; other <= Predicate.VeryGood; other++)
        {
            largest = predicates.Contains(other) ? largest : Math.Max(largest, counts.Of(other));
        }

        return largest;
    }

    /// <summary>The same with one person more.</summary>
    public static PredicateCounts With(this PredicateCounts counts, Predicate predicate) => predicate switch
    {
        Predicate.VeryPoor => counts with { VeryPoor = counts.VeryPoor + 1 },
        Predicate.Poor => counts with { Poor = counts.Poor + 1 },
        Predicate.NeedsImprovement => counts with { NeedsImprovement = counts.NeedsImprovement + 1 },
        Predicate.Good => counts with { Good = counts.Good + 1 },
        Predicate.VeryGood => counts with { VeryGood = counts.VeryGood + 1 },
        _ => throw new ArgumentOutOfRangeException(nameof(predicate)),
    };
}
