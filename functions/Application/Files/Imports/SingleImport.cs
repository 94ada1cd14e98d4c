using Kinerja.Domain;
using Kinerja.Domain.Files;

namespace Kinerja.Application.Files.Imports;

/// <summary>
/// Rows about people that are judged and written one by one, by the use case of one. One person's rows are taken one
/// after the other.
/// </summary>
internal abstract class SingleImport<TClaim, T> : IImportKind
    where TClaim : notnull
    where T : class
{
    private const int AtOnce = 8;

    public abstract ImportKind Kind { get; }

    public abstract IReadOnlyList<ImportColumn> Columns { get; }

    protected abstract IReadOnlyList<(string Column, Func<T, string?> Of)> Shown { get; }

    public async Task<ImportPlan> PlanAsync(
        Actor actor, IReadOnlyList<ImportRow> rows, CancellationToken cancel)
    {
        var (lines, seen) = (new ImportLine[rows.Count], new HashSet<object>());
        var claims = new Dictionary<int, TClaim>();
        for (var i = 0; i < rows.Count; i++)
        {
            var claim = Read(rows[i]);
            var faults = RowFaults.Of(rows[i], claim.Refusal);
            if (faults.Count == 0 && !seen.Add(Key(claim.Value)))
            {
                faults = [RowFaults.Twice];
            }

            if (faults.Count > 0)
            {
                lines[i] = Faulty(rows[i], faults);
                continue;
            }

            claims[i] = claim.Value;
        }

        await Parallel.ForEachAsync(claims, With(cancel), async (one, stop) =>
            lines[one.Key] = await LineAsync(actor, rows[one.Key], one.Value, stop));
        return new(lines, (places, stop) => WriteAsync(actor, [.. places.Select(at => claims[at])], stop));
    }

    protected abstract Result<TClaim> Read(ImportRow row);

    /// <summary>What no two rows may say something of.</summary>
    protected abstract object Key(TClaim claim);

    protected abstract EmployeeId Subject(TClaim claim);

    /// <summary>What stands and what would; the same object where the row changes nothing.</summary>
    protected abstract Task<Result<(T? Before, T After)>> PreviewAsync(
        Actor actor, TClaim claim, CancellationToken cancel);

    /// <summary>Null when it is written.</summary>
    protected abstract Task<Refusal?> WriteAsync(Actor actor, TClaim claim, CancellationToken cancel);

    private async Task<IReadOnlyList<Refusal?>> WriteAsync(
        Actor actor, IReadOnlyList<TClaim> claims, CancellationToken cancel)
    {
        var refusals = new Refusal?[claims.Count];
        var people = claims.Index().GroupBy(one => Subject(one.Item));
        await Parallel.ForEachAsync(people, With(cancel), async (person, stop) =>
        {
            foreach (var (index, claim) in person)
            {
                refusals[index] = await WriteAsync(actor, claim, stop);
            }
        });
        return refusals;
    }

    private async Task<ImportLine> LineAsync(Actor actor, ImportRow row, TClaim claim, CancellationToken cancel)
    {
        if (!(await PreviewAsync(actor, claim, cancel)).TryGet(out var found, out var refusal))
        {
            return Faulty(row, RowFaults.Of(refusal));
        }

        var (before, after) = found;
        IReadOnlyList<FieldChange> changes =
        [
            .. Shown.Select(one => new FieldChange(
                one.Column, before is null ? null : one.Of(before), one.Of(after)))
                .Where(change => change.From != change.To),
        ];
        var effect = before is null ? RowEffect.New
            : ReferenceEquals(before, after) ? RowEffect.Unchanged
            : RowEffect.Changed;
        return new(row.Number, Subject(claim).ToString(), effect) { Changes = changes, Cells = row.Cells };
    }

    private static ImportLine Faulty(ImportRow row, IReadOnlyList<CellFault> faults) =>
        new(row.Number, RowFaults.Subject(row["employeeId"]), RowEffect.Faulty) { Faults = faults };

    private static ParallelOptions With(CancellationToken cancel) =>
        new() { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel };
}
