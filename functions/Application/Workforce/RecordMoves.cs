using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Workforce;

/// <summary>
/// Records who came from which agency on which day, for one person or for the hundreds of an agency that is split or
/// merged. The receiving agency records it, and its own register follows: the person serves there from that day on. The
/// other agency's register is its own; it is told, and ends the service itself. Months that it touches are marked
/// before anything is written, and the same list again changes nothing.
/// </summary>
public sealed class RecordMoves(
    AgencyDirectory register, IWorkforce workforce, IMoves moves, ProveMoves prove, ReadStretches stretches,
    IRegisterChanges changes, TimeProvider clock)
{
    private const int MostAtOnce = 16;

    /// <summary>All of the list or nothing, with every fault.</summary>
    public async Task<Result<IReadOnlyList<Move>>> PutAsync(
        Actor actor, AgencyId agency, IReadOnlyList<MoveClaim> claims, CancellationToken cancel)
    {
        if (await register.FindAgencyAsync(agency, cancel) is not { } home)
        {
            return NotFound.Agency(agency);
        }

        if (!(await prove.ExecuteAsync(agency, claims, cancel)).TryGet(out var sound, out var refusal))
        {
            return refusal;
        }

        var now = clock.Now();
        var fresh = sound.Select(s => s with { Move = s.Move with { RecordedAt = now, Actor = actor } }).ToList();
        var since = new LocalDate[fresh.Count];
        await EachAsync(fresh, async (at, next, stop) => since[at] = await SinceAsync(home, next, stop), cancel);
        await MarkAsync(home, [.. fresh.Zip(since)], cancel);
        var written = new Written[fresh.Count];
        await EachAsync(fresh, async (at, next, stop) => written[at] = await WriteAsync(home, next, stop), cancel);
        register.Invalidate(agency);
        await TellAsync(written.SelectMany(w => w.Told), cancel);
        return written.Select(w => w.Move).ToList();
    }

    /// <summary>
    /// Takes back a move that brought the person here. The register of neither agency changes by it: whoever was
    /// registered from that day on is put right there.
    /// </summary>
    public async Task<Result<Move>> WithdrawAsync(
        Actor actor, EmployeeId employee, LocalDate on, CancellationToken cancel)
    {
        if (await register.FindAgencyAsync(actor.Agency, cancel) is not { } home
            || await register.FindEmployeeAsync(home.Id, employee, cancel) is null)
        {
            return NotFound.Employee(employee);
        }

        var known = await moves.ListAsync(home.Id, employee, cancel);
        if (known.FirstOrDefault(m => m.Value.BringsTo(home.Id, employee) && m.Value.On == on) is not { } standing)
        {
            return NotFound.Move(employee, on);
        }

        await MarkAsync(home, [(new(standing.Value, null), on)], cancel);
        var gone = await WriteBothAsync(
            standing.Value with { RecordedAt = clock.Now(), Actor = actor, Withdrawn = true }, cancel);
        await TellAsync(gone.Told, cancel);
        return gone.Move;
    }

    public async Task<Result<IReadOnlyList<Move>>> OfPersonAsync(
        AgencyId agency, EmployeeId employee, CancellationToken cancel) =>
        await register.FindEmployeeAsync(agency, employee, cancel) is null
            ? NotFound.Employee(employee)
            : (await moves.ListAsync(agency, employee, cancel)).Select(m => m.Value).ToList();

    /// <summary>A page of all that came or went, withdrawn ones too.</summary>
    public async Task<Result<ListPage<Move>>> OfAgencyAsync(
        AgencyId agency, string? after, int most, CancellationToken cancel)
    {
        if (await register.FindAgencyAsync(agency, cancel) is null)
        {
            return NotFound.Agency(agency);
        }

        var found = await moves.ListAsync(agency, after, cancel).Take(most + 1).ToListAsync(cancel);
        return new ListPage<Move>(
            [.. found.Take(most).Select(f => f.Move)], found.Count > most ? found[most - 1].Key : null);
    }

    private static Task EachAsync(
        List<MoveToWrite> moves, Func<int, MoveToWrite, CancellationToken, Task> work, CancellationToken cancel) =>
        Parallel.ForEachAsync(
            moves.Index(),
            new ParallelOptions { MaxDegreeOfParallelism = MostAtOnce, CancellationToken = cancel },
            async (next, stop) => await work(next.Index, next.Item, stop));

    /// <summary>The first day of which anything is said otherwise in the receiving agency.</summary>
    private async Task<LocalDate> SinceAsync(Agency home, MoveToWrite next, CancellationToken cancel)
    {
        var (before, after) = await BegunAsync(home, next.Move, cancel);
        var moved = LocalDate.Min(next.Move.On, next.Replaces?.On ?? next.Move.On);
        return LocalDate.Min(moved, before.Value.FirstDifference(after) ?? moved);
    }

    /// <summary>In both agencies; in the other one nothing is said otherwise before the day of the move.</summary>
    private async Task MarkAsync(
        Agency home, IReadOnlyList<(MoveToWrite Next, LocalDate Since)> all, CancellationToken cancel)
    {
        await changes.OfPeopleAsync(home, [.. all.Select(a => (a.Next.Move.EmployeeId, a.Since))], cancel);
        foreach (var origin in all.GroupBy(a => a.Next.Move.FromAgencyId))
        {
            if (await register.FindAgencyAsync(origin.Key, cancel) is { } other)
            {
                await changes.OfPeopleAsync(
                    other,
                    [.. origin.Select(o => (
                        o.Next.Move.FromEmployeeId,
                        LocalDate.Min(o.Next.Move.On, o.Next.Replaces?.On ?? o.Next.Move.On)))],
                    cancel);
            }
        }
    }

    private async Task<Written> WriteAsync(Agency home, MoveToWrite next, CancellationToken cancel)
    {
        await BeginAsync(home, next.Move, cancel);
        var made = await WriteBothAsync(next.Move, cancel);
        if (next.Replaces is not { } wrong)
        {
            return made;
        }

        var gone = await WriteBothAsync(
            wrong with { RecordedAt = next.Move.RecordedAt, Actor = next.Move.Actor, Withdrawn = true }, cancel);
        return made with { Told = [.. gone.Told, .. made.Told] };
    }

    /// <summary>The person as registered, and serving here since the move, or the secondment before it.</summary>
    private async Task<(Tagged<Employment> Before, Employment After)> BegunAsync(
        Agency home, Move move, CancellationToken cancel)
    {
        var first = await stretches.BeginningOfAsync(move, cancel);
        var left = (await moves.ListAsync(home.Id, move.EmployeeId, cancel))
            .Where(m => m.Value.TakesFrom(home.Id, move.EmployeeId) && m.Value.On < first)
            .Select(m => (LocalDate?)m.Value.On).Max();
        var person = (await workforce.FindEmployeeAsync(home.Id, move.EmployeeId, cancel))!;
        return (person, person.Value.ArrivingOn(first, left));
    }

    /// <summary>Again when somebody else wrote the person meanwhile.</summary>
    private async Task BeginAsync(Agency home, Move move, CancellationToken cancel)
    {
        var today = clock.Now().InZone(home.Zone).Date;
        var done = false;
        while (!done)
        {
            var (before, after) = await BegunAsync(home, move, cancel);
            done = after.Equals(before.Value)
                || await workforce.PutEmployeesAsync(home.Id, [new(after, before.Tag, move.Actor)], today, cancel);
        }
    }

    /// <summary>The receiving agency's copy first; what was written half before is written whole.</summary>
    private async Task<Written> WriteBothAsync(Move asked, CancellationToken cancel)
    {
        var own = await WriteAsync(asked.ToAgencyId, asked.EmployeeId, asked, null, cancel);
        var before = await register.FindEmployeeAsync(
            asked.FromAgencyId, asked.FromEmployeeId, asked.On.PlusDays(-1), cancel);
        var other = await WriteAsync(asked.FromAgencyId, asked.FromEmployeeId, own.Move, before?.RaterId, cancel);
        return own with { Told = [.. own.Told, .. other.Told] };
    }

    /// <summary>One side's copy, as the last version of what stands there.</summary>
    private async Task<Written> WriteAsync(
        AgencyId side, EmployeeId person, Move asked, EmployeeId? superior, CancellationToken cancel)
    {
        while (true)
        {
            var known = (await moves.ListAsync(side, person, cancel))
                .FirstOrDefault(m => m.Value.HasSameEnds(asked) && m.Value.On == asked.On);
            if (known?.Value.Withdrawn == asked.Withdrawn)
            {
                return new(known.Value, []);
            }

            var next = new MoveOfSide(side, asked with { Version = (known?.Value.Version ?? 0) + 1 }, superior);
            if (await moves.PutAsync(next, known?.Tag, cancel))
            {
                return new(next.Move, [next]);
            }
        }
    }

    private async Task TellAsync(IEnumerable<MoveOfSide> told, CancellationToken cancel)
    {
        foreach (var side in told.GroupBy(t => t.Side))
        {
            await moves.TellAsync(side.Key, [.. side], cancel);
        }
    }

    private sealed record Written(Move Move, IReadOnlyList<MoveOfSide> Told);
}
