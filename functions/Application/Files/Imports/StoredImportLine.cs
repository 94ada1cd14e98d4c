using System.Text.Json;
using Kinerja.Application.Tables;
using Kinerja.Domain.Files;

namespace Kinerja.Application.Files.Imports;

/// <summary>A row of an import as it stands in the sealed JSON of its page.</summary>
internal sealed record StoredImportLine(
    int Row,
    string Effect,
    string? Subject = null,
    string? Outcome = null,
    IReadOnlyList<StoredFieldChange>? Changes = null,
    IReadOnlyList<StoredCellFault>? Faults = null,
    IReadOnlyList<string?>? Cells = null)
{
    internal static byte[] Write(IReadOnlyList<ImportLine> lines) => JsonSerializer.SerializeToUtf8Bytes(
        [.. lines.Select(Of)], StoredJson.Default.StoredImportLineArray);

    internal static IReadOnlyList<ImportLine> Read(ReadOnlySpan<byte> json) =>
        [.. JsonSerializer.Deserialize(json, StoredJson.Default.StoredImportLineArray)!.Select(line => line.Read())];

    private static StoredImportLine Of(ImportLine line) => new(
        line.Row,
        JsonFormat.Name(line.Effect),
        line.Subject,
        StoredValues.TextOrNull(line.Outcome),
        line.Changes.Count == 0 ? null : [.. line.Changes.Select(c => new StoredFieldChange(c.Column, c.From, c.To))],
        line.Faults.Count == 0 ? null : [.. line.Faults.Select(StoredCellFault.Of)],
        line.Cells);

    private ImportLine Read() => new(Row, Subject, StoredValues.Enum<RowEffect>(Effect))
    {
        Outcome = StoredValues.EnumOrNull<RowOutcome>(Outcome),
        Changes = [.. (Changes ?? []).Select(c => new FieldChange(c.Column, c.From, c.To))],
        Faults = [.. (Faults ?? []).Select(fault => fault.Read())],
        Cells = Cells,
    };
}

internal sealed record StoredFieldChange(string Column, string? From = null, string? To = null);

internal sealed record StoredCellFault(string Code, string Detail, string? Column = null, StoredSentence? Said = null)
{
    internal static StoredCellFault Of(CellFault fault) =>
        new(fault.Code, fault.Detail.ToString(), fault.Column, StoredSentence.Of(fault.Detail));

    internal CellFault Read() => new(Column, Code, StoredSentence.Read(Detail, Said));
}
