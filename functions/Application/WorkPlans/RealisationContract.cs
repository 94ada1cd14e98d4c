using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.WorkPlans;
using NodaTime.Text;

namespace Kinerja.Application.WorkPlans;

public sealed record RealisedFigureRequest(string? IndicatorId, decimal? Value)
{
    internal static Result<RealisedFigure> Read(RealisedFigureRequest body, string at)
    {
        var fields = new FieldReader(at);
        var indicator = fields.Take("indicatorId", p => PlanRowId.Parse(body.IndicatorId, p));
        var value = Figures.Read(fields, "value", body.Value);
        return fields.Finish(() => new RealisedFigure(indicator!.Value, value!.Value));
    }
}

/// <summary>One result's realisation, as it comes in and goes out.</summary>
public sealed record RealisedResultRequest(
    string? ResultId, string? Words, IReadOnlyList<RealisedFigureRequest?>? Figures,
    IReadOnlyList<EvidenceRequest?>? Evidence)
{
    internal static Result<RealisedResult> Read(RealisedResultRequest body, string at)
    {
        var fields = new FieldReader(at);
        var result = fields.Take("resultId", p => PlanRowId.Parse(body.ResultId, p));
        var words = fields.OptionalText("words", body.Words, 2000);
        var figures = fields.Each("figures", body.Figures, PlanContentRules.MostIndicators, RealisedFigureRequest.Read);
        var evidence = fields.Each("evidence", body.Evidence, EvidenceRequest.Most, EvidenceRequest.Read);
        return fields.Finish(() => new RealisedResult(result!.Value, words, figures, evidence));
    }

    internal static RealisedResultRequest Of(RealisedResult result) => new(
        result.ResultId.ToString(),
        result.Words,
        [.. result.Figures.Select(f => new RealisedFigureRequest(f.IndicatorId.ToString(), f.Value))],
        [.. result.Evidence.Select(EvidenceRequest.Of)]);
}

public sealed record RealisationRequest(IReadOnlyList<RealisedResultRequest?>? Results)
{
    public Result<RealisationCommand> Read(Quarter quarter)
    {
        var fields = new FieldReader();
        var results = fields.Each("results", Results, PlanContentRules.MostResults, RealisedResultRequest.Read);
        if (Results is null or [])
        {
            fields.Add("results", "At least one result is expected.");
        }

        foreach (var fault in RealisationRules.FaultsOf(results))
        {
            fields.Add(fault.Pointer[1..], fault.Detail);
        }

        return fields.Finish(() => new RealisationCommand(quarter, results));
    }
}

public sealed record RealisationResponse(
    string EmployeeId, string From, string Period, int Version, string ReportedAt,
    IReadOnlyList<RealisedResultRequest> Results)
{
    public static RealisationResponse Of(Realisation realisation) => new(
        realisation.EmployeeId.ToString(),
        LocalDatePattern.Iso.Format(realisation.PlanFrom),
        realisation.Quarter.ToString(),
        realisation.Version,
        InstantPattern.ExtendedIso.Format(realisation.ReportedAt),
        [.. realisation.Results.Select(RealisedResultRequest.Of)]);
}

public sealed record RealisationListResponse(IReadOnlyList<RealisationResponse> Realisations)
{
    public static RealisationListResponse Of(IReadOnlyList<Realisation> realisations) =>
        new([.. realisations.Select(RealisationResponse.Of)]);
}
