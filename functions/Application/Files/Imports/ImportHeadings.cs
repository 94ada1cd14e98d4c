using Kinerja.Application.Files.Reading;
using Kinerja.Domain;

namespace Kinerja.Application.Files.Imports;

/// <summary>
/// Rows with their cells in the order of the kind's columns, and the columns that the file has not and which stay.
/// </summary>
internal sealed record OrderedRows(IReadOnlyList<ReadRow> Rows, IReadOnlyList<string> Kept);

/// <summary>Which column of a file is which of its kind: by the API's name or by either heading.</summary>
internal static class ImportHeadings
{
    internal static Result<OrderedRows> Order(ReadSheet sheet, IReadOnlyList<ImportColumn> columns)
    {
        var (places, faults) = (new int?[columns.Count], new List<FieldFault>());
        for (var i = 0; i < sheet.Headings.Count; i++)
        {
            var heading = sheet.Headings[i];
            if (heading.Length == 0)
            {
                continue;
            }

            var found = columns.Index().Where(c => Names(c.Item, heading)).Select(c => (int?)c.Index).FirstOrDefault();
            if (found is not { } column)
            {
                faults.Add(new($"/headings/{i}", "This column is not known. The template has all that are."));
            }
            else if (places[column] is not null)
            {
                faults.Add(new($"/headings/{i}", "This column stands twice."));
            }
            else
            {
                places[column] = i;
            }
        }

        var missing = columns.Where((_, i) => places[i] is null).ToList();
        faults.AddRange(missing.Where(c => !c.MayBeLeftOut && !c.StaysIfLeftOut).Select(c => new FieldFault(
            $"/columns/{c.Key}", $"The column \"{c.Indonesian}\" ({c.English}) is missing. It may be empty.")));
        return faults.Count == 0
            ? new OrderedRows(
                [.. sheet.Rows.Select(row => Ordered(row, places))],
                [.. missing.Where(c => c.StaysIfLeftOut).Select(c => c.Key)])
            : new Refusal(RefusalKind.Malformed, RefusalCodes.InvalidField, faults[0].Detail) { Faults = faults };
    }

    private static ReadRow Ordered(ReadRow row, int?[] places) => new(
        row.Number, [.. places.Select(at => at is { } i && i < row.Cells.Count ? row.Cells[i] : null)])
    {
        Broken = [.. places.Index().Where(p => p.Item is { } i && row.Broken.Contains(i)).Select(p => p.Index)],
    };

    private static bool Names(ImportColumn column, string heading)
    {
        var plain = string.Join(' ', heading.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return plain.Equals(column.Key, StringComparison.OrdinalIgnoreCase)
            || plain.Equals(column.English, StringComparison.OrdinalIgnoreCase)
            || plain.Equals(column.Indonesian, StringComparison.OrdinalIgnoreCase);
    }
}
