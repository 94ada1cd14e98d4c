using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace Kinerja.Application.Files.Sheets;

/// <summary>
/// A table as a workbook of one sheet (Office Open XML), its headings bold and kept in view. A cell says of itself that
/// it is text, so that no text in it is ever a formula.
/// </summary>
internal static class XlsxSheet
{
    internal static async Task WriteAsync(Sheet sheet, Stream to, bool indonesian, CancellationToken cancel)
    {
        var later = new AsyncOnlyStream(to);
        await using var book = await Spreadsheet.CreateNewAsync(later, new SpreadCheetahOptions(), cancel);
        var bold = new Style();
        bold.Font.Bold = true;
        var heading = book.AddStyle(bold);
        await book.StartWorksheetAsync("Data", new WorksheetOptions { FrozenRows = 1 }, cancel);
        await book.AddRowAsync(
            sheet.Headings(indonesian).Select(text => new StyledCell(text, heading)).ToArray().AsMemory(), cancel);
        var cells = new DataCell[sheet.Columns.Count];
        await foreach (var row in sheet.Rows.WithCancellation(cancel))
        {
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = row[i].Number is { } number ? new DataCell(number) : new DataCell(row[i].In(indonesian));
            }

            await book.AddRowAsync(cells.AsMemory(), cancel);
        }

        await book.FinishAsync(cancel);
        await later.FlushAsync(cancel);
    }
}
