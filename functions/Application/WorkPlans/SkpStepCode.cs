namespace Kinerja.Application.WorkPlans;

/// <summary>
/// What a step of an achievement's explanation tells. On the wire it is the step's code; its words are in
/// <see cref="SkpTexts"/>.
/// </summary>
public enum SkpStepCode
{
    IndicatorQualitative,
    IndicatorNotDue,
    IndicatorNotReported,
    IndicatorMore,
    IndicatorLess,
    QuartersLeftOut,
    ResultNotCounted,
    ResultOfOne,
    ResultMean,
    IndicatorsLeftOut,
    ResultAdditional,
    PlanNotCounted,
    PlanOfOne,
    PlanMean,
    PlanWeighed,
    ResultsLeftOut,
    SkpNotCounted,
    SkpOfOnePlan,
    SkpByDays,
    SkpByMonths,
    PlansLeftOut,
}
