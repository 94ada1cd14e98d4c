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
internal abstract class RegisterImport<TEntry, T> : IImportKind
    where TEntry : notnull
    where T : class, IEquatable<T>
{
    /// <summary>A refused list names its faults all at once, units, posts and NIPs one after the other.</summary>
    private const int MostRounds = 8;

    public abstract ImportKind Kind { get; }

    public abstract IReadOnlyList<ImportColumn> Columns { get; }

    protected abstract IReadOnlyList<ShownValue<T>> Shown { get; }

    public async Task<IReadOnlyList<ImportLine>> PlanAsync(
        Actor actor, IReadOnlyList<ImportRow> rows, CancellationToken cancel)
    {
        var (lines, read) = (new ImportLine[rows.Count], new List<(int At, TEntry Entry)>());
        var seen = new HashSet<(string, LocalDate?)>();
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

            read.Add((i, entry.Value));
        }

        await PlanReadAsync(actor, rows, read, lines, cancel);
        return lines;
    }

    public async Task<IReadOnlyList<Refusal?>> WriteAsync(
        Actor actor, IReadOnlyList<ImportRow> rows, CancellationToken cancel)
    {
        var refusal = (await PutAsync(actor, [.. rows.Select(row => Read(row).Value)], cancel)).Refusal;
        return [.. rows.Select(_ => refusal)];
    }

    protected abstract Result<TEntry> Read(ImportRow row);

    protected abstract string Subject(TEntry entry);

    protected abstract LocalDate? From(TEntry entry);

    protected abstract Task<Result<RegisterPlan<T>>> PreviewAsync(
        AgencyId agency, IReadOnlyList<TEntry> entries, CancellationToken cancel);

    protected abstract Task<Result<int>> PutAsync(
        Actor actor, IReadOnlyList<TEntry> entries, CancellationToken cancel);

    /// <summary>What a row changes beside the values that are shown.</summary>
    protected virtual IEnumerable<FieldChange> Beside(TEntry entry, RegisterPlan<T> plan) => [];

    /// <summary>Plans the list without the rows that it was refused for, until it is taken.</summary>
    private async Task PlanReadAsync(
        Actor actor,
        IReadOnlyList<ImportRow> rows,
        List<(int At, TEntry Entry)> read,
        ImportLine[] lines,
        CancellationToken cancel)
    {
        for (var round = 1; read.Count > 0; round++)
        {
            var planned = await PreviewAsync(actor.Agency, [.. read.Select(r => r.Entry)], cancel);
            if (planned.TryGet(out var plan, out var refusal))
            {
                for (var i = 0; i < read.Count; i++)
                {
                    lines[read[i].At] = Line(rows[read[i].At], read[i].Entry, plan, plan.Steps[i]);
                }

                return;
            }

            var faults = RowFaults.ByItem(refusal);
            var all = faults.Count == 0 || round == MostRounds;
            for (var i = 0; i < read.Count; i++)
            {
                if (all || faults.Contains(i))
                {
                    lines[read[i].At] = Faulty(
                        rows[read[i].At], faults.Contains(i) ? [.. faults[i]] : RowFaults.Of(refusal));
                }
            }

            read = [.. read.Where((_, i) => !all && !faults.Contains(i))];
        }
    }

    private ImportLine Line(ImportRow row, TEntry entry, RegisterPlan<T> plan, RegisterStep<T> step)
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
