using Kinerja.Domain;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.WorkPlans;
using NodaTime.Text;

namespace Kinerja.Application.WorkPlans;

public sealed record IndicatorAchievementResponse(
    string Id,
    IReadOnlyList<string> Reported,
    IReadOnlyList<string> Missing,
    decimal? Realised,
    decimal? Target,
    decimal? Value,
    string? Why,
    string Arithmetic)
{
    internal static IndicatorAchievementResponse Of(IndicatorAchievement indicator) => new(
        indicator.Id.ToString(),
        [.. indicator.Reported.Select(q => q.ToString())],
        [.. indicator.Missing.Select(q => q.ToString())],
        indicator.Realised,
        indicator.Target is { } target ? decimal.Round(target, 4, MidpointRounding.AwayFromZero) : null,
        SkpResponse.NumberOf(indicator.Value),
        SkpResponse.NameOf(indicator.Why),
        indicator.Arithmetic);
}

public sealed record ResultAchievementResponse(
    string Id, string Kind, decimal? Value, string? Why, IReadOnlyList<IndicatorAchievementResponse> Indicators,
    string Arithmetic);

public sealed record PlanAchievementResponse(
    string From,
    string To,
    int PlanVersion,
    decimal? Value,
    string? Why,
    decimal? SharePercent,
    IReadOnlyList<ResultAchievementResponse> Results,
    string Arithmetic)
{
    internal static PlanAchievementResponse Of(PlanAchievement plan) => new(
        LocalDatePattern.Iso.Format(plan.From),
        LocalDatePattern.Iso.Format(plan.To),
        plan.PlanVersion,
        SkpResponse.NumberOf(plan.Value),
        SkpResponse.NameOf(plan.Why),
        plan.ShareHundredths / 100m,
        [.. plan.Results.Select(r => new ResultAchievementResponse(
            r.Id.ToString(),
            JsonFormat.Name(r.Kind),
            SkpResponse.NumberOf(r.Value),
            SkpResponse.NameOf(r.Why),
            [.. r.Indicators.Select(IndicatorAchievementResponse.Of)],
            r.Arithmetic))],
        plan.Arithmetic);
}

/// <summary>A figure for the rater, with every step; no value is no judgement.</summary>
public sealed record SkpResponse(
    string EmployeeId,
    string Period,
    string Policy,
    decimal? Value,
    string? Why,
    IReadOnlyList<PlanAchievementResponse> Plans,
    string Arithmetic,
    IReadOnlyList<string> Steps)
{
    public static SkpResponse Of(ReadSkp read) => new(
        read.EmployeeId.ToString(),
        read.Period.ToString(),
        read.Policy,
        NumberOf(read.Statement.Value),
        NameOf(read.Statement.Why),
        [.. read.Statement.Plans.Select(PlanAchievementResponse.Of)],
        read.Statement.Arithmetic,
        read.Statement.Steps);

    internal static decimal? NumberOf(Score? score) => score?.Hundredths / 100m;

    internal static string? NameOf(NotCounted? why) => why is { } given ? JsonFormat.Name(given) : null;
}
