using Kinerja.Application.FollowUp;
using Kinerja.Application.Objections;
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
    AnnounceFinal announce, ReopenRun reopen, TimeProvider clock)
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

            // All before it is called final: whoever dies in between does it again, and it changes nothing twice.
            await proposals.RenewAsync(agency.Id, period, cancel);
            await announce.ExecuteAsync(found.Value, cancel);
            var now = clock.Now();
            var final = found.Value with
            {
                State = RunState.Final,
                ProgressAt = now,
                FinalAt = found.Value.FinalAt ?? now,
            };
            if (await runs.ReplaceAsync(final, found.Tag, cancel))
            {
                RunMetrics.Reached(final);
                done++;
            }
        }

        return done;
    }
}
