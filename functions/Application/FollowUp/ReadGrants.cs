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

/// <summary>A list with one of its lines.</summary>
public sealed record GrantCase(GrantList List, GrantLine Line);

/// <summary>The grant list of a period's newest revision, with every line and its reasons.</summary>
public sealed class ReadGrants(IRuns runs, IGrantLists lists)
{
    private const int PageSize = 200;

    /// <summary>One person's line.</summary>
    public async Task<Result<GrantCase>> FindLineAsync(
        AgencyId agency, AppraisalPeriod period, EmployeeId employee, CancellationToken cancel) =>
        await NewestAsync(agency, period, cancel) is not var (_, list) ? NotFound.GrantList(period)
            : await lists.FindLineAsync(list, employee, cancel) is { } line ? new GrantCase(list, line.Value)
            : NotFound.Evaluation(employee, period);

    public async Task<Result<GrantPage>> FindAsync(
        AgencyId agency, AppraisalPeriod period, EmployeeId? after, CancellationToken cancel)
    {
        if (await NewestAsync(agency, period, cancel) is not var (run, list))
        {
            return NotFound.GrantList(period);
        }

        var lines = await lists.ListLinesAsync(list, after, cancel).Take(PageSize + 1).Select(l => l.Value)
            .ToListAsync(cancel);
        var provisional = run.State != RunState.Final;
        return lines.Count > PageSize
            ? new GrantPage(list, lines[..PageSize], lines[PageSize - 1].EmployeeId, provisional)
            : new GrantPage(list, lines, null, provisional);
    }

    private async Task<(EvaluationRun Run, GrantList List)?> NewestAsync(
        AgencyId agency, AppraisalPeriod period, CancellationToken cancel) =>
        await runs.FindAsync(agency, period, cancel) is { } run
        && await lists.FindAsync(agency, period, run.Value.Revision, cancel) is { } list
            ? (run.Value, list.Value)
            : null;
}
