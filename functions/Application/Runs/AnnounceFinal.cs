using Kinerja.Application.Events;
using Kinerja.Application.FollowUp;
using Kinerja.Domain;
using Kinerja.Domain.Runs;

namespace Kinerja.Application.Runs;

/// <summary>
/// Tells everybody's final predicate when a run has become final. The evaluations are the outbox: the same run makes
/// the same pages with the same ids, so the step may be repeated until the bus has taken all of them.
/// </summary>
public sealed class AnnounceFinal(IRunResults results, OutboxPublisher publisher)
{
    public async Task ExecuteAsync(EvaluationRun run, CancellationToken cancel)
    {
        var evaluations = await results.ListEvaluationsAsync(run, HashRange.All, cancel).ToListAsync(cancel);
        await publisher.PublishAsync(FollowUpEvents.Finalised(run, evaluations), cancel);
    }
}
