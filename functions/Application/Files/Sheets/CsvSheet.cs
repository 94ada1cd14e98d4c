using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Kinerja.Domain.Files;

namespace Kinerja.Application.Files.Sheets;

/// <summary>
/// A table as CSV (RFC 4180): commas, decimal points, UTF-8 with a byte order mark, by which a spreadsheet knows it.
/// Texts that a spreadsheet would run stand behind an apostrophe; numbers are ours and stand as they are.
/// </summary>
internal static class CsvSheet
{
    /// <summary>Where the line's end is named, the writer alone would not quote half of it.</summary>
    private static readonly CsvConfiguration Form = new(CultureInfo.InvariantCulture)
    {
        NewLine = "\r\n",
        ShouldQuote = cell => ConfigurationFunctions.ShouldQuote(cell)
            || cell.Field?.AsSpan().ContainsAny('\r', '\n') == true,
    };

    internal static async Task WriteAsync(Sheet sheet, Stream to, bool indonesian, CancellationToken cancel)
    {
        var text = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await using (text)
        {
            var csv = new CsvWriter(text, Form, leaveOpen: true);
            await using (csv)
            {
                foreach (var heading in sheet.Headings(indonesian))
                {
                    csv.WriteField(heading);
                }

                await csv.NextRecordAsync();
                await foreach (var row in sheet.Rows.WithCancellation(cancel))
                {
                    foreach (var cell in row)
                    {
                        csv.WriteField(TextOf(cell, indonesian));
                    }

                    await csv.NextRecordAsync();
                }
            }
        }
    }

    private static string? TextOf(SheetCell cell, bool indonesian) =>
        cell.Number?.ToString(CultureInfo.InvariantCulture)
        ?? (cell.In(indonesian) is { } text ? FormulaText.Guard(text) : null);
}
