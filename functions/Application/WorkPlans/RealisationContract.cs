using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.WorkPlans;
using NodaTime;

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

public readonly struct RealisationResponse(Realisation realisation)
{
    public EmployeeId EmployeeId => realisation.EmployeeId;
    public LocalDate From => realisation.PlanFrom;
    public Quarter Period => realisation.Quarter;
    public int Version => realisation.Version;
    public Instant ReportedAt => realisation.ReportedAt;
    public IReadOnlyList<RealisedResult> Results => realisation.Results;

    public static RealisationResponse Of(Realisation realisation) => new(realisation);
}

public sealed record RealisationListResponse(IReadOnlyList<RealisationResponse> Realisations)
{
    public static RealisationListResponse Of(IReadOnlyList<Realisation> realisations) =>
        new([.. realisations.Select(RealisationResponse.Of)]);
}
