using Kinerja.Domain;
using Kinerja.Domain.Ranking;
using Kinerja.Domain.Runs;

namespace Kinerja.Application.Runs;

/// <summary>
/// A revision and the people whose line it changed, by id, of whom a page is shown. The first one changed nobody's.
/// </summary>
public sealed record RevisionChanges(EvaluationRun Run, IReadOnlyList<OutcomeChange> Changes);

/// <summary>What a revision changed and for whom, from the frozen inputs of it and of the one before.</summary>
public sealed class ReadRevision(ReadRun read, IRunResults results, PinnedPolicies policies)
{
    public async Task<Result<RevisionChanges>> ExecuteAsync(
        AgencyId agency, AppraisalPeriod period, int? revision, CancellationToken cancel)
    {
        if (!(await read.RankedAsync(agency, period, revision, cancel)).TryGet(out var run, out var refusal))
        {
            return refusal;
        }

        if (run.Revision == 1)
        {
            return new RevisionChanges(run, []);
        }

        var after = await LinesAsync(run, cancel);
        var before = await LinesAsync(run with { Revision = run.Revision - 1 }, cancel);
        return new RevisionChanges(
            run, [.. OutcomeChange.Between(before, after).Where(change => change.Before != change.After)]);
    }

    private async Task<IReadOnlyDictionary<EmployeeId, OutcomeLine>> LinesAsync(
        EvaluationRun run, CancellationToken cancel)
    {
        var inputs = await results.ListInputsAsync(run, HashRange.All, cancel).ToArrayAsync(cancel);
        var (evaluation, policy) = (
            await policies.EvaluationAsync(run, cancel),
            await policies.RankingAsync(run, cancel));
        return OutcomeLine.Of(Ranker.Rank(inputs, evaluation, policy), policy.Ranks(run.Period));
    }
}
