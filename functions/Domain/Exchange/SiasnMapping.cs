using Kinerja.Domain.Evaluation;

namespace Kinerja.Domain.Exchange;

/// <summary>SIASN's numbers of an expectation, for results and for behaviour alike.</summary>
public readonly record struct LevelCodes(int Above, int Meets, int Below)
{
    public int Of(ExpectationLevel level) => level switch
    {
        ExpectationLevel.Above => Above,
        ExpectationLevel.Meets => Meets,
        ExpectationLevel.Below => Below,
    };
}

/// <summary>SIASN's numbers of a predicate (kuadran kinerja).</summary>
public readonly record struct PredicateCodes(int VeryGood, int Good, int NeedsImprovement, int Poor, int VeryPoor)
{
    public int Of(Predicate predicate) => predicate switch
    {
        Predicate.VeryGood => VeryGood,
        Predicate.Good => Good,
        Predicate.NeedsImprovement => NeedsImprovement,
        Predicate.Poor => Poor,
        Predicate.VeryPoor => VeryPoor,
    };
}

/// <summary>SIASN's ids of the length of a period that is no year (periodik).</summary>
public readonly record struct PeriodCodes(string Month, string Quarter);

/// <summary>What SIASN calls the coefficient (koefisien) of whoever holds that post.</summary>
public readonly record struct PostCoefficient(PostId PostId, string CoefficientId);

/// <summary>
/// What SIASN asks for beside the result, and by which numbers. The numbers were seen in public clients and are no
/// published contract, so that an agency may set each of them; what its agency does not set is <see cref="Default"/>.
/// </summary>
public sealed record SiasnMapping(
    LevelCodes Result, LevelCodes Behaviour, PredicateCodes Predicate, PeriodCodes Period, bool Months)
{
    /// <summary>
    /// Above 1, meets 2, below 3; Sangat Baik 1 to Sangat Kurang 5; month 1, quarter 2. Months are not sent, and nobody
    /// has a coefficient: no default is known for either.
    /// </summary>
    public static SiasnMapping Default { get; } =
        new(new(1, 2, 3), new(1, 2, 3), new(1, 2, 3, 4, 5), new("1", "2"), Months: false);

    /// <summary>Of whoever holds no post of the list; null: none is known.</summary>
    public string? CoefficientId { get; init; }

    public IReadOnlyList<PostCoefficient> Coefficients { get; init; } = [];

    /// <summary>Quarters and years always; months where the agency says so.</summary>
    public bool Sends(PeriodKind kind) => kind != PeriodKind.Month || Months;

    /// <summary>Null where SIASN's id is not known.</summary>
    public string? CoefficientOf(PostId? post) =>
        post is { } held && Coefficients.FirstOrDefault(c => c.PostId == held) is { CoefficientId: { } own }
            ? own
            : CoefficientId;

    /// <summary>Whether it says the same, whatever list holds it.</summary>
    public bool Says(SiasnMapping other) =>
        this with { Coefficients = [] } == other with { Coefficients = [] }
        && Coefficients.SequenceEqual(other.Coefficients);
}
