using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.WorkPlans;
using NodaTime.Text;

namespace Kinerja.Application.WorkPlans;

public sealed record IndicatorAchievementAnswer(
    string Id,
    IReadOnlyList<string> Reported,
    IReadOnlyList<string> Missing,
    decimal? Realised,
    decimal? Target,
    decimal? Value,
    string? Why,
    string Arithmetic)
{
    internal static IndicatorAchievementAnswer Of(IndicatorAchievement indicator) => new(
        indicator.Id.ToString(),
        [.. indicator.Reported.Select(q => q.ToString())],
        [.. indicator.Missing.Select(q => q.ToString())],
        indicator.Realised,
        indicator.Target is { } target ? decimal.Round(target, 4, MidpointRounding.AwayFromZero) : null,
        SkpAnswer.NumberOf(indicator.Value),
        SkpAnswer.NameOf(indicator.Why),
        indicator.Arithmetic);
}

public sealed record ResultAchievementAnswer(
    string Id, string Kind, decimal? Value, string? Why, IReadOnlyList<IndicatorAchievementAnswer> Indicators, string Arithmetic);

public sealed record PlanAchievementAnswer(
    string From,
    string To,
    int PlanVersion,
    decimal? Value,
    string? Why,
    decimal? SharePercent,
    IReadOnlyList<ResultAchievementAnswer> Results,
    string Arithmetic)
{
    internal static PlanAchievementAnswer Of(PlanAchievement plan) => new(
        LocalDatePattern.Iso.Format(plan.From),
        LocalDatePattern.Iso.Format(plan.To),
        plan.PlanVersion,
        SkpAnswer.NumberOf(plan.Value),
        SkpAnswer.NameOf(plan.Why),
        plan.ShareHundredths / 100m,
        [.. plan.Results.Select(r => new ResultAchievementAnswer(
            r.Id.ToString(),
            JsonFormat.Name(r.Kind),
            SkpAnswer.NumberOf(r.Value),
            SkpAnswer.NameOf(r.Why),
            [.. r.Indicators.Select(IndicatorAchievementAnswer.Of)],
            r.Arithmetic))],
        plan.Arithmetic);
}

/// <summary>A figure for the rater, with every step; no value is no judgement.</summary>
public sealed record SkpAnswer(
    string EmployeeId,
    string Period,
    string Policy,
    decimal? Value,
    string? Why,
    IReadOnlyList<PlanAchievementAnswer> Plans,
    string Arithmetic,
    IReadOnlyList<string> Steps)
{
    public static SkpAnswer Of(ReadSkp read) => new(
        read.EmployeeId.ToString(),
        read.Period.ToString(),
        read.Policy,
        NumberOf(read.Statement.Value),
        NameOf(read.Statement.Why),
        [.. read.Statement.Plans.Select(PlanAchievementAnswer.Of)],
        read.Statement.Arithmetic,
        read.Statement.Steps);

    internal static decimal? NumberOf(Score? score) => score?.Hundredths / 100m;

    internal static string? NameOf(NotCounted? why) => why is { } given ? JsonFormat.Name(given) : null;
}
