using Kinerja.Application.Ranking;
using Kinerja.Domain;
using Kinerja.Domain.Runs;

namespace Kinerja.Application.Runs;

/// <summary>
/// What a revision changed and for whom: by the stored pages of it and of the one before, or by their evaluations where
/// the period is not ranked.
/// </summary>
public sealed class CompareRevisions(IRunResults results, IRankings rankings)
{
    /// <summary>Whose line it changed, by id; the first one changed nobody's.</summary>
    /// <param name="revision">One that has ranked.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<IReadOnlyList<OutcomeChange>> ExecuteAsync(EvaluationRun revision, CancellationToken cancel)
    {
        if (revision.Revision == 1)
        {
            return [];
        }

        var after = await LinesAsync(revision, cancel);
        var before = await LinesAsync(revision with { Revision = revision.Revision - 1 }, cancel);
        return [.. OutcomeChange.Between(before, after).Where(change => change.Before != change.After)];
    }

    private async Task<IReadOnlyDictionary<EmployeeId, OutcomeLine>> LinesAsync(
        EvaluationRun run, CancellationToken cancel)
    {
        var lines = await rankings.ListPagesAsync(run, cancel).Where(page => page.Number > 0)
            .SelectMany(RankingContract.ReadLines)
            .ToDictionaryAsync(line => line.EmployeeId, OutcomeLine.Of, cancellationToken: cancel);
        return lines.Count > 0 ? lines : await results.ListEvaluationsAsync(run, HashRange.All, cancel)
            .Where(one => one.Assessment is not null)
            .ToDictionaryAsync(
                one => one.EmployeeId,
                one => new OutcomeLine(one.Assessment!.Value.Predicate, one.Assessment.Value.Score, null, null),
                cancellationToken: cancel);
    }
}
