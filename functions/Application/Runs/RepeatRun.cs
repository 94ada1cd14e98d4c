using System.Security.Cryptography;
using Kinerja.Application.Ranking;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Ranking;
using Kinerja.Domain.Runs;

namespace Kinerja.Application.Runs;

/// <summary>
/// A page of the ranking by its number, 0 the manifest, or of whom it leaves out: the hash of the stored bytes and of
/// those made again.
/// </summary>
public sealed record RepeatedPage(int Number, string? StoredSha256, string? RepeatedSha256)
{
    public bool IsEqual => StoredSha256 == RepeatedSha256;
}

/// <summary>What a past run comes to when it is done again, beside what is stored of it.</summary>
public sealed record RepeatedRun(
    EvaluationRun Run, string StoredInputs, string RepeatedInputs, IReadOnlyList<RepeatedPage> Pages,
    IReadOnlyList<RepeatedPage> LeftOut)
{
    /// <summary>How many people's stored evaluation is missing or another one.</summary>
    public required int ChangedEvaluations { get; init; }

    public bool IsEqual =>
        StoredInputs == RepeatedInputs && ChangedEvaluations == 0 && Pages.Concat(LeftOut).All(p => p.IsEqual);
}

/// <summary>
/// Does a past run again from its frozen inputs, under the policies that it named, and compares byte by byte. Nothing
/// is stored or sent.
/// </summary>
public sealed class RepeatRun(
    ReadRun read, IRuns runs, IRunResults results, IRankings rankings, PinnedPolicies policies)
{
    public async Task<Result<RepeatedRun>> ExecuteAsync(
        AgencyId agency, AppraisalPeriod period, int? revision, CancellationToken cancel)
    {
        if (!(await read.RankedAsync(agency, period, revision, cancel)).TryGet(out var run, out var refusal))
        {
            return refusal;
        }

        var inputs = await results.ListInputsAsync(run, HashRange.All, cancel).ToArrayAsync(cancel);
        var (evaluation, policy) = (
            await policies.EvaluationAsync(run, cancel),
            await policies.RankingAsync(run, cancel));
        var evaluations = Array.ConvertAll(inputs, input => Evaluator.Evaluate(input, evaluation));
        var (stored, hash) = (await RankingDocuments.InputsSha256Async(runs, run, cancel), HashOf(run, inputs));
        var changed = await ChangedAsync(run, evaluations, cancel);
        if (!policy.Ranks(run.Period))
        {
            return new RepeatedRun(run, stored, hash, [], []) { ChangedEvaluations = changed };
        }

        var made = await RankingDocuments.MakeAsync(rankings, run, evaluations, policy, hash, cancel);
        return new RepeatedRun(
            run,
            stored,
            hash,
            Compare(await rankings.ListPagesAsync(run, cancel).ToListAsync(cancel), [.. made.Pages, made.Manifest]),
            Compare(await rankings.ListLeftOutAsync(run, cancel).ToListAsync(cancel), made.LeftOut))
        {
            ChangedEvaluations = changed,
        };
    }

    private async Task<int> ChangedAsync(
        EvaluationRun run, IEnumerable<EmployeeEvaluation> repeated, CancellationToken cancel)
    {
        var stored = await results.ListEvaluationsAsync(run, HashRange.All, cancel)
            .ToDictionaryAsync(e => e.EmployeeId, cancellationToken: cancel);
        return repeated.Count(one => stored.GetValueOrDefault(one.EmployeeId) != one);
    }

    private static IReadOnlyList<RepeatedPage> Compare(
        IReadOnlyList<RankingPage> stored, IReadOnlyList<RankingPage> repeated)
    {
        var (before, after) = (
            stored.ToDictionary(p => p.Number, HashOf),
            repeated.ToDictionary(p => p.Number, HashOf));
        return [.. before.Keys.Union(after.Keys).Order()
            .Select(
                number => new RepeatedPage(number, before.GetValueOrDefault(number), after.GetValueOrDefault(number)))];
    }

    private static string HashOf(EvaluationRun run, EvaluationInput[] inputs)
    {
        var shards = inputs.ToLookup(i => HashRange.IndexOf(i.EmployeeId, run.Shards));
        return InputHash.OfShards(Enumerable.Range(0, run.Shards).Select(shard => InputHash.Of(shards[shard])));
    }

    private static string HashOf(RankingPage page) => Convert.ToHexStringLower(SHA256.HashData(page.Json.Span));
}
