using System.Text.Json;
using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.WorkPlans;
using NodaTime.Text;

namespace Kinerja.Application.WorkPlans;

public sealed record RealisedFigureBody(string? IndicatorId, decimal? Value)
{
    internal static Result<RealisedFigure> Read(RealisedFigureBody body, string at)
    {
        var fields = new FieldReader(at);
        var indicator = fields.Take("indicatorId", p => PlanRowId.Parse(body.IndicatorId, p));
        var value = Figures.Read(fields, "value", body.Value);
        return fields.Finish(() => new RealisedFigure(indicator!.Value, value!.Value));
    }
}

/// <summary>One result's realisation, as it comes in, goes out and is stored.</summary>
public sealed record RealisedResultBody(
    string? ResultId, string? Words, IReadOnlyList<RealisedFigureBody?>? Figures, IReadOnlyList<EvidenceBody?>? Evidence)
{
    internal static Result<RealisedResult> Read(RealisedResultBody body, string at)
    {
        var fields = new FieldReader(at);
        var result = fields.Take("resultId", p => PlanRowId.Parse(body.ResultId, p));
        var words = fields.OptionalText("words", body.Words, 2000);
        var figures = fields.Each("figures", body.Figures, PlanContentRules.MostIndicators, RealisedFigureBody.Read);
        var evidence = fields.Each("evidence", body.Evidence, EvidenceBody.Most, EvidenceBody.Read);
        return fields.Finish(() => new RealisedResult(result!.Value, words, figures, evidence));
    }

    internal static RealisedResultBody Of(RealisedResult result) => new(
        result.ResultId.ToString(),
        result.Words,
        [.. result.Figures.Select(f => new RealisedFigureBody(f.IndicatorId.ToString(), f.Value))],
        [.. result.Evidence.Select(EvidenceBody.Of)]);

    /// <summary>Equal bytes are an equal report: what is stored, and how a repeat is recognised.</summary>
    internal static byte[] Write(IEnumerable<RealisedResult> results) =>
        JsonSerializer.SerializeToUtf8Bytes([.. results.Select(Of)], JsonFormat.Default.RealisedResultBodyArray);

    internal static IReadOnlyList<RealisedResult> ReadStored(byte[] json) =>
        [.. JsonSerializer.Deserialize(json, JsonFormat.Default.RealisedResultBodyArray)!.Select(body => Read(body, "").Value)];
}

public sealed record RealisationBody(IReadOnlyList<RealisedResultBody?>? Results)
{
    public Result<RealisationClaim> Read(Quarter quarter)
    {
        var fields = new FieldReader();
        var results = fields.Each("results", Results, PlanContentRules.MostResults, RealisedResultBody.Read);
        if (Results is null or [])
        {
            fields.Add("results", "At least one result is expected.");
        }

        foreach (var fault in RealisationRules.FaultsOf(results))
        {
            fields.Add(fault.Pointer[1..], fault.Detail);
        }

        return fields.Finish(() => new RealisationClaim(quarter, results));
    }
}

public sealed record RealisationAnswer(
    string EmployeeId, string From, string Period, int Version, string ReportedAt, IReadOnlyList<RealisedResultBody> Results)
{
    public static RealisationAnswer Of(Realisation realisation) => new(
        realisation.EmployeeId.ToString(),
        LocalDatePattern.Iso.Format(realisation.PlanFrom),
        realisation.Quarter.ToString(),
        realisation.Version,
        InstantPattern.ExtendedIso.Format(realisation.ReportedAt),
        [.. realisation.Results.Select(RealisedResultBody.Of)]);
}

public sealed record RealisationListAnswer(IReadOnlyList<RealisationAnswer> Realisations)
{
    public static RealisationListAnswer Of(IReadOnlyList<Realisation> realisations) =>
        new([.. realisations.Select(RealisationAnswer.Of)]);
}
