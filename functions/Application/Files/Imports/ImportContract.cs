using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Files;
using NodaTime;

namespace Kinerja.Application.Files.Imports;

public sealed record ApplyImportRequest(string? Rows)
{
    public Result<ImportChoice> Read()
    {
        var fields = new FieldReader();
        var rows = fields.Enum<ImportChoice>("rows", Rows);
        return fields.Finish(() => rows!.Value);
    }
}

public readonly struct ImportResponse(Import import)
{
    public string Id => import.Id.Hash;
    public ImportKind Kind => import.Id.Kind;
    public ImportState State => import.State;
    public int Version => import.Version;
    public Instant PreviewedAt => import.PreviewedAt;
    public Instant KeptUntil => import.KeptUntil;
    public ImportEffectsResponse Rows => new(import.Counts);
    public ImportChoice? Applies => import.Choice;
    public ImportOutcomesResponse? Progress => import.Choice is null ? null : new(import.Counts);
    public Instant? EndedAt => import.EndedAt;

    /// <summary>Columns that the file has not and of which what stands stays.</summary>
    public IReadOnlyList<string> KeptColumns => import.KeptColumns;

    public static ImportResponse Of(Import import) => new(import);
}

/// <summary>How many rows would do what.</summary>
public readonly struct ImportEffectsResponse(ImportCounts counts)
{
    public int All => counts.Rows;
    public int New => counts.New;
    public int Changed => counts.Changed;
    public int Unchanged => counts.Unchanged;
    public int Faulty => counts.Faulty;
}

/// <summary>What became of how many rows so far.</summary>
public readonly struct ImportOutcomesResponse(ImportCounts counts)
{
    public int Finished => counts.Finished;
    public int Done => counts.Done;
    public int Moved => counts.Moved;
    public int Refused => counts.Refused;
    public int LeftOut => counts.LeftOut;
}

public sealed record CellFaultResponse(string? Column, string? Heading, string Code, string Text);

public readonly struct FieldChangeResponse(FieldChange change, string? heading)
{
    public string Column => change.Column;
    public string? Heading => heading;
    public string? From => change.From;
    public string? To => change.To;
}

public sealed record ImportRowResponse(
    int Row,
    string? Subject,
    RowEffect Effect,
    RowOutcome? Outcome,
    IReadOnlyList<FieldChangeResponse> Changes,
    IReadOnlyList<CellFaultResponse> Faults);

public sealed record ImportRowListResponse(IReadOnlyList<ImportRowResponse> Rows)
{
    /// <param name="page">Some rows.</param>
    /// <param name="kinds">Whose headings are named.</param>
    /// <param name="indonesian">The language of headings and texts.</param>
    public static ImportRowListResponse Of(ImportRowsPage page, ImportKinds kinds, bool indonesian)
    {
        var headings = kinds.Of(page.Id.Kind).Columns
            .ToDictionary(c => c.Key, c => indonesian ? c.Indonesian : c.English);
        return new([.. page.Lines.Items.Select(line => new ImportRowResponse(
            line.Row,
            line.Subject,
            line.Effect,
            line.Outcome,
            [.. line.Changes.Select(change => new FieldChangeResponse(
                change, headings.GetValueOrDefault(change.Column)))],
            [.. line.Faults.Select(fault => new CellFaultResponse(
                fault.Column,
                fault.Column is { } column ? headings.GetValueOrDefault(column) : null,
                fault.Code,
                FaultTexts.Of(fault.Detail, indonesian)))]))]);
    }
}
