using System.Text.Json;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.WorkPlans;

namespace Kinerja.Application.WorkPlans;

/// <summary>What a plan says, as it stands in the row of its version.</summary>
internal sealed record StoredPlanContent(
    string? PostId = null,
    IReadOnlyList<StoredPlannedResult>? Results = null,
    IReadOnlyList<StoredBehaviour>? Behaviour = null,
    StoredPlanAnnex? Annex = null)
{
    /// <summary>Equal bytes are equal content: how a repeat is recognised too.</summary>
    internal static byte[] Write(PlanContent content) => JsonSerializer.SerializeToUtf8Bytes(
        new(
            content.PostId?.ToString(),
            [.. content.Results.Select(StoredPlannedResult.Of)],
            [.. content.Behaviour.Select(b => new StoredBehaviour(JsonFormat.Name(b.Value), b.Words))],
            new(content.Annex.Support, content.Annex.Accountability, content.Annex.Consequences)),
        StoredJson.Default.StoredPlanContent);

    internal static PlanContent Read(byte[] json)
    {
        var stored = JsonSerializer.Deserialize(json, StoredJson.Default.StoredPlanContent)!;
        return new PlanContent(
            stored.PostId is { } post ? Domain.PostId.Parse(post).Value : null,
            [.. (stored.Results ?? []).Select(r => r.Read())],
            [.. (stored.Behaviour ?? []).Select(b => b.Read())],
            new(stored.Annex?.Support ?? [], stored.Annex?.Accountability ?? [], stored.Annex?.Consequences ?? []));
    }
}

internal sealed record StoredBehaviour(string Value, string Words)
{
    internal BehaviourExpectation Read() => new(StoredValues.Enum<FeedbackSubject>(Value), Words);
}

internal sealed record StoredPlanAnnex(
    IReadOnlyList<string>? Support = null,
    IReadOnlyList<string>? Accountability = null,
    IReadOnlyList<string>? Consequences = null);

/// <summary>A weight is in hundredths of a percent.</summary>
internal sealed record StoredPlannedResult(
    string Id,
    string Kind,
    string Words,
    string? Expectation = null,
    string? ServesId = null,
    string? AssignmentId = null,
    int? WeightHundredths = null,
    IReadOnlyList<StoredIndicator>? Indicators = null)
{
    internal static StoredPlannedResult Of(PlannedResult result) => new(
        result.Id.ToString(),
        JsonFormat.Name(result.Kind),
        result.Words,
        result.Expectation,
        result.ServesId?.ToString(),
        result.AssignmentId?.ToString(),
        result.WeightHundredths,
        [.. result.Indicators.Select(StoredIndicator.Of)]);

    internal PlannedResult Read() => new(
        PlanRowId.Parse(Id).Value,
        StoredValues.Enum<ResultKind>(Kind),
        Words,
        Expectation,
        ServesId is { } serves ? PlanRowId.Parse(serves).Value : null,
        AssignmentId is { } assignment ? ClientId.Parse(assignment).Value : null,
        WeightHundredths,
        [.. (Indicators ?? []).Select(i => i.Read())]);
}

internal sealed record StoredIndicator(
    string Id, string Words, string? Aspect = null, string? Perspective = null, StoredTarget? Target = null)
{
    internal static StoredIndicator Of(Indicator indicator) => new(
        indicator.Id.ToString(),
        indicator.Words,
        StoredValues.TextOrNull(indicator.Aspect),
        indicator.Perspective,
        indicator.Target is { } target ? StoredTarget.Of(target) : null);

    internal Indicator Read() => new(
        PlanRowId.Parse(Id).Value,
        Words,
        StoredValues.EnumOrNull<IndicatorAspect>(Aspect),
        Perspective,
        Target?.Read());
}

internal sealed record StoredTarget(
    decimal Value, string Unit, string Direction, string Counting, IReadOnlyList<StoredQuarterTarget>? Quarters = null)
{
    internal static StoredTarget Of(IndicatorTarget target) => new(
        target.Value,
        target.Unit,
        JsonFormat.Name(target.Direction),
        JsonFormat.Name(target.Counting),
        [.. target.Quarters.Select(q => new StoredQuarterTarget(q.Quarter, q.Value))]);

    internal IndicatorTarget Read() => new(
        Value,
        Unit,
        StoredValues.Enum<TargetDirection>(Direction),
        StoredValues.Enum<TargetCounting>(Counting),
        [.. (Quarters ?? []).Select(q => new QuarterTarget(q.Quarter, q.Value))]);
}

internal sealed record StoredQuarterTarget(int Quarter, decimal Value);
