using System.Text;
using Kinerja.Domain;
using Kinerja.Domain.Files;

namespace Kinerja.Application.Files.Reading;

/// <summary>
/// CSV (RFC 4180) in UTF-8, with or without its mark. The first line says whether commas, semicolons (as spreadsheets
/// set to Indonesian write) or tabs part the cells. An apostrophe that an export put before a formula goes.
/// </summary>
internal static class CsvReader
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    internal static Result<ReadSheet> Read(ReadOnlyMemory<byte> file)
    {
        string text;
        try
        {
            text = Strict.GetString(file.Span).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return SheetReader.Unreadable("The file is no UTF-8. Save it as \"CSV UTF-8\" or as .xlsx.");
        }

        return text.Contains('\0', StringComparison.Ordinal)
            ? SheetReader.Unreadable("The file is neither CSV nor a workbook.")
            : ReadRows(text);
    }

    private static Result<ReadSheet> ReadRows(string text)
    {
        var scan = new CsvScan(text, DelimiterOf(text));
        var rows = new List<ReadRow>();
        for (var number = 1; scan.TryRead(out var cells); number++)
        {
            if (cells.Count > SheetLimits.Columns)
            {
                return SheetReader.TooManyColumns();
            }

            if (SheetReader.Row(number, [.. cells.Select(FormulaText.Open)]) is { } row)
            {
                rows.Add(row);
            }

            if (rows.Count > SheetLimits.Rows + 1)
            {
                return SheetReader.TooManyRows();
            }
        }

        return scan.IsBroken
            ? SheetReader.Unreadable("A quotation mark begins or ends no cell.")
            : SheetReader.Of(rows);
    }

    private static char DelimiterOf(string text)
    {
        var line = text.AsSpan();
        line = line[..(line.IndexOfAny('\r', '\n') is >= 0 and var end ? end : line.Length)];
        var (commas, semicolons, tabs) = (line.Count(','), line.Count(';'), line.Count('\t'));
        return semicolons > commas && semicolons >= tabs ? ';' : tabs > commas ? '\t' : ',';
    }
}
