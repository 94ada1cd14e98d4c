using System.Globalization;
using System.Text.Json;
using Kinerja.Application.Events;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Intake.Pulls;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Intake.Pulls;

/// <summary>
/// Writes what was agreed to, as if the agency's app had sent it: units before people, some hundred at a time. Each
/// change says what became of it, so that a step that broke off goes on where it was.
/// </summary>
public sealed class ApplyPull(
    IRegisterPulls pulls, IWorkforce workforce, UpsertWorkforce upsert, AgencyDirectory register, TimeProvider clock)
{
    private const int MostAtOnce = 100;

    public async Task ExecuteAsync(RegisterPullStep step, CancellationToken cancel)
    {
        var agency = step.AgencyId;
        if (await pulls.FindPullAsync(agency, cancel) is not { Value: { State: PullState.Agreed } pull } standing
            || pull.Id != step.PullId)
        {
            return;
        }

        var all = await pulls.ListChangesAsync(agency, pull.Id, cancel).ToListAsync(cancel);
        var done = all.Where(c => c.Outcome is not null).ToList();
        var left = all.Where(c => c.IsWritten && c.Outcome is null).ToList();
        foreach (var some in left.GroupBy(c => c.Part).OrderBy(p => p.Key).SelectMany(p => p.Chunk(MostAtOnce)))
        {
            var written = await WriteAsync(pull.AgreedBy!, some, cancel);
            await pulls.PutChangesAsync(agency, pull.Id, written, cancel);
            done.AddRange(written);
        }

        int Count(ChangeOutcome outcome) => done.Count(c => c.Outcome == outcome);
        var applied = pull with
        {
            State = PullState.Applied,
            AppliedAt = clock.Now(),
            Outcomes = new(
                Count(ChangeOutcome.Applied), Count(ChangeOutcome.Refused), Count(ChangeOutcome.Overtaken)),
        };
        await pulls.PutPullAsync(applied, standing.Tag, cancel);
    }

    private async Task<List<RegisterChange>> WriteAsync(
        Actor actor, RegisterChange[] some, CancellationToken cancel)
    {
        var agency = actor.Agency;
        var today = await register.TodayAsync(agency, cancel)
            ?? throw new InvalidOperationException($"{agency} has a pull and is not registered.");
        if (some[0].Part == RegisterPart.Unit)
        {
            return await WriteAsync(
                some,
                GivenRegister.ReadUnit,
                async (change, entries) =>
                    await workforce.FindUnitAsync(agency, UnitId.Parse(change.Id).Value, cancel) is var held
                    && held?.Tag != change.Tag && !entries.Next(held?.Value, today).Equals(held?.Value),
                entries => upsert.PutUnitsAsync(actor, entries, cancel));
        }

        return await WriteAsync(
            some,
            GivenRegister.ReadEmployee,
            async (change, entries) =>
                await workforce.FindEmployeeAsync(agency, EmployeeId.Parse(change.Id).Value, cancel) is var held
                && held?.Tag != change.Tag && !EmployeeEntry.Next(held?.Value, entries, today).Equals(held?.Value),
            entries => upsert.PutEmployeesAsync(actor, entries, cancel));
    }

    /// <summary>A list is written whole or not at all: what is refused is taken out, the rest tried again.</summary>
    private static async Task<List<RegisterChange>> WriteAsync<T>(
        IReadOnlyList<RegisterChange> some,
        Func<JsonElement, int, Result<T>> read,
        Func<RegisterChange, IReadOnlyList<T>, Task<bool>> isOvertaken,
        Func<IReadOnlyList<T>, Task<Result<int>>> put)
        where T : notnull
    {
        var ended = new List<RegisterChange>();
        var left = new List<(RegisterChange Change, IReadOnlyList<T> Entries)>();
        foreach (var change in some)
        {
            if (!EntriesOf(change, read).TryGet(out var entries, out var fault))
            {
                ended.Add(change with { Outcome = ChangeOutcome.Refused, OutcomeDetail = fault.Detail });
            }
            else if (await isOvertaken(change, entries))
            {
                ended.Add(change with { Outcome = ChangeOutcome.Overtaken });
            }
            else
            {
                left.Add((change, entries));
            }
        }

        while (left.Count > 0)
        {
            if ((await put([.. left.SelectMany(l => l.Entries)])).TryGet(out _, out var refusal))
            {
                ended.AddRange(left.Select(l => l.Change with { Outcome = ChangeOutcome.Applied }));
                break;
            }

            var owners = left.SelectMany(l => l.Entries.Select(_ => l.Change.Key)).ToList();
            var details = refusal.Faults.GroupBy(f => owners[PlaceOf(f.Pointer)])
                .ToDictionary(f => f.Key, f => f.First().Detail, StringComparer.Ordinal);
            if (details.Count == 0)
            {
                throw new InvalidOperationException($"A pull cannot be written: {refusal.Detail}");
            }

            ended.AddRange(left.Where(l => details.ContainsKey(l.Change.Key)).Select(l => l.Change with
            {
                Outcome = ChangeOutcome.Refused,
                OutcomeDetail = details[l.Change.Key],
            }));
            left.RemoveAll(l => details.ContainsKey(l.Change.Key));
        }

        return ended;
    }

    /// <summary>Read by the contract of today, which may be another than when they came.</summary>
    private static Result<IReadOnlyList<T>> EntriesOf<T>(RegisterChange change, Func<JsonElement, int, Result<T>> read)
        where T : notnull
    {
        var entries = new List<T>();
        foreach (var (i, row) in JsonElement.Parse(change.Rows!).EnumerateArray().Index())
        {
            if (!read(row, i).TryGet(out var entry, out var refusal))
            {
                return refusal;
            }

            entries.Add(entry);
        }

        return entries;
    }

    /// <summary>Which entry of the list a fault is of, such as 3 of <c>/employees/3/unitId</c>.</summary>
    private static int PlaceOf(string pointer) => int.Parse(pointer.Split('/')[2], CultureInfo.InvariantCulture);
}
