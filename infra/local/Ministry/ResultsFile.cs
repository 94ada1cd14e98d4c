using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kinerja.Local.Ministry;

/// <summary>
/// The table as a file: a line of JSON for a period, then one for each of its people. It is written whole and put in
/// the place of the one before.
/// </summary>
internal static class ResultsFile
{
    private const string Name = "results.jsonl";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    internal static void Write(string folder, IEnumerable<PeriodResult> results)
    {
        var path = Path.Combine(folder, Name);
        File.WriteAllLines(path + ".new", results.SelectMany(LinesOf));
        File.Move(path + ".new", path, overwrite: true);
    }

    /// <summary>Empty where nothing was received yet.</summary>
    internal static IReadOnlyList<PeriodResult> Read(string folder)
    {
        var results = new List<(PeriodLine Period, List<ResultRow> Rows)>();
        var path = Path.Combine(folder, Name);
        foreach (var line in File.Exists(path) ? File.ReadLines(path) : [])
        {
            if (JsonElement.Parse(line) is var json && json.TryGetProperty("employeeId", out _))
            {
                results[^1].Rows.Add(json.Deserialize<ResultRow>(Json)!);
                continue;
            }

            results.Add((json.Deserialize<PeriodLine>(Json)!, []));
        }

        return [.. results.Select(one => new PeriodResult(
            one.Period.Agency, one.Period.Period, one.Period.Revision, one.Period.State, one.Period.NotAssessed,
            one.Period.ManifestSha256, one.Period.Waits, one.Rows))];
    }

    private static IEnumerable<string> LinesOf(PeriodResult of) =>
    [
        JsonSerializer.Serialize(
            new PeriodLine(
                of.Agency, of.Period, of.Revision, of.State, of.Assessed, of.NotAssessed, of.InTopShare,
                of.ManifestSha256, of.Waits),
            Json),
        .. of.Rows.Select(row => JsonSerializer.Serialize(
            new PersonLine(
                of.Agency, of.Period, row.EmployeeId, row.Place, row.Predicate, row.Score, row.TopShare,
                row.NotAssessed),
            Json)),
    ];

    private sealed record PeriodLine(
        string Agency, string Period, int? Revision, string State, int Assessed, int NotAssessed, int InTopShare,
        string? ManifestSha256, IReadOnlyList<string> Waits);

    private sealed record PersonLine(
        string Agency, string Period, string EmployeeId, int? Place, string? Predicate, double? Score,
        string? TopShare, string? NotAssessed);
}
