using Kinerja.Application.FollowUp;
using Kinerja.Application.Objections;
using Kinerja.Application.Ranking;
using Kinerja.Application.Tables;
using Kinerja.Application.Telemetry;
using Kinerja.Application.Workforce;
using Kinerja.Domain.Runs;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Runs;

/// <summary>
/// Makes published results final once the window for objections is over (PP 30/2019 art. 59), none is open and no late
/// rating waits for its revision. Only the newest revision becomes final; those before it stay as they were published.
/// Proposals that were raised follow it, so that they can be decided.
/// </summary>
public sealed class FinaliseRuns(
    IAgencies agencies, IRuns runs, IObjections objections, LateRatings late, RaiseProposals proposals,
    AnnounceFinal announce, SummariseResult summarise, IFinalResults hears, ReopenRun reopen,
    TimeProvider clock)
{
    public Task<int> FinaliseDueAsync(CancellationToken cancel) =>
        agencies.ForEachAsync("Making final for", FinaliseAsync, cancel);

    private async Task<int> FinaliseAsync(Agency agency, CancellationToken cancel)
    {
        var done = 0;
        foreach (var period in RunRules.InReach(agency, clock.Now()))
        {
            var found = await runs.FindAsync(agency.Id, period, cancel);
            if (found is not null)
            {
                await reopen.TellAsync(found, cancel);
            }

            if (found is null || !RunRules.IsWindowOver(found.Value, agency, clock.Now())
                || await objections.ListAsync(agency.Id, period, cancel).AnyAsync(o => o.Value.IsOpen, cancel)
                || await late.AnyWaitAsync(found.Value, cancel))
            {
                continue;
            }

            if (await FixedAsync(found, cancel) is not { } closing)
            {
                continue;
            }

            // All before it is called final: whoever dies in between does it again, and it changes nothing twice.
            await proposals.RenewAsync(agency.Id, period, cancel);
            await announce.ExecuteAsync(closing.Value, cancel);
            await summarise.ExecuteAsync(closing.Value, cancel);
            await hears.HearAsync(closing.Value, cancel);
            var final = closing.Value with
            {
                State = RunState.Final,
                ProgressAt = clock.Now(),
                FinalAt = closing.Value.FinalAt ?? closing.Value.FinalSince,
            };
            if (await runs.ReplaceAsync(final, closing.Tag, cancel))
            {
                RunMetrics.Reached(final);
                done++;
            }
        }

        return done;
    }

    /// <summary>With the moment from which it is final, fixed once; null when somebody else wrote meanwhile.</summary>
    private async Task<Tagged<EvaluationRun>?> FixedAsync(Tagged<EvaluationRun> found, CancellationToken cancel)
    {
        if (found.Value.FinalSince is not null)
        {
            return found;
        }

        var closing = found.Value with { FinalSince = clock.Now() };
        return await runs.ReplaceAsync(closing, found.Tag, cancel)
            && await runs.FindAsync(closing.AgencyId, closing.Period, cancel) is { Value.FinalSince: not null } stored
                ? stored
                : null;
    }
}
