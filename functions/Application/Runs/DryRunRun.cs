using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Ranking;
using Kinerja.Domain.Runs;

namespace Kinerja.Application.Runs;

/// <summary>Policies to try on a past run; the one that is not given is the run's own.</summary>
public sealed record RunQuestion(EvaluationPolicy? Evaluation, RankingPolicy? Ranking);

/// <summary>All changes in the order of ids, of which a page is shown.</summary>
public sealed record RunDryRun(
    EvaluationRun Run, AgencyRanking Before, AgencyRanking After, IReadOnlyList<OutcomeChange> Changes);

/// <summary>
/// What a past run would have come to under other policies, from the same frozen inputs. Nothing is stored.
/// </summary>
public sealed class DryRunRun(ReadRun read, IRunResults results, PinnedPolicies policies)
{
    public async Task<Result<RunDryRun>> ExecuteAsync(
        AgencyId agency,
        AppraisalPeriod period,
        int? revision,
        RunQuestion question,
        CancellationToken cancel)
    {
        if (!(await read.RankedAsync(agency, period, revision, cancel)).TryGet(out var run, out var refusal))
        {
            return refusal;
        }

        var inputs = await results.ListInputsAsync(run, HashRange.All, cancel).ToArrayAsync(cancel);
        var (evaluation, ranking) = (
            await policies.EvaluationAsync(run, cancel),
            await policies.RankingAsync(run, cancel));
        var tried = (question.Ranking ?? ranking).For(period);
        var before = Ranker.Rank(inputs, evaluation, ranking);
        var after = Ranker.Rank(inputs, question.Evaluation ?? evaluation, tried);
        var changes = OutcomeChange.Between(
            OutcomeLine.Of(before, ranking.Ranks(period)), OutcomeLine.Of(after, tried.Ranks(period)));
        return new RunDryRun(run, before, after, [.. changes.Where(one =>
            one.ChangesPredicate() || one.ChangesPlace() || one.ChangesTopShare())]);
    }
}
