using System.Text.Json;
using Kinerja.Domain.WorkPlans;

namespace Kinerja.Application.WorkPlans;

/// <summary>What came of one planned result, as it stands in the row of a quarter's realisation.</summary>
internal sealed record StoredRealisedResult(
    string ResultId,
    string? Words = null,
    IReadOnlyList<StoredRealisedFigure>? Figures = null,
    IReadOnlyList<StoredEvidenceLink>? Evidence = null)
{
    /// <summary>Equal bytes are an equal report: how a repeat is recognised too.</summary>
    internal static byte[] Write(IEnumerable<RealisedResult> results) => JsonSerializer.SerializeToUtf8Bytes(
        [.. results.Select(Of)], StoredJson.Default.StoredRealisedResultArray);

    internal static IReadOnlyList<RealisedResult> Read(byte[] json) =>
    [
        .. JsonSerializer.Deserialize(json, StoredJson.Default.StoredRealisedResultArray)!
            .Select(stored => stored.Read()),
    ];

    private static StoredRealisedResult Of(RealisedResult result) => new(
        result.ResultId.ToString(),
        result.Words,
        [.. result.Figures.Select(f => new StoredRealisedFigure(f.IndicatorId.ToString(), f.Value))],
        [.. result.Evidence.Select(StoredEvidenceLink.Of)]);

    private RealisedResult Read() => new(
        PlanRowId.Parse(ResultId).Value,
        Words,
        [.. (Figures ?? []).Select(f => new RealisedFigure(PlanRowId.Parse(f.IndicatorId).Value, f.Value))],
        [.. (Evidence ?? []).Select(link => link.Read())]);
}

internal sealed record StoredRealisedFigure(string IndicatorId, decimal Value);
