using Kinerja.Application.Events;
using Kinerja.Application.Notices;
using Kinerja.Application.Runs;
using Kinerja.Domain;
using Kinerja.Domain.Notices;
using Kinerja.Domain.Runs;

namespace Kinerja.Application.Ranking;

/// <summary>
/// Sends the stored pages and tells everybody of the run that the own result can be read; then, once the term to object
/// has its dates, the manifest, sealed with them. The rows are the outbox: they stand before anything is sent, the bus
/// drops what it has seen, inboxes keep one of each, and the run is called published only after all of them have it.
/// </summary>
public sealed class PublishRanking(
    IRankings rankings, IRunResults results, IInboxes inboxes, RankingSeals seals, OutboxPublisher publisher)
{
    /// <summary>So many people are told at a time; the whole agency never stands in memory.</summary>
    private const int PeopleAtOnce = 5000;

    public async Task PagesAsync(EvaluationRun run, CancellationToken cancel)
    {
        var pages = await rankings.ListPagesAsync(run, cancel).Where(p => p.Number > 0).ToListAsync(cancel);
        await publisher.PublishAsync(
            [.. pages.OrderBy(p => p.Number).Select(p => RankingContract.EventOf(run, p))], cancel);
        await foreach (var people in results.ListEvaluationsAsync(run, HashRange.All, cancel)
            .Select(e => e.EmployeeId).Chunk(PeopleAtOnce).WithCancellation(cancel))
        {
            await inboxes.AddAsync([.. people.Select(person => Published(run, person))], cancel);
        }
    }

    /// <summary>Whoever was asked for ratings of the period is asked no longer.</summary>
    /// <param name="run">With the moment of its publication.</param>
    /// <param name="cancel">Ends the sending.</param>
    public async Task ManifestAsync(EvaluationRun run, CancellationToken cancel)
    {
        // A month that is not ranked has none.
        if (await rankings.FindPageAsync(run, 0, cancel) is { } manifest)
        {
            var seal = seals.Sign(SealClaims.Of(run, manifest.Json.Span));
            await publisher.PublishAsync([RankingContract.EventOf(run, manifest) with { Seal = seal }], cancel);
        }

        await inboxes.EndAsync(
            NoticeMatter.Ratings(run.AgencyId, run.Period), null, run.PublishedAt!.Value, cancel);
    }

    private static Notice Published(EvaluationRun run, EmployeeId person) => new(
        run.AgencyId, person, NoticeCode.ResultPublished,
        new() { Period = run.Period, Reference = run.RevisionName }, run.PlannedAt);
}
