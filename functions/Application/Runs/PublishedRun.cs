using Kinerja.Domain;
using Kinerja.Domain.Runs;

namespace Kinerja.Application.Runs;

internal static class PublishedRun
{
    /// <summary>
    /// The period's newest revision; null while there is none, and while it is held: nothing is frozen then.
    /// </summary>
    internal static async Task<EvaluationRun?> FindBegunAsync(
        this IRuns runs, AgencyId agency, AppraisalPeriod period, CancellationToken cancel) =>
        await runs.FindAsync(agency, period, cancel) is { Value: { HasBegun: true } run } ? run : null;

    /// <summary>
    /// The newest revision that was published, whatever is on its way; null where nothing was delivered.
    /// </summary>
    internal static ValueTask<EvaluationRun?> FindDeliveredAsync(
        this IRuns runs, AgencyId agency, AppraisalPeriod period, CancellationToken cancel) =>
        runs.ListAsync(agency, period, cancel).LastOrDefaultAsync(run => run.PublishedAt is not null, cancel);

    /// <summary>
    /// The period's run once its ranking was published; nothing follows from what may still be computed.
    /// </summary>
    internal static async Task<Result<EvaluationRun>> PublishedAsync(
        this IRuns runs, AgencyId agency, AppraisalPeriod period, CancellationToken cancel)
    {
        if (await runs.FindAsync(agency, period, cancel) is not { } found)
        {
            return NotFound.Run(period);
        }

        return found.Value.State >= RunState.Published
            ? found.Value
            : new Refusal(
                RefusalKind.Conflict,
                RefusalCodes.RankingNotReady,
                $"The run of {period} has not published its ranking yet.");
    }
}
