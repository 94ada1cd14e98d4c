using Kinerja.Application.Runs;
using Kinerja.Domain;
using Kinerja.Domain.FollowUp;
using Kinerja.Domain.Runs;

namespace Kinerja.Application.FollowUp;

/// <summary>
/// A list with a page of its lines, by id, and where the next page begins. Provisional: a preview, since an objection
/// may still change the ranking.
/// </summary>
public sealed record GrantPage(GrantList List, IReadOnlyList<GrantLine> Lines, EmployeeId? Next, bool Provisional);

/// <summary>The grant list of a period's newest revision, with every line and its reasons.</summary>
public sealed class ReadGrants(IRuns runs, IGrantLists lists)
{
    private const int PageSize = 200;

    public async Task<Result<GrantPage>> FindAsync(
        AgencyId agency, AppraisalPeriod period, EmployeeId? after, CancellationToken cancel)
    {
        if (await runs.FindAsync(agency, period, cancel) is not { } run
            || await lists.FindAsync(agency, period, run.Value.Revision, cancel) is not { } list)
        {
            return NotFound.GrantList(period);
        }

        var lines = await lists.ListLinesAsync(list.Value, after, cancel).Take(PageSize + 1).Select(l => l.Value)
            .ToListAsync(cancel);
        var provisional = run.Value.State != RunState.Final;
        return lines.Count > PageSize
            ? new GrantPage(list.Value, lines[..PageSize], lines[PageSize - 1].EmployeeId, provisional)
            : new GrantPage(list.Value, lines, null, provisional);
    }
}
