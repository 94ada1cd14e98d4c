using System.Security.Cryptography;
using Kinerja.Application.Files.Reading;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Files;

namespace Kinerja.Application.Files.Imports;

/// <summary>
/// Reads a file and holds every row against what stands; writes nothing of it. The same file again is the same import,
/// previewed anew; one that is being written is left alone.
/// </summary>
public sealed class PreviewImport(
    AgencyDirectory register, IImports imports, ImportKinds kinds, TimeProvider clock)
{
    private const int PagesAtOnce = 4;

    public async Task<Result<Import>> ExecuteAsync(
        Actor actor, ImportKind kind, ReadOnlyMemory<byte> file, CancellationToken cancel)
    {
        var agency = actor.Agency;
        if (await register.FindAgencyAsync(agency, cancel) is null)
        {
            return NotFound.Agency(agency);
        }

        var of = kinds.Of(kind);
        if (!SheetReader.Read(file).Then(sheet => ImportHeadings.Order(sheet, of.Columns))
            .TryGet(out var rows, out var refusal))
        {
            return refusal;
        }

        var id = ImportId.Of(kind, Convert.ToHexStringLower(SHA256.HashData(file.Span)));
        var known = await imports.FindAsync(agency, id, cancel);
        if (known?.Value.State == ImportState.Applying)
        {
            return known.Value;
        }

        var version = (known?.Value.Version ?? 0) + 1;
        var pages = ImportPages.Of(agency, id, version, await LinesAsync(actor, of, rows, cancel));
        await Parallel.ForEachAsync(
            pages,
            new ParallelOptions { MaxDegreeOfParallelism = PagesAtOnce, CancellationToken = cancel },
            async (page, stop) => await imports.PutPageAsync(page, stop));
        var import = new Import(
            agency, id, version, ImportState.Previewed,
            pages.Aggregate(ImportCounts.None, (sum, page) => sum.WithEffects(page.Lines)), pages.Count, clock.Now())
        {
            Actor = actor,
        };
        if (!await imports.PutAsync(import, known?.Tag, cancel))
        {
            return Refusal.Stale("Somebody else sent the same file meanwhile.");
        }

        await imports.RemovePagesAsync(agency, id, version, cancel);
        return import;
    }

    /// <summary>A cell whose formula failed says nothing, whatever its text.</summary>
    private static async Task<IReadOnlyList<ImportLine>> LinesAsync(
        Actor actor, IImportKind kind, IReadOnlyList<ReadRow> rows, CancellationToken cancel)
    {
        var whole = rows.Where(row => row.Broken.Count == 0)
            .Select(row => new ImportRow(row.Number, kind.Columns, row.Cells)).ToList();
        var broken = rows.Where(row => row.Broken.Count > 0).Select(row => new ImportLine(
            row.Number, null, RowEffect.Faulty)
        {
            Faults =
            [
                .. row.Broken.Select(column => new CellFault(
                    kind.Columns[column].Key, RefusalCodes.InvalidField, "The formula of this cell failed.")),
            ],
        });
        return [.. (await kind.PlanAsync(actor, whole, cancel)).Concat(broken).OrderBy(line => line.Row)];
    }
}
