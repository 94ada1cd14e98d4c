using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Files;
using NodaTime;

namespace Kinerja.Application.Files.Imports;

/// <summary>A value of a row's subject, by its column.</summary>
internal sealed record ShownValue<T>(string Column, Func<T, LocalDate, string?> Of);

/// <summary>
/// Rows of the register: units, posts and people alike. A row is read as an item of the list that a PUT takes, and
/// planned and written by the use cases behind it.
/// </summary>
internal abstract class RegisterImport<TEntry, T, TPlan> : IImportKind
    where TEntry : notnull
    where T : class, IEquatable<T>
    where TPlan : RegisterPlan<T>
{
    /// <summary>A refused list names its faults all at once, units, posts and NIPs one after the other.</summary>
    private const int MostRounds = 8;

    public abstract ImportKind Kind { get; }

    public abstract IReadOnlyList<ImportColumn> Columns { get; }

    protected abstract IReadOnlyList<ShownValue<T>> Shown { get; }

    public async Task<ImportPlan> PlanAsync(
        Actor actor, IReadOnlyList<ImportRow> rows, CancellationToken cancel)
    {
        await StandAsync(actor.Agency, rows, cancel);
        var (lines, entries) = (new ImportLine[rows.Count], new TEntry[rows.Count]);
        var (read, seen) = (new List<int>(), new HashSet<(string, LocalDate?)>());
        for (var i = 0; i < rows.Count; i++)
        {
            var entry = Read(rows[i]);
            var faults = RowFaults.Of(rows[i], entry.Refusal);
            if (faults.Count == 0 && !seen.Add((Subject(entry.Value), From(entry.Value))))
            {
                faults = [RowFaults.Twice];
            }

            if (faults.Count > 0)
            {
                lines[i] = Faulty(rows[i], faults);
                continue;
            }

            entries[i] = entry.Value;
            read.Add(i);
        }

        var plan = await PlanReadAsync(actor, rows, entries, read, lines, cancel);
        return new(lines, (places, stop) => WriteAsync(actor, entries, places, plan!, stop));
    }

    /// <summary>Looks up what stands of columns that the file has not.</summary>
    protected virtual Task StandAsync(AgencyId agency, IReadOnlyList<ImportRow> rows, CancellationToken cancel) =>
        Task.CompletedTask;

    protected abstract Result<TEntry> Read(ImportRow row);

    protected abstract string Subject(TEntry entry);

    protected abstract LocalDate? From(TEntry entry);

    protected abstract Task<Result<TPlan>> PreviewAsync(
        AgencyId agency, IReadOnlyList<ImportRow> rows, IReadOnlyList<TEntry> entries, CancellationToken cancel);

    protected abstract Task<Result<int>> PutAsync(
        Actor actor, IReadOnlyList<TEntry> entries, TPlan plan, CancellationToken cancel);

    /// <summary>What a row changes beside the values that are shown.</summary>
    protected virtual IEnumerable<FieldChange> Beside(TEntry entry, TPlan plan) => [];

    /// <summary>Plans the list without the rows that it was refused for, until it is taken.</summary>
    private async Task<TPlan?> PlanReadAsync(
        Actor actor,
        IReadOnlyList<ImportRow> rows,
        TEntry[] entries,
        List<int> read,
        ImportLine[] lines,
        CancellationToken cancel)
    {
        TPlan? plan = null;
        var refused = await WithoutRefusedAsync(read, async places =>
        {
            var planned = await PreviewAsync(
                actor.Agency, [.. places.Select(at => rows[at])], [.. places.Select(at => entries[at])], cancel);
            if (planned.TryGet(out plan, out var refusal))
            {
                foreach (var (i, at) in places.Index())
                {
                    lines[at] = Line(rows[at], entries[at], plan, plan.Steps[i]);
                }
            }

            return refusal;
        });
        foreach (var (at, refusal) in refused)
        {
            lines[at] = Faulty(rows[at], RowFaults.Of(refusal));
        }

        return plan;
    }

    private async Task<IReadOnlyList<Refusal?>> WriteAsync(
        Actor actor, TEntry[] entries, IReadOnlyList<int> places, TPlan plan, CancellationToken cancel)
    {
        var refused = await WithoutRefusedAsync(places, async good =>
            (await PutAsync(actor, [.. good.Select(at => entries[at])], plan, cancel)).Refusal);
        return [.. places.Select(at => refused.GetValueOrDefault(at))];
    }

    /// <summary>
    /// Hands the list over without the rows that it was refused for, until it is taken; of those the refusal, as if
    /// each had come alone.
    /// </summary>
    private static async Task<Dictionary<int, Refusal>> WithoutRefusedAsync(
        IReadOnlyList<int> places, Func<IReadOnlyList<int>, Task<Refusal?>> take)
    {
        var refused = new Dictionary<int, Refusal>();
        for (var round = 1; places.Count > 0 && await take(places) is { } refusal; round++)
        {
            var faults = RowFaults.ByItem(refusal);
            var all = faults.Count == 0 || round == MostRounds;
            foreach (var (i, at) in places.Index().Where(p => all || faults.Contains(p.Index)))
            {
                refused[at] = faults.Contains(i) ? refusal with { Faults = [.. faults[i]] } : refusal;
            }

            places = [.. places.Where(at => !refused.ContainsKey(at))];
        }

        return refused;
    }

    private ImportLine Line(ImportRow row, TEntry entry, TPlan plan, RegisterStep<T> step)
    {
        var day = From(entry) ?? plan.Today;
        IReadOnlyList<FieldChange> changes =
        [
            .. Shown.Select(one => new FieldChange(
                one.Column, step.Before is { } known ? one.Of(known, day) : null, one.Of(step.After, day)))
                .Where(change => change.From != change.To),
            .. Beside(entry, plan),
        ];
        var effect = step.Before is null ? RowEffect.New
            : changes.Count > 0 || !step.After.Equals(step.Before) ? RowEffect.Changed
            : RowEffect.Unchanged;
        return new(row.Number, Subject(entry), effect) { Changes = changes, Cells = row.Cells };
    }

    private static ImportLine Faulty(ImportRow row, IReadOnlyList<CellFault> faults) =>
        new(row.Number, RowFaults.Subject(row["id"]), RowEffect.Faulty) { Faults = faults };
}
