using Kinerja.Application.Explanations;
using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.WorkPlans;
using NodaTime;

namespace Kinerja.Application.WorkPlans;

public readonly struct IndicatorAchievementResponse(IndicatorAchievement indicator)
{
    public PlanRowId Id => indicator.Id;
    public IReadOnlyList<Quarter> Reported => indicator.Reported;
    public IReadOnlyList<Quarter> Missing => indicator.Missing;
    public decimal? Realised => indicator.Realised;
    public decimal? Target =>
        indicator.Target is { } target ? decimal.Round(target, 4, MidpointRounding.AwayFromZero) : null;
    public Score? Value => indicator.Value;
    public NotCounted? Why => indicator.Why;
}

public sealed record ResultAchievementResponse(
    PlanRowId Id, ResultKind Kind, Score? Value, NotCounted? Why,
    IReadOnlyList<IndicatorAchievementResponse> Indicators);

public readonly struct PlanAchievementResponse(PlanAchievement plan)
{
    public LocalDate From => plan.From;
    public LocalDate To => plan.To;
    public int PlanVersion => plan.PlanVersion;
    public Score? Value => plan.Value;
    public NotCounted? Why => plan.Why;
    public decimal? SharePercent => plan.ShareHundredths / 100m;
    public IReadOnlyList<ResultAchievementResponse> Results =>
        [.. plan.Results.Select(r => new ResultAchievementResponse(
            r.Id,
            r.Kind,
            r.Value,
            r.Why,
            [.. r.Indicators.Select(one => new IndicatorAchievementResponse(one))]))];
}

/// <summary>A figure for the rater, with every step; no value is no judgement.</summary>
public readonly struct SkpResponse(ReadSkp read) : IExplained
{
    public EmployeeId EmployeeId => read.EmployeeId;
    public AppraisalPeriod Period => read.Period;
    public string Policy => read.Policy.Version;
    public Score? Value => read.Statement.Value;
    public NotCounted? Why => read.Statement.Why;
    public IReadOnlyList<PlanAchievementResponse> Plans =>
        [.. read.Statement.Plans.Select(one => new PlanAchievementResponse(one))];
    public IReadOnlyList<ExplanationStep> Explanation => SkpExplanation.Of(read);

    WordsResponse IExplained.Title =>
        new($"SKP achievement {EmployeeId}, {Period}", $"Capaian SKP {EmployeeId}, {Period}");

    public static SkpResponse Of(ReadSkp read) => new(read);
}
