using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Ranking;
using Kinerja.Domain.Runs;

namespace Kinerja.Application.Runs;

/// <summary>Policies to try on a past run; the one that is not given is the run's own.</summary>
public sealed record RunQuestion(EvaluationPolicy? Evaluation, RankingPolicy? Ranking);

/// <summary>A person whose predicate, place or top share would be another; null: not assessed.</summary>
public sealed record OutcomeChange(EmployeeId EmployeeId, RankingLine? Before, RankingLine? After)
{
    public bool Predicate => Before?.Predicate != After?.Predicate;

    public bool Score => Before?.Score != After?.Score;

    public bool Place => Before?.Place != After?.Place;

    public bool Top => Before?.Top != After?.Top;
}

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
        var before = Ranker.Rank(inputs, evaluation, ranking);
        var after = Ranker.Rank(inputs, question.Evaluation ?? evaluation, question.Ranking ?? ranking);
        return new RunDryRun(run, before, after, ChangesOf(inputs, before, after));
    }

    private static List<OutcomeChange> ChangesOf(EvaluationInput[] inputs, AgencyRanking before, AgencyRanking after)
    {
        var (first, second) = (LinesOf(before), LinesOf(after));
        return [.. inputs
            .Select(i => new OutcomeChange(i.EmployeeId, Find(first, i.EmployeeId), Find(second, i.EmployeeId)))
            .Where(change => change.Predicate || change.Place || change.Top)
            .OrderBy(change => change.EmployeeId)];
    }

    private static Dictionary<EmployeeId, RankingLine> LinesOf(AgencyRanking ranking) =>
        ranking.Lines.ToDictionary(l => l.EmployeeId);

    private static RankingLine? Find(Dictionary<EmployeeId, RankingLine> lines, EmployeeId person) =>
        lines.TryGetValue(person, out var line) ? line : null;
}
