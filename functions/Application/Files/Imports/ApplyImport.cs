using Kinerja.Domain;
using Kinerja.Domain.Files;

namespace Kinerja.Application.Files.Imports;

/// <summary>
/// Writes the rows of a preview, each step of a queue some pages at once. A page is kept with what became of its rows
/// before the import goes on, so that a step that comes twice or breaks off loses and counts nothing twice.
/// </summary>
public sealed class ApplyImport(IImports imports, IImportQueue queue, ImportKinds kinds, TimeProvider clock)
{
    /// <summary>A thousand rows, as many as one request brings of them.</summary>
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
        if (await imports.FindAsync(step.AgencyId, step.Id, cancel) is not
            { Value: { State: ImportState.Applying } import, Tag: var tag } || import.Version != step.Version)
        {
            return;
        }

        var pages = await PagesAsync(import, cancel);
        var lines = pages.Where(page => !page.IsDone).SelectMany(page => page.Lines).ToList();
        var ended = await WriteAsync(import, lines, cancel);
        var done = new ImportPage[pages.Length];
        await Parallel.ForAsync(0, pages.Length, cancel, async (at, stop) =>
        {
            done[at] = pages[at];
            if (!pages[at].IsDone)
            {
                done[at] = pages[at] with { Lines = [.. pages[at].Lines.Select(line => ended[line.Row])] };
                await imports.PutPageAsync(done[at], stop);
            }
        });

        var now = clock.Now();
        var next = done.Aggregate(import, (sum, page) => sum.After(page.Lines, now));
        if (!await imports.PutAsync(next, tag, cancel))
        {
            // Another step is at it, and sends the next one.
            return;
        }

        if (next.State == ImportState.Applying)
        {
            await queue.SendAsync(step, cancel);
        }
    }

    private async Task<ImportPage[]> PagesAsync(Import import, CancellationToken cancel) =>
        await Task.WhenAll(Enumerable.Range(import.NextPage, Math.Min(PagesPerStep, import.Pages - import.NextPage))
            .Select(async number => await imports.FindPageAsync(import, number, cancel)
                ?? throw new InvalidOperationException($"Page {number} of {import.Id} is missing.")));

    /// <summary>
    /// Rows that would do by now what they did in the preview are written; those that would do nothing are done
    /// already, by an earlier try or by somebody else. By the number of the row.
    /// </summary>
    private async Task<Dictionary<int, ImportLine>> WriteAsync(
        Import import, IReadOnlyList<ImportLine> lines, CancellationToken cancel)
    {
        var (kind, actor) = (kinds.Of(import.Id.Kind), import.Actor!);
        var ended = lines.Where(line => line.Effect == RowEffect.Faulty)
            .ToDictionary(line => line.Row, line => End(line, RowOutcome.LeftOut, line.Faults));
        var good = lines.Where(line => line.Effect != RowEffect.Faulty).ToList();
        var plan = await kind.PlanAsync(
            actor,
            [
                .. good.Select(line => new ImportRow(line.Row, kind.Columns, line.Cells!)
                {
                    Kept = import.KeptColumns,
                    Foreseen = line,
                }),
            ],
            cancel);
        var toWrite = new List<int>();
        foreach (var (at, (line, now)) in good.Zip(plan.Lines).Index())
        {
            if (now.Effect is not (RowEffect.Unchanged or RowEffect.Faulty) && now.DoesAs(line))
            {
                toWrite.Add(at);
                continue;
            }

            ended[line.Row] = End(line, OutcomeOf(now), now.Faults);
        }

        if (toWrite.Count > 0)
        {
            var refusals = await plan.WriteAsync(toWrite, cancel);
            foreach (var (at, refusal) in toWrite.Zip(refusals))
            {
                ended[good[at].Row] = refusal is null
                    ? End(good[at], RowOutcome.Done, [])
                    : End(good[at], RowOutcome.Refused, RowFaults.Of(refusal));
            }
        }

        return ended;
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
