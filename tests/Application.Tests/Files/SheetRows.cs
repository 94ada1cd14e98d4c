using Kinerja.Application.Files.Sheets;

namespace Kinerja.Application.Tests.Files;

/// <summary>A table's rows by the names of its columns.</summary>
internal static class SheetRows
{
    internal static async Task<List<Dictionary<string, SheetCell>>> OfAsync(Sheet sheet) =>
        await sheet.Rows.Select(row => sheet.Columns.Zip(row).ToDictionary(c => c.First.Key, c => c.Second))
            .ToListAsync();
}
