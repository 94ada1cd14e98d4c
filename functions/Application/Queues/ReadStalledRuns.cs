using Kinerja.Application.Runs;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Runs;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Queues;

/// <summary>
/// Runs without progress for <see cref="RunRules.StalledAfter"/>: of each agency one query for the rows of its runs.
/// </summary>
public sealed class ReadStalledRuns(IAgencies agencies, IRuns runs, TimeProvider clock)
{
    /// <summary>Those of so many agencies, by agency, after that one; a page without any may have a next one.</summary>
    public async Task<ListPage<EvaluationRun>> PageAsync(string? after, int most, CancellationToken cancel)
    {
        var all = await agencies.ListAsync(cancel).ToListAsync(cancel);
        var page = all.After(after, most, agency => agency.Id.ToString());
        return new(await OfAsync(page.Items, cancel), page.Next);
    }

    public async Task<int> CountAsync(CancellationToken cancel) =>
        (await OfAsync(await agencies.ListAsync(cancel).ToListAsync(cancel), cancel)).Count;

    private async Task<IReadOnlyList<EvaluationRun>> OfAsync(IReadOnlyList<Agency> some, CancellationToken cancel)
    {
        var now = clock.Now();
        var found = await some.ReadEachAsync(
            (agency, stop) => runs.ListAsync(agency.Id, stop).Where(run => RunRules.HasStalled(run, now))
                .OrderBy(run => run.ProgressAt).ToListAsync(stop),
            cancel);
        return [.. found.SelectMany(one => one)];
    }
}
