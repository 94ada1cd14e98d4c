namespace Kinerja.Domain.Evaluation.Distribution;

/// <summary>How a percentage of people becomes whole people; no rule found says it.</summary>
public enum PeopleRounding
{
    /// <summary>No percentage is passed: what is at most goes down, what is at least goes up.</summary>
    Strict,

    /// <summary>To the nearest, a half up.</summary>
    HalfUp,

    /// <summary>A fraction of a person is no breach: what is at most goes up, what is at least goes down.</summary>
    Lenient,
}

/// <summary>What "the greater part" of a unit is; no rule found says it.</summary>
public enum MostReading
{
    /// <summary>No other predicate has more people; as many is enough.</summary>
    LargestGroup,

    /// <summary>More than half of the assessed.</summary>
    MoreThanHalf,
}

/// <summary>
/// What an agency may set about distribution. SE MenPANRB 3/2023 says neither how to round nor from which size a unit's
/// pattern counts; the defaults keep every percentage as it stands, and begin at 3, the smallest size at which each of
/// the circular's five patterns can hold at all. Whether a unit's head counts among its people is not said either: by
/// default yes.
/// </summary>
public sealed record DistributionPolicy(
    string Version,
    DistributionPattern Pattern,
    PeopleRounding Rounding,
    MostReading Most,
    int SmallestUnit,
    bool HeadCounts,
    LeniencyPolicy Leniency);
