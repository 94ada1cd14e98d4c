namespace Kinerja.Application.Files.Sheets;

/// <summary>The forms in which a table leaves, by their names in a query.</summary>
public enum SheetFormat
{
    Csv,
    Xlsx,
    Jsonl,
}

public static class SheetFormats
{
    public static string ContentType(this SheetFormat format) => format switch
    {
        SheetFormat.Csv => "text/csv; charset=utf-8; header=present",
        SheetFormat.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        SheetFormat.Jsonl => "application/jsonl",
    };

    /// <summary>Writes row after row as they come; nothing of the table is kept.</summary>
    public static Task WriteAsync(
        this SheetFormat format, Sheet sheet, Stream to, bool indonesian, CancellationToken cancel) =>
        format switch
        {
            SheetFormat.Csv => CsvSheet.WriteAsync(sheet, to, indonesian, cancel),
            SheetFormat.Xlsx => XlsxSheet.WriteAsync(sheet, to, indonesian, cancel),
            SheetFormat.Jsonl => JsonLinesSheet.WriteAsync(sheet, to, cancel),
        };
}
