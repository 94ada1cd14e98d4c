using Kinerja.Application.Events;
using Kinerja.Application.FollowUp;
using Kinerja.Application.Ranking;
using Kinerja.Domain;
using Kinerja.Domain.Runs;

namespace Kinerja.Application.Runs;

/// <summary>
/// Tells everybody's final predicate when a run has become final, each page sealed. The evaluations are the outbox: the
/// same run makes the same pages with the same ids, so the step may be repeated until the bus has taken all of them.
/// </summary>
public sealed class AnnounceFinal(
    IRunResults results, IRankings rankings, RankingSeals seals, OutboxPublisher publisher)
{
    /// <param name="run">With the moment from which it is final.</param>
    /// <param name="cancel">Ends the sending.</param>
    public async Task ExecuteAsync(EvaluationRun run, CancellationToken cancel)
    {
        var evaluations = await results.ListEvaluationsAsync(run, HashRange.All, cancel).ToListAsync(cancel);
        // A month that is not ranked has none.
        var manifest = await rankings.FindPageAsync(run, 0, cancel);
        var pages = FollowUpEvents.Finalised(run, evaluations, manifest?.Json);
        await publisher.PublishAsync(
            [.. pages.Select(page => page with { Seal = seals.Sign(SealClaims.Of(run, page.Json.Span)) })], cancel);
    }
}
