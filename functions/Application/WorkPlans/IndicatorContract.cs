using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.WorkPlans;

namespace Kinerja.Application.WorkPlans;

public sealed record QuarterTargetRequest(int? Quarter, decimal? Value)
{
    internal static Result<QuarterTarget> Read(QuarterTargetRequest body, string at)
    {
        var fields = new FieldReader(at);
        var quarter = fields.Whole("quarter", body.Quarter, 1, 4);
        var value = Figures.Read(fields, "value", body.Value);
        return fields.Finish(() => new QuarterTarget(quarter!.Value, value!.Value));
    }
}

public sealed record IndicatorTargetRequest(
    decimal? Value, string? Unit, string? Direction, string? Counting, IReadOnlyList<QuarterTargetRequest?>? Quarters)
{
    internal static Result<IndicatorTarget> Read(IndicatorTargetRequest body, string at)
    {
        var fields = new FieldReader(at);
        var value = Figures.Read(fields, "value", body.Value);
        var unit = fields.Text("unit", body.Unit, 60);
        var direction = fields.Enum<TargetDirection>("direction", body.Direction);
        var counting = fields.Enum<TargetCounting>("counting", body.Counting);
        var quarters = fields.Each("quarters", body.Quarters, 4, QuarterTargetRequest.Read);
        return fields.Finish(
            () => new IndicatorTarget(value!.Value, unit!, direction!.Value, counting!.Value, quarters));
    }
}

/// <summary>Quantitative with a target and either an aspect or a perspective; qualitative with words only.</summary>
public sealed record IndicatorRequest(
    string? Id, string? Words, string? Aspect, string? Perspective, IndicatorTargetRequest? Target)
{
    internal static Result<Indicator> Read(IndicatorRequest body, string at)
    {
        var fields = new FieldReader(at);
        var id = fields.Take("id", p => PlanRowId.Parse(body.Id, p));
        var words = fields.Text("words", body.Words, 500);
        var aspect = fields.OptionalEnum<IndicatorAspect>("aspect", body.Aspect);
        var perspective = fields.OptionalText("perspective", body.Perspective, 100);
        var target = body.Target is null ? null : fields.Part(IndicatorTargetRequest.Read(body.Target, $"{at}/target"));
        if (target is not null && PlanContentRules.FaultOf(target) is { } fault)
        {
            fields.Add(fault.Pointer[1..], fault.Detail);
        }

        if (body.Target is not null && body.Aspect is null == body.Perspective is null)
        {
            fields.Add("aspect", "What is counted has an aspect, or in its place a perspective.");
        }

        return fields.Finish(() => new Indicator(id!.Value, words!, aspect, perspective, target));
    }
}

/// <summary>
/// Figures of targets and realisations: what decimals divide exactly enough for a hundredth of a percent.
/// </summary>
internal static class Figures
{
    private const decimal Most = 1_000_000_000_000_000;

    internal static decimal? Read(FieldReader fields, string field, decimal? value)
    {
        // Divided by one written in full, 1.50 becomes 1.5: one way of writing for one figure.
        if (value is >= 0 and <= Most && decimal.Round(value.Value, 4) == value)
        {
            return value / 1.000000000000000000000000000000000m;
        }

        fields.Add(field, $"A number from 0 to {Most} with at most four decimals is expected.");
        return null;
    }
}
