using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.WorkPlans;

namespace Kinerja.Application.WorkPlans;

/// <summary>One planned result; a weight is in percent with at most two decimals.</summary>
public sealed record PlannedResultRequest(
    string? Id,
    string? Kind,
    string? Words,
    string? Expectation,
    string? ServesId,
    string? AssignmentId,
    decimal? WeightPercent,
    IReadOnlyList<IndicatorRequest?>? Indicators)
{
    internal static Result<PlannedResult> Read(PlannedResultRequest body, string at)
    {
        var fields = new FieldReader(at);
        var id = fields.Take("id", p => PlanRowId.Parse(body.Id, p));
        var kind = fields.Enum<ResultKind>("kind", body.Kind);
        var words = fields.Text("words", body.Words, 1000);
        var expectation = fields.OptionalText("expectation", body.Expectation, 1000);
        var serves = fields.Optional("servesId", body.ServesId, PlanRowId.Parse);
        var assignment = fields.Optional("assignmentId", body.AssignmentId, ClientId.Parse);
        var weight = Hundredths(fields, body.WeightPercent);
        var indicators = fields.Each(
            "indicators", body.Indicators, PlanContentRules.MostIndicators, IndicatorRequest.Read);
        if (body.Indicators is null or [])
        {
            fields.Add("indicators", "At least one indicator is expected.");
        }

        return fields.Finish(() =>
            new PlannedResult(id!.Value, kind!.Value, words!, expectation, serves, assignment, weight, indicators));
    }

    private static int? Hundredths(FieldReader fields, decimal? percent)
    {
        if (percent is null)
        {
            return null;
        }

        if (percent is >= 0 and <= 100 && decimal.Round(percent.Value, 2) == percent)
        {
            return (int)(percent * 100);
        }

        fields.Add("weightPercent", "A number from 0 to 100 with at most two decimals is expected.");
        return null;
    }
}

public sealed record BehaviourExpectationRequest(string? Value, string? Words)
{
    internal static Result<BehaviourExpectation> Read(BehaviourExpectationRequest body, string at)
    {
        var fields = new FieldReader(at);
        var value = fields.Enum<FeedbackSubject>("value", body.Value);
        var words = fields.Text("words", body.Words, 1000);
        return fields.Finish(() => new BehaviourExpectation(value!.Value, words!));
    }
}

public sealed record PlanAnnexRequest(
    IReadOnlyList<string?>? Support, IReadOnlyList<string?>? Accountability, IReadOnlyList<string?>? Consequences);

/// <summary>A plan's content as it comes in and goes out.</summary>
public sealed record PlanContentRequest(
    string? PostId,
    IReadOnlyList<PlannedResultRequest?>? Results,
    IReadOnlyList<BehaviourExpectationRequest?>? Behaviour,
    PlanAnnexRequest? Annex)
{
    private const int Values = 7;

    internal Result<PlanContent> Read(string at)
    {
        var fields = new FieldReader(at);
        var post = fields.Optional("postId", PostId, Domain.PostId.Parse);
        var results = fields.Each("results", Results, PlanContentRules.MostResults, PlannedResultRequest.Read);
        var behaviour = fields.Each("behaviour", Behaviour, Values, BehaviourExpectationRequest.Read);
        var annex = new PlanAnnex(
            Lines(fields, "annex/support", Annex?.Support),
            Lines(fields, "annex/accountability", Annex?.Accountability),
            Lines(fields, "annex/consequences", Annex?.Consequences));
        var read = fields.Finish(() => new PlanContent(post, results, behaviour, annex));
        if (read.TryGet(out var content, out _))
        {
            foreach (var fault in PlanContentRules.FaultsOf(content))
            {
                fields.Add(fault.Pointer[1..], fault.Detail);
            }
        }

        return fields.Finish(() => content!);
    }

    private static List<string> Lines(FieldReader fields, string field, IReadOnlyList<string?>? lines)
    {
        if (lines?.Count > PlanContentRules.MostAnnexLines)
        {
            fields.Add(field, $"At most {PlanContentRules.MostAnnexLines} lines are expected.");
            return [];
        }

        return [.. (lines ?? []).Select((line, i) => fields.Text($"{field}/{i}", line, 1000)).OfType<string>()];
    }
}
