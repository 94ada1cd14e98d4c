using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Runs;

namespace Kinerja.Application.Runs;

/// <summary>A timer's round over the periods of all agencies whose runs it still looks after.</summary>
internal static class PeriodSweep
{
    /// <param name="agencies">All of them.</param>
    /// <param name="what">Says in a failure what was being done, as in "Revising for".</param>
    /// <param name="clock">Which periods are in reach depends on the moment.</param>
    /// <param name="work">True when something was done; the round returns how often.</param>
    /// <param name="cancel">Ends the round.</param>
    internal static Task<int> ForEachPeriodAsync(
        this IAgencies agencies,
        string what,
        TimeProvider clock,
        Func<AgencyId, AppraisalPeriod, CancellationToken, Task<bool>> work,
        CancellationToken cancel) => agencies.ForEachAsync(
        what,
        async (agency, stop) =>
        {
            var done = 0;
            foreach (var period in RunRules.InReach(agency, clock.Now()))
            {
                done += await work(agency.Id, period, stop) ? 1 : 0;
            }

            return done;
        },
        cancel);
}
