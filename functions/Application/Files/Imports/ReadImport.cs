using System.Globalization;
using Kinerja.Application.Files.Sheets;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Files;

namespace Kinerja.Application.Files.Imports;

/// <summary>Some of an import's rows.</summary>
public sealed record ImportRowsPage(ImportId Id, ListPage<ImportLine> Lines);

/// <summary>An import and its rows, and the empty table that a kind is filled into.</summary>
public sealed class ReadImport(IImports imports, ImportKinds kinds, AgencyDirectory register, TimeProvider clock)
{
    public async Task<Result<Import>> FindAsync(AgencyId agency, ImportId id, CancellationToken cancel) =>
        await imports.FindAsync(agency, id, cancel) is { Value: var known } && !known.IsOver(clock.Now())
            ? known
            : NotFound.Import(id);

    /// <summary>
    /// Some rows by their order in the file: of all, or of those that would do so, or of those that became so. No page
    /// is read that an earlier answer has told.
    /// </summary>
    public async Task<Result<ImportRowsPage>> ListAsync(
        AgencyId agency, ImportId id, RowEffect? effect, RowOutcome? outcome, string? after, int most,
        CancellationToken cancel)
    {
        if (!(await FindAsync(agency, id, cancel)).TryGet(out var import, out var refusal)
            || !Begin(after).TryGet(out var begin, out refusal))
        {
            return refusal;
        }

        var (found, last) = (new List<ImportLine>(), begin);
        for (var number = begin.Page; number < import.Pages; number++)
        {
            var page = await imports.FindPageAsync(import, number, cancel);
            foreach (var line in (page?.Lines ?? []).Where(line => line.Row > begin.Row
                && (effect is null || line.Effect == effect) && (outcome is null || line.Outcome == outcome)))
            {
                if (found.Count == most)
                {
                    return new ImportRowsPage(id, new(found, Cursor(last.Page, last.Row)));
                }

                found.Add(line);
                last = (number, line.Row);
            }
        }

        return new ImportRowsPage(id, new(found, null));
    }

    /// <summary>The kind's headings and one example.</summary>
    public async Task<Result<Sheet>> TemplateAsync(AgencyId agency, ImportKind kind, CancellationToken cancel)
    {
        if (await register.FindAgencyAsync(agency, cancel) is null)
        {
            return NotFound.Agency(agency);
        }

        var columns = kinds.Of(kind).Columns;
        var example = columns.Select(c => new SheetCell(c.Example, null)).ToArray();
        return new Sheet(
            $"{JsonFormat.Name(kind)}_template", columns,
            new[] { (IReadOnlyList<SheetCell>)example }.ToAsyncEnumerable());
    }

    private static string Cursor(int page, int row) => string.Create(CultureInfo.InvariantCulture, $"{page}-{row}");

    /// <summary>The page, and the row after which it goes on.</summary>
    private static Result<(int Page, int Row)> Begin(string? after) =>
        after is null ? (0, 0)
        : after.Split('-') is [var page, var row]
            && int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && int.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            ? (number, last)
            : Refusal.UnknownCursor();
}
