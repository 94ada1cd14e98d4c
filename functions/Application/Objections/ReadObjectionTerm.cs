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
    public async Task<Delivery?> FindAsync(EvaluationRun upTo, EmployeeId person, CancellationToken cancel) =>
        await RunsByAsync(
            [.. (await ListPublishedAsync(upTo.AgencyId, upTo.Period, cancel)).Where(r => r.Revision <= upTo.Revision)],
            person,
            cancel);

    /// <summary>What stands delivered by now; null when nothing was published.</summary>
    public async Task<DeliveredResult?> FindAsync(
        AgencyId agency, AppraisalPeriod period, EmployeeId person, CancellationToken cancel) =>
        await ListPublishedAsync(agency, period, cancel) is [.., var newest] published
            ? new(newest, await RunsByAsync(published, person, cancel))
            : null;

    private async Task<IReadOnlyList<EvaluationRun>> ListPublishedAsync(
        AgencyId agency, AppraisalPeriod period, CancellationToken cancel) =>
        await runs.ListAsync(agency, period, cancel).Where(run => run.PublishedAt is not null).ToListAsync(cancel);

    private async Task<Delivery?> RunsByAsync(
        IReadOnlyList<EvaluationRun> published, EmployeeId person, CancellationToken cancel)
    {
        if (published is not [var first, ..])
        {
            return null;
        }

        var received = await receipts.ListAsync(first.AgencyId, first.Period, person, cancel)
            .ToDictionaryAsync(receipt => receipt.Revision, cancellationToken: cancel);
        var delivered = new List<Delivery>();
        foreach (var run in published)
        {
            if (run.ObjectionsUntil is { } until
                && await results.FindEvaluationAsync(run, person, cancel) is { } evaluation)
            {
                var place = await rankings.FindPlaceAsync(run, person, cancel);
                var outcome = DeliveredOutcome.Of(
                    evaluation.Assessment?.Predicate, evaluation.Assessment?.Score, place?.Top);
                delivered.Add(new Delivery(run.Revision, outcome, run.DeemedOn, until)
                {
                    Receipt = received.GetValueOrDefault(run.Revision),
                });
            }
        }

        return delivered.Count == 0 ? null : ObjectionTerms.RunsBy(delivered);
    }
}
