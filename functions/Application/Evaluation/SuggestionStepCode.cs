namespace Kinerja.Application.Evaluation;

/// <summary>
/// What a step of a suggestion's explanation tells. On the wire it is the step's code; its words are in
/// <see cref="SuggestionTexts"/>.
/// </summary>
public enum SuggestionStepCode
{
    SkpFromPlan,
    SkpFromElsewhere,
    SkpMissing,
    WeightsLeaderAlone,
    WeightsOthersHeard,
    ScoreMissing,
    ScoreWeighed,
    ResultByUnit,
    UnitPerformanceMissing,
    ResultByBands,
    ResultMissing,
    BehaviourByBands,
    BehaviourMissing,
    PredicateByMatrix,
    MatrixLacksLevel,
    PredicateByScore,
    PredicateByScoreOrIdea,
    NoScoreNoPredicate,
    RaterDecides,
}
