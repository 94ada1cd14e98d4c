using Kinerja.Domain;
using Kinerja.Domain.WorkPlans;

namespace Kinerja.Application.WorkPlans;

public readonly struct IndicatorTargetResponse(IndicatorTarget target)
{
    public decimal Value => target.Value;
    public string Unit => target.Unit;
    public TargetDirection Direction => target.Direction;
    public TargetCounting Counting => target.Counting;
    public IReadOnlyList<QuarterTarget>? Quarters => target.Quarters.Count == 0 ? null : target.Quarters;
}

public readonly struct IndicatorResponse(Indicator indicator)
{
    public PlanRowId Id => indicator.Id;
    public string Words => indicator.Words;
    public IndicatorAspect? Aspect => indicator.Aspect;
    public string? Perspective => indicator.Perspective;
    public IndicatorTargetResponse? Target =>
        indicator.Target is { } target ? new IndicatorTargetResponse(target) : null;
}

public readonly struct PlannedResultResponse(PlannedResult result)
{
    public PlanRowId Id => result.Id;
    public ResultKind Kind => result.Kind;
    public string Words => result.Words;
    public string? Expectation => result.Expectation;
    public PlanRowId? ServesId => result.ServesId;
    public ClientId? AssignmentId => result.AssignmentId;
    public decimal? WeightPercent => result.WeightHundredths / 100m;
    public IReadOnlyList<IndicatorResponse> Indicators =>
        [.. result.Indicators.Select(indicator => new IndicatorResponse(indicator))];
}

/// <summary>What a plan says, in the words of its request.</summary>
public readonly struct PlanContentResponse(PlanContent content)
{
    public PostId? PostId => content.PostId;
    public IReadOnlyList<PlannedResultResponse> Results =>
        [.. content.Results.Select(result => new PlannedResultResponse(result))];
    public IReadOnlyList<BehaviourExpectation> Behaviour => content.Behaviour;
    public PlanAnnex Annex => content.Annex;
}
