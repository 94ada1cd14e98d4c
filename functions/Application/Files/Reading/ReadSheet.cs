namespace Kinerja.Application.Files.Reading;

/// <summary>A table as a file has it: its headings, and its rows without those that are blank.</summary>
internal sealed record ReadSheet(IReadOnlyList<string> Headings, IReadOnlyList<ReadRow> Rows);

/// <summary>
/// A row by the number that a spreadsheet shows. A cell without text is null; a row may be shorter than the headings.
/// </summary>
internal sealed record ReadRow(int Number, IReadOnlyList<string?> Cells)
{
    /// <summary>Columns, from 0, whose formula came to an error or was never computed.</summary>
    public IReadOnlyList<int> Broken { get; init; } = [];
}

/// <summary>What a file may hold at most, so that reading it costs little whatever it says.</summary>
public static class SheetLimits
{
    /// <summary>Of the body, once its coding is off.</summary>
    public const int Bytes = 8 * 1024 * 1024;

    /// <summary>Of everything that is unpacked of a workbook; a small file that unpacks to more is refused.</summary>
    public const int UnpackedBytes = 64 * 1024 * 1024;

    public const int Rows = 20_000;

    public const int Columns = 64;

    public const int CellCharacters = 4000;
}
