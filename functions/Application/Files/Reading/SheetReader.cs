using Kinerja.Domain;

namespace Kinerja.Application.Files.Reading;

/// <summary>
/// Reads CSV or a workbook (Office Open XML): which of the two it is, its first bytes say, since browsers call both by
/// several names.
/// </summary>
internal static class SheetReader
{
    internal static Result<ReadSheet> Read(ReadOnlyMemory<byte> file)
    {
        if (file.Length > SheetLimits.Bytes)
        {
            return TooLarge($"At most {SheetLimits.Bytes} bytes are taken here.");
        }

        return file.Span switch
        {
            [] => Unreadable("The file is empty."),
            [0x50, 0x4B, 0x03, 0x04, ..] => XlsxReader.Read(file),
            [0xD0, 0xCF, 0x11, 0xE0, ..] => Unreadable("This is an old or a locked workbook. Save it as .xlsx."),
            _ => CsvReader.Read(file),
        };
    }

    /// <summary>The first row has the headings.</summary>
    internal static Result<ReadSheet> Of(IReadOnlyList<ReadRow> rows) => rows.Count switch
    {
        0 => Unreadable("The file is empty."),
        1 => Unreadable("The file has headings and no rows."),
        _ => new ReadSheet([.. rows[0].Cells.Select(cell => cell ?? "")], [.. rows.Skip(1)]),
    };

    /// <summary>Null when the row is blank. What is too long is cut, so that its own rule refuses it.</summary>
    internal static ReadRow? Row(int number, IReadOnlyList<string?> cells)
    {
        var trimmed = cells.Select(cell => string.IsNullOrWhiteSpace(cell) ? null : Cut(cell.Trim())).ToList();
        return trimmed.TrueForAll(cell => cell is null) ? null : new ReadRow(number, trimmed);
    }

    internal static Refusal Unreadable(Sentence detail) =>
        new(RefusalKind.Malformed, RefusalCodes.UnreadableFile, detail);

    internal static Refusal TooLarge(Sentence detail) =>
        new(RefusalKind.TooLarge, RefusalCodes.BodyTooLarge, detail);

    internal static Refusal TooManyRows() => new(
        RefusalKind.TooLarge, RefusalCodes.BatchTooLarge, $"At most {SheetLimits.Rows} rows are taken here.");

    internal static Refusal TooManyColumns() => new(
        RefusalKind.TooLarge, RefusalCodes.BatchTooLarge, $"At most {SheetLimits.Columns} columns are taken here.");

    /// <summary>One more than any member takes.</summary>
    private static string Cut(string text) =>
        text.Length <= SheetLimits.CellCharacters ? text : text[..(SheetLimits.CellCharacters + 1)];
}
