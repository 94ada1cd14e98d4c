using System.Security.Cryptography;
using Kinerja.Application.Files.Reading;
using Kinerja.Application.Geofencing;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Files;
using Microsoft.Extensions.DependencyInjection;

namespace Kinerja.Application.Files.Imports;

/// <summary>
/// Reads a file and holds every row against what stands; writes nothing of it. The same file again is the same import,
/// previewed anew; one that is being written is left alone. A whole file lies in memory meanwhile, so that few are
/// previewed at once and the others wait their turn.
/// </summary>
public sealed class PreviewImport(
    AgencyDirectory register, IImports imports, ImportKinds kinds,
    [FromKeyedServices(PreviewImport.Lane)] ExpensiveWorkLane lane, TimeProvider clock)
{
    /// <summary>The lane of previews alone: a fence that is drawn waits for none of them.</summary>
    public const string Lane = "previews";

    private const int PagesAtOnce = 4;

    public async Task<Result<Import>> ExecuteAsync(
        Actor actor, ImportKind kind, ReadOnlyMemory<byte> file, CancellationToken cancel)
    {
        var agency = actor.Agency;
        if (await register.FindAgencyAsync(agency, cancel) is null)
        {
            return NotFound.Agency(agency);
        }

        return await lane.HoldAsync(agency, stop => PreviewAsync(actor, kinds.Of(kind), file, stop), cancel);
    }

    private async Task<Result<Import>> PreviewAsync(
        Actor actor, IImportKind of, ReadOnlyMemory<byte> file, CancellationToken cancel)
    {
        var agency = actor.Agency;
        if (!SheetReader.Read(file).Then(read => ImportHeadings.Order(read, of.Columns))
            .TryGet(out var sheet, out var refusal))
        {
            return refusal;
        }

        var id = ImportId.Of(of.Kind, Convert.ToHexStringLower(SHA256.HashData(file.Span)));
        var known = await imports.FindAsync(agency, id, cancel);
        if (known?.Value.State == ImportState.Applying)
        {
            return known.Value;
        }

        var version = (known?.Value.Version ?? 0) + 1;
        var pages = ImportPages.Of(agency, id, version, await LinesAsync(actor, of, sheet, cancel));
        await Parallel.ForEachAsync(
            pages,
            new ParallelOptions { MaxDegreeOfParallelism = PagesAtOnce, CancellationToken = cancel },
            async (page, stop) => await imports.PutPageAsync(page, stop));
        var import = new Import(
            agency, id, version, ImportState.Previewed,
            pages.Aggregate(ImportCounts.None, (sum, page) => sum.WithEffects(page.Lines)), pages.Count, clock.Now())
        {
            Actor = actor,
            KeptColumns = sheet.Kept,
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
        Actor actor, IImportKind kind, OrderedRows sheet, CancellationToken cancel)
    {
        var whole = sheet.Rows.Where(row => row.Broken.Count == 0)
            .Select(row => new ImportRow(row.Number, kind.Columns, row.Cells) { Kept = sheet.Kept }).ToList();
        var broken = sheet.Rows.Where(row => row.Broken.Count > 0).Select(row => new ImportLine(
            row.Number, null, RowEffect.Faulty)
        {
            Faults =
            [
                .. row.Broken.Select(column => new CellFault(
                    kind.Columns[column].Key, RefusalCodes.InvalidField, "The formula of this cell has no value.")),
            ],
        });
        return [.. (await kind.PlanAsync(actor, whole, cancel)).Lines.Concat(broken).OrderBy(line => line.Row)];
    }
}
