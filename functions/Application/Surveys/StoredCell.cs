using System.Text.Json;
using Kinerja.Application.Tables;
using Kinerja.Domain.Surveys;

namespace Kinerja.Application.Surveys;

/// <summary>How often each answer to a question was given in a group; without a question how many answered.</summary>
internal sealed record StoredCell(IReadOnlyList<int> Counts, string Question = "", string Group = "", int Since = 0)
{
    internal static byte[] Write(SurveyCounts counts) => JsonSerializer.SerializeToUtf8Bytes(
        [
            .. counts.Cells.OrderBy(question => question.Key, StringComparer.Ordinal).SelectMany(
                question => question.Value.OrderBy(group => group.Key, StringComparer.Ordinal).Select(
                    group => new StoredCell(group.Value.Counts, question.Key, group.Key, group.Value.Since))),
        ],
        StoredJson.Default.StoredCellArray);

    internal static SurveyCounts Read(byte[] json) => new(
        JsonSerializer.Deserialize(json, StoredJson.Default.StoredCellArray)!
            .GroupBy(cell => cell.Question)
            .ToDictionary(
                question => question.Key,
                IReadOnlyDictionary<string, CellCounts> (question) =>
                    question.ToDictionary(cell => cell.Group, cell => new CellCounts(cell.Counts, cell.Since))));
}
