using Kinerja.Application.Events;
using Kinerja.Domain.Runs;

namespace Kinerja.Application.Ranking;

/// <summary>
/// Sends the stored pages and then the manifest. The rows are the outbox: they stand before anything is sent, the bus
/// drops what it has seen, and the run is called published only after the bus has taken all of them.
/// </summary>
public sealed class PublishRanking(IRankings rankings, OutboxPublisher publisher)
{
    public async Task ExecuteAsync(EvaluationRun run, CancellationToken cancel)
    {
        var pages = await rankings.ListPagesAsync(run, cancel).ToListAsync(cancel);
        var ordered = pages.OrderBy(p => p.Number == 0).ThenBy(p => p.Number);
        await publisher.PublishAsync([.. ordered.Select(p => RankingContract.EventOf(run, p))], cancel);
    }
}
