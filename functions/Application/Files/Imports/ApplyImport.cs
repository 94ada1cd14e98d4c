using Kinerja.Domain;
using Kinerja.Domain.Files;

namespace Kinerja.Application.Files.Imports;

/// <summary>
/// Writes the rows of a preview, page by page, each step of a queue some pages. A page is kept with what became of its
/// rows before the import goes on, so that a step that comes twice or breaks off loses and counts nothing twice.
/// </summary>
public sealed class ApplyImport(IImports imports, IImportQueue queue, ImportKinds kinds, TimeProvider clock)
{
    private const int PagesPerStep = 4;

    /// <summary>What is being written, or is, is answered as it stands.</summary>
    public async Task<Result<Import>> StartAsync(
        Actor actor, ImportId id, ImportChoice choice, VersionCondition? condition, CancellationToken cancel)
    {
        if (await imports.FindAsync(actor.Agency, id, cancel) is not { Value: var known, Tag: var tag }
            || known.IsOver(clock.Now()))
        {
            return NotFound.Import(id);
        }

        if (condition?.Allows(known.Version) == false)
        {
            return Refusal.Stale($"The newest preview is version {known.Version}.");
        }

        if (known.State == ImportState.Previewed)
        {
            if (choice == ImportChoice.All && known.Counts.Faulty > 0)
            {
                return new Refusal(
                    RefusalKind.Conflict, RefusalCodes.ImportFaulty,
                    $"{known.Counts.Faulty} of {known.Counts.Rows} rows have faults. Mend them, or apply the good.");
            }

            known = known with { State = ImportState.Applying, Choice = choice, Actor = actor };
            if (!await imports.PutAsync(known, tag, cancel))
            {
                return Refusal.Stale("Somebody else applied or previewed it meanwhile.");
            }
        }

        if (known.State == ImportState.Applying)
        {
            // Also of a repeat: whoever sent it before may have broken off in between.
            await queue.SendAsync(new(known.AgencyId, id, known.Version), cancel);
        }

        return known;
    }

    /// <summary>Some pages further; what is not being written, or was previewed anew, is left alone.</summary>
    public async Task StepAsync(ImportStep step, CancellationToken cancel)
    {
        for (var pages = 0; pages < PagesPerStep; pages++)
        {
            if (await imports.FindAsync(step.AgencyId, step.Id, cancel) is not
                { Value: { State: ImportState.Applying } import, Tag: var tag } || import.Version != step.Version)
            {
                return;
            }

            var page = await imports.FindPageAsync(import, import.NextPage, cancel)
                ?? throw new InvalidOperationException($"Page {import.NextPage} of {step.Id} is missing.");
            if (!page.IsDone)
            {
                page = page with { Lines = await WriteAsync(import, page.Lines, cancel) };
                await imports.PutPageAsync(page, cancel);
            }

            if (!await imports.PutAsync(import.After(page.Lines, clock.Now()), tag, cancel))
            {
                // Another step is at it, and sends the next one.
                return;
            }
        }

        await queue.SendAsync(step, cancel);
    }

    /// <summary>
    /// Rows that would do by now what they did in the preview are written; those that would do nothing are done
    /// already, by an earlier try or by somebody else.
    /// </summary>
    private async Task<IReadOnlyList<ImportLine>> WriteAsync(
        Import import, IReadOnlyList<ImportLine> lines, CancellationToken cancel)
    {
        var (kind, actor) = (kinds.Of(import.Id.Kind), import.Actor!);
        var good = lines.Where(line => line.Effect != RowEffect.Faulty).ToList();
        var rows = good.Select(line => new ImportRow(line.Row, kind.Columns, line.Cells!)).ToList();
        var ended = new Dictionary<int, ImportLine>();
        var toWrite = new List<(ImportLine Line, ImportRow Row)>();
        var now = await kind.PlanAsync(actor, rows, cancel);
        for (var i = 0; i < good.Count; i++)
        {
            if (now[i].Effect is not (RowEffect.Unchanged or RowEffect.Faulty) && now[i].DoesAs(good[i]))
            {
                toWrite.Add((good[i], rows[i]));
                continue;
            }

            ended[good[i].Row] = End(good[i], OutcomeOf(now[i]), now[i].Faults);
        }

        if (toWrite.Count > 0)
        {
            var refusals = await kind.WriteAsync(actor, [.. toWrite.Select(one => one.Row)], cancel);
            foreach (var ((line, _), refusal) in toWrite.Zip(refusals))
            {
                ended[line.Row] = refusal is null
                    ? End(line, RowOutcome.Done, [])
                    : End(line, RowOutcome.Refused, RowFaults.Of(refusal));
            }
        }

        return [.. lines.Select(line =>
            ended.GetValueOrDefault(line.Row) ?? End(line, RowOutcome.LeftOut, line.Faults))];
    }

    private static RowOutcome OutcomeOf(ImportLine now) => now.Effect switch
    {
        RowEffect.Unchanged => RowOutcome.Done,
        RowEffect.Faulty => RowOutcome.Refused,
        RowEffect.New or RowEffect.Changed => RowOutcome.Moved,
    };

    private static ImportLine End(ImportLine line, RowOutcome outcome, IReadOnlyList<CellFault> faults) =>
        line with { Outcome = outcome, Faults = faults, Cells = null };
}
