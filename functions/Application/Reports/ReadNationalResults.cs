using System.Runtime.CompilerServices;
using Kinerja.Application.Ranking;
using Kinerja.Application.Runs;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Ranking;
using Kinerja.Domain.Runs;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Reports;

/// <summary>How far an agency is with a period; numbers only once its result is final.</summary>
public sealed record NationalResult(Agency Agency, EvaluationRun? Run, SharedSummary? Summary)
{
    /// <summary>The run's last progress where it stands still; null where it goes on, waits or is done.</summary>
    public Instant? StalledSince { get; init; }
}

/// <summary>
/// The national operator's view of a period: a page of agencies by id, of each two rows that the runs wrote. What is
/// not final yet shows no number, and no person stands in any.
/// </summary>
public sealed class ReadNationalResults(
    IAgencies agencies, IRuns runs, IResultSummaries summaries, TimeProvider clock)
{
    /// <summary>Agencies that began before the period was over; of one alone where one is named.</summary>
    public async Task<ListPage<NationalResult>> PageAsync(
        AppraisalPeriod period, AgencyId? only, string? after, int most, CancellationToken cancel)
    {
        var all = await ListAsync(only, cancel).Where(agency => agency.Has(period)).ToListAsync(cancel);
        var page = all.After(after, most, agency => agency.Id.ToString());
        var found = await page.Items.ReadEachAsync(
            async (agency, stop) => await FindAsync(agency, period, stop), cancel);
        return new(found, page.Next);
    }

    private async IAsyncEnumerable<Agency> ListAsync(
        AgencyId? only, [EnumeratorCancellation] CancellationToken cancel)
    {
        if (only is null)
        {
            await foreach (var agency in agencies.ListAsync(cancel))
            {
                yield return agency;
            }
        }
        else if (await agencies.FindAsync(only.Value, cancel) is { } named)
        {
            yield return named;
        }
    }

    private async Task<NationalResult> FindAsync(Agency agency, AppraisalPeriod period, CancellationToken cancel)
    {
        var run = (await runs.FindAsync(agency.Id, period, cancel))?.Value;
        var summary = run?.State == RunState.Final ? await summaries.FindAsync(agency.Id, period, cancel) : null;
        return new(agency, run, summary is null ? null : new SharedSummary(summary))
        {
            StalledSince = run is not null && RunRules.HasStalled(run, clock.Now()) ? run.ProgressAt : null,
        };
    }
}
