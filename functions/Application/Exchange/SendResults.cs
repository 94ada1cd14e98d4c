using Kinerja.Application.Runs;
using Kinerja.Application.Tables;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Exchange;
using Kinerja.Domain.Runs;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Exchange;

/// <summary>
/// Sends a shard of a final result to SIASN, person by person, and writes what became of each. Whoever is settled
/// costs no call, so that a step that comes twice sends nothing twice; two steps are never at one shard.
/// </summary>
public sealed class SendResults(
    ISiasnResults siasn, ISiasnQueue queue, IRuns runs, IRunResults results, RevealNips reveal, SaveResult save,
    AgencyDirectory register, TimeProvider clock)
{
    private const string Purpose = "SIASN (BKN): pengiriman hasil kinerja final.";

    /// <summary>With their raters at most 200, as one question for NIPs may name.</summary>
    private const int PeopleAtOnce = 100;

    /// <summary>So many without an answer in a row: the server is down, and the rest waits for the next try.</summary>
    private const int MostUnanswered = 3;

    /// <summary>Throws when somebody's result failed, so that the queue brings the step again.</summary>
    /// <param name="step">Which shard.</param>
    /// <param name="message">The queue's own id of the message: one that comes again takes up what it held.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task ExecuteAsync(SiasnStep step, string message, CancellationToken cancel)
    {
        if (await siasn.FindAccountAsync(step.AgencyId, cancel) is not { } account
            || !account.Value.Sends(step.Period.Kind) || await FinalAsync(step, cancel) is not { } run
            || await HoldAsync(step, message, cancel) is not { } shard)
        {
            return;
        }

        var pass = await PassAsync(account.Value, run, step, cancel);
        await siasn.PutShardAsync(shard.Value.Left(pass.Counts), shard.Tag, cancel);
        await NoteAsync(account, pass.Fault, cancel);
        if (pass.Fault is null && pass.Counts.Failed > 0)
        {
            throw new InvalidOperationException(
                $"{pass.Counts.Failed} results of {step.AgencyId} {step.Period} shard {step.Shard} failed.");
        }

        if (pass.Fault is not null && await siasn.FindAccountAsync(step.AgencyId, cancel) is { } now
            && now.Value.Version != account.Value.Version)
        {
            // Somebody gave other credentials meanwhile.
            await queue.SendAsync([step], cancel);
        }
    }

    /// <summary>Null when another revision holds by now, or this one was opened again.</summary>
    private async Task<EvaluationRun?> FinalAsync(SiasnStep step, CancellationToken cancel) =>
        await runs.FindAsync(step.AgencyId, step.Period, cancel) is { Value: { FinalSince: not null } run }
        && run.Revision == step.Revision ? run : null;

    /// <summary>
    /// Null when another message is at it, which comes again until it is done; what asks for more than that one does
    /// waits for its turn.
    /// </summary>
    private async Task<Tagged<SiasnShard>?> HoldAsync(SiasnStep step, string message, CancellationToken cancel)
    {
        if (await siasn.FindShardAsync(step.AgencyId, step.Period, step.Shard, cancel) is not { } standing)
        {
            return null;
        }

        if (!standing.Value.IsHeldFrom(message, clock.Now())
            && await siasn.PutShardAsync(standing.Value.Held(message, clock.Now()), standing.Tag, cancel))
        {
            return await siasn.FindShardAsync(step.AgencyId, step.Period, step.Shard, cancel);
        }

        return step.Anew
            ? throw new InvalidOperationException($"Another step is at {step.AgencyId} {step.Period} {step.Shard}.")
            : null;
    }

    private async Task<(SiasnCounts Counts, SiasnFault? Fault)> PassAsync(
        SiasnAccount account, EvaluationRun run, SiasnStep step, CancellationToken cancel)
    {
        var range = HashRange.Slice(step.Shard, run.Shards);
        var people = await PeopleAsync(run, range, cancel);
        var states = await siasn.ListEntriesAsync(run.AgencyId, run.Period, range, cancel)
            .Where(entry => people.TryGetValue(entry.EmployeeId, out var one)
                && entry.Settles(one.Content, step.Anew))
            .ToDictionaryAsync(entry => entry.EmployeeId, entry => entry.State, cancellationToken: cancel);
        var (raters, unanswered) = (new Dictionary<Nip, SiasnPerson>(), 0);
        foreach (var some in people.Values.Where(one => !states.ContainsKey(one.Id)).Chunk(PeopleAtOnce))
        {
            var nips = await RevealAsync(account, run, some, cancel);
            foreach (var one in some)
            {
                var outcome = await SaveAsync(account, run, one, nips, raters, cancel);
                if (outcome.Fault is { } fault)
                {
                    return (SiasnCounts.Of(people.Count, states.Values), fault);
                }

                await siasn.PutEntryAsync(
                    new(run.AgencyId, run.Period, one.Id, run.Revision, one.Content, outcome.State, clock.Now())
                    {
                        Cause = outcome.Cause,
                        Detail = outcome.Detail,
                    },
                    cancel);
                states[one.Id] = outcome.State;
                unanswered = outcome.State == SiasnState.Failed ? unanswered + 1 : 0;
                if (unanswered == MostUnanswered)
                {
                    return (SiasnCounts.Of(people.Count, states.Values), null);
                }
            }
        }

        return (SiasnCounts.Of(people.Count, states.Values), null);
    }

    /// <summary>Whoever has a predicate; nothing is sent of the others.</summary>
    private async Task<IReadOnlyDictionary<EmployeeId, Assessed>> PeopleAsync(
        EvaluationRun run, HashRange range, CancellationToken cancel)
    {
        var raters = await results.ListInputsAsync(run, range, cancel)
            .ToDictionaryAsync(input => input.EmployeeId, input => input.Rating?.RaterId, cancellationToken: cancel);
        return await results.ListEvaluationsAsync(run, range, cancel)
            .Where(evaluation => evaluation.Assessment is not null)
            .Select(evaluation => new Assessed(
                evaluation.EmployeeId, evaluation.Assessment!.Value, raters.GetValueOrDefault(evaluation.EmployeeId)))
            .ToDictionaryAsync(one => one.Id, one => one, cancellationToken: cancel);
    }

    private async Task<IReadOnlyDictionary<EmployeeId, Nip>> RevealAsync(
        SiasnAccount account, EvaluationRun run, IReadOnlyCollection<Assessed> some, CancellationToken cancel)
    {
        var asked = some.Select(one => one.Id).Concat(some.Select(one => one.RaterId).OfType<EmployeeId>())
            .Distinct().ToList();
        return (await reveal.ExecuteAsync(account.Actor, Purpose, run, asked, asked, cancel)).ByPerson;
    }

    private async Task<SiasnOutcome> SaveAsync(
        SiasnAccount account, EvaluationRun run, Assessed one, IReadOnlyDictionary<EmployeeId, Nip> nips,
        Dictionary<Nip, SiasnPerson> raters, CancellationToken cancel)
    {
        if (!nips.TryGetValue(one.Id, out var nip))
        {
            return SiasnOutcome.Refused(SiasnCause.NoNip);
        }

        if (one.RaterId is not { } rater || !nips.TryGetValue(rater, out var raterNip))
        {
            return SiasnOutcome.Refused(SiasnCause.NoRaterNip);
        }

        var held = await register.FindEmployeeAsync(run.AgencyId, one.Id, run.Period.LastDay, cancel);
        return await save.ExecuteAsync(
            account,
            new(run.Period, one.Assessment, nip, raterNip, account.Mapping.CoefficientOf(held?.PostId)),
            raters,
            cancel);
    }

    /// <summary>Writes or clears what is wrong for everybody, unless somebody else wrote the account.</summary>
    private async Task NoteAsync(Tagged<SiasnAccount> account, SiasnFault? fault, CancellationToken cancel)
    {
        if (account.Value.Problem?.Fault != fault)
        {
            await siasn.PutAccountAsync(
                account.Value with { Problem = fault is { } one ? new(one, clock.Now()) : null }, account.Tag, cancel);
        }
    }

    private sealed record Assessed(EmployeeId Id, Assessment Assessment, EmployeeId? RaterId)
    {
        internal SiasnContent Content => SiasnContent.Of(Assessment, RaterId);
    }
}
