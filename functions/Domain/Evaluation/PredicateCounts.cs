namespace Kinerja.Domain.Evaluation;

/// <summary>
/// How many people of a group have each predicate: all that a check of the distribution needs to know.
/// </summary>
public readonly record struct PredicateCounts(int VeryPoor, int Poor, int NeedsImprovement, int Good, int VeryGood)
{
    public int Assessed => VeryPoor + Poor + NeedsImprovement + Good + VeryGood;

    public int Of(Predicate predicate) => predicate switch
    {
        Predicate.VeryPoor => VeryPoor,
        Predicate.Poor => Poor,
        Predicate.NeedsImprovement => NeedsImprovement,
        Predicate.Good => Good,
        Predicate.VeryGood => VeryGood,
        _ => throw new ArgumentOutOfRangeException(nameof(predicate)),
    };

    public static PredicateCounts operator +(PredicateCounts a, PredicateCounts b) => new(
        a.VeryPoor + b.VeryPoor,
        a.Poor + b.Poor,
        a.NeedsImprovement + b.NeedsImprovement,
        a.Good + b.Good,
        a.VeryGood + b.VeryGood);
}

/// <summary>A unit's predicates, and how many of its people have none.</summary>
public readonly record struct UnitTally(UnitId UnitId, PredicateCounts Counts, int NotAssessed);
