
namespace Kinerja.Domain.Evaluation.Distribution;

/// <summary>What a cell of a pattern asks of the people with one predicate, or with several together.</summary>
public enum LimitKind
{
    /// <summary>At most that percentage; 0% is nobody.</summary>
    AtMost,

    /// <summary>At least that percentage.</summary>
    AtLeast,

    /// <summary>At least one person, however many there are ("harus ada").</summary>
    Some,

    /// <summary>The greater part ("sebagian besar"); what that means is for the policy to say.</summary>
    Most,
}

/// <summary>One cell of a pattern. The percentage is 0 where the kind needs none.</summary>
public sealed record DistributionLimit(LimitKind Kind, int Percent, IReadOnlyList<Predicate> Predicates);

/// <summary>How a percentage of people became a whole number.</summary>
public enum RoundedWay
{
    /// <summary>It was whole, or the limit is no percentage.</summary>
    Whole,
    Down,
    Up,
}

/// <summary>
/// A cell held against what is there. The exact wish is in hundredths of a person (70% of 5 is 350), the wanted number
/// is whole.
/// </summary>
public sealed record LimitFinding(
    DistributionLimit Limit, int ExactHundredths, RoundedWay Rounded, int Wanted, int Found, bool Kept);
