using Kinerja.Domain;
using Kinerja.Domain.Runs;

namespace Kinerja.Application.Runs;

/// <summary>
/// A revision and the people whose line it changed, by id, of whom a page is shown. The first one changed nobody's.
/// </summary>
public sealed record RevisionChanges(EvaluationRun Run, IReadOnlyList<OutcomeChange> Changes);

/// <summary>What a revision changed and for whom.</summary>
public sealed class ReadRevision(ReadRun read, CompareRevisions compare)
{
    public async Task<Result<RevisionChanges>> ExecuteAsync(
        AgencyId agency, AppraisalPeriod period, int? revision, CancellationToken cancel) =>
        (await read.RankedAsync(agency, period, revision, cancel)).TryGet(out var run, out var refusal)
            ? new RevisionChanges(run, await compare.ExecuteAsync(run, cancel))
            : refusal;
}
