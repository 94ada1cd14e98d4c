namespace Kinerja.Application.Runs;

/// <summary>
/// What a step of an evaluation's explanation tells. On the wire it is the step's code; its words are in
/// <see cref="ExplanationTexts"/>.
/// </summary>
public enum ExplanationCode
{
    Frozen,
    FrozenAsHead,
    RewardFacts,
    RewardFactsWithoutStart,
    Rated,
    NoRating,
    NoUnitPerformance,
    UnitGivesResult,
    SkpWeighed,
    BehaviourWeighed,
    Summed,
    PredicateByMatrix,
    PredicateByScore,
    PredicateByScoreAndIdea,
    NotRead,
    SpreadChangesNothing,
    Placed,
    PercentRank,
    PercentRankAlone,
    PlacedInUnit,
    TooFewForTop,
    Cap,
    InTop,
    TiedAtCap,
    RewardKeptAway,
    DisciplineInProcess,
    DisciplineServing,
    NewStaff,
    BelowFloor,
    BeyondCap,
    OwnObjectionDecided,
    OwnLateRating,
    OthersObjectionDecided,
    OthersLateRating,
    Replaces,
    ReplacesUnplaced,
    ReplacesNotAssessed,
    ObjectUntil,
}
