using Kinerja.Application.Runs;
using Kinerja.Application.Tables;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Exchange;
using Kinerja.Domain.Runs;

namespace Kinerja.Application.Exchange;

/// <summary>
/// Queues what is to be sent: by itself when a result becomes final, by the agency's word, and again what waits when
/// the agency gives other credentials. A period that was never to be sent is not by that.
/// </summary>
public sealed class PlanSending(
    ISiasnResults siasn, ISiasnQueue queue, IRuns runs, AgencyDirectory register, TimeProvider clock) : IFinalResults
{
    public async Task HearAsync(EvaluationRun run, CancellationToken cancel)
    {
        if (await siasn.FindAccountAsync(run.AgencyId, cancel) is { Value: var account }
            && account.Sends(run.Period.Kind))
        {
            await StartAsync(run, anew: false, cancel);
        }
    }

    /// <summary>The final result of a period now, with whoever was refused before.</summary>
    public async Task<Result<EvaluationRun>> SendAsync(
        Actor actor, AppraisalPeriod period, CancellationToken cancel)
    {
        if (await register.FindAgencyAsync(actor.Agency, cancel) is null)
        {
            return NotFound.Agency(actor.Agency);
        }

        if (await siasn.FindAccountAsync(actor.Agency, cancel) is not { Value: var account })
        {
            return NotFound.SiasnAccount(actor.Agency);
        }

        if (!account.Sends(period.Kind))
        {
            return new Refusal(
                RefusalKind.Conflict, RefusalCodes.SiasnOff, $"The account does not send results such as {period}.");
        }

        if (await runs.FindAsync(actor.Agency, period, cancel) is not { Value: var run })
        {
            return NotFound.Run(period);
        }

        if (run.FinalSince is null)
        {
            return new Refusal(
                RefusalKind.Conflict, RefusalCodes.ResultNotFinal, $"The result of {period} is not final.");
        }

        await StartAsync(run, anew: true, cancel);
        return run;
    }

    /// <summary>Of the periods that are looked after, the shards that are not done.</summary>
    internal async Task ResumeAsync(AgencyId agency, CancellationToken cancel)
    {
        if (await register.FindAgencyAsync(agency, cancel) is not { } known)
        {
            return;
        }

        foreach (var period in RunRules.InReach(known, clock.Now()))
        {
            var waiting = (await siasn.ListShardsAsync(agency, period, cancel)).Where(shard => !shard.Value.Done)
                .Select(shard => new SiasnStep(agency, period, shard.Value.Revision, shard.Value.Number, Anew: false));
            await queue.SendAsync([.. waiting], cancel);
        }
    }

    /// <summary>Shards come before their steps; those of this revision keep what is known of them.</summary>
    private async Task StartAsync(EvaluationRun run, bool anew, CancellationToken cancel)
    {
        var standing = (await siasn.ListShardsAsync(run.AgencyId, run.Period, cancel))
            .ToDictionary(shard => shard.Value.Number);
        foreach (var number in Enumerable.Range(0, run.Shards))
        {
            var known = standing.GetValueOrDefault(number);
            if (known?.Value.Revision != run.Revision)
            {
                // Whoever writes it meanwhile writes the same.
                await siasn.PutShardAsync(
                    new(run.AgencyId, run.Period, number, run.Revision, null), known?.Tag, cancel);
            }
        }

        await queue.SendAsync(
            [
                .. Enumerable.Range(0, run.Shards)
                    .Select(number => new SiasnStep(run.AgencyId, run.Period, run.Revision, number, anew)),
            ],
            cancel);
    }
}
