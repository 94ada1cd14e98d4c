using Kinerja.Application.Ranking;
using Kinerja.Application.Runs;
using Kinerja.Domain;
using Kinerja.Domain.Objections;
using Kinerja.Domain.Runs;

namespace Kinerja.Application.Objections;

/// <summary>
/// Until when one person may object, from what each published revision came to for the person and when it was received.
/// </summary>
public sealed class ReadObjectionTerm(IRuns runs, IRunResults results, IRankings rankings, IReceipts receipts)
{
    /// <summary>Null when no revision up to that one was published, or none took the person in.</summary>
    public async Task<Delivery?> FindAsync(EvaluationRun upTo, EmployeeId person, CancellationToken cancel)
    {
        var received = await receipts.ListAsync(upTo.AgencyId, upTo.Period, person, cancel)
            .ToDictionaryAsync(receipt => receipt.Revision, cancellationToken: cancel);
        var published = new List<Delivery>();
        await foreach (var run in runs.ListAsync(upTo.AgencyId, upTo.Period, cancel))
        {
            if (run is { PublishedAt: not null, ObjectionsUntil: { } until } && run.Revision <= upTo.Revision
                && await results.FindEvaluationAsync(run, person, cancel) is { } evaluation)
            {
                var place = await rankings.FindPlaceAsync(run, person, cancel);
                var outcome = DeliveredOutcome.Of(evaluation.Assessment, place?.Top);
                published.Add(new Delivery(run.Revision, outcome, run.DeemedOn, until)
                {
                    Receipt = received.GetValueOrDefault(run.Revision),
                });
            }
        }

        return published.Count == 0 ? null : ObjectionTerms.RunsBy(published);
    }
}
