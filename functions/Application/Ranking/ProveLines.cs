using System.Security.Cryptography;
using System.Text;
using Kinerja.Application.Runs;
using Kinerja.Domain;
using Kinerja.Domain.Ranking;
using Kinerja.Domain.Runs;

namespace Kinerja.Application.Ranking;

/// <summary>
/// A line exactly as it stands in its list, with the proof of it and the tree that the manifest names.
/// </summary>
public sealed record ProvenLine(ProvableList List, string Text, InclusionProof Proof, TreeHead Head);

/// <summary>A person's lines of one revision, and the SHA-256 of the manifest that commits to them.</summary>
public sealed record ProvenPerson(
    EvaluationRun Run, EmployeeId EmployeeId, string ManifestSha256, IReadOnlyList<ProvenLine> Lines);

/// <summary>
/// Proves a person's own line without showing anybody else's: the line of the ranking, and the line among those who are
/// left out, where there is one. Three rows are read for the first (the person's index, the manifest, one page), every
/// page for the second: they are few.
/// </summary>
public sealed class ProveLines(ReadRun read, IRankings rankings)
{
    public async Task<Result<ProvenPerson>> ExecuteAsync(
        AgencyId agency, AppraisalPeriod period, int? revision, EmployeeId employee, CancellationToken cancel)
    {
        if (!(await read.WithRankingAsync(agency, period, revision, cancel)).TryGet(out var run, out var refusal))
        {
            return refusal;
        }

        var manifest = await FoundAsync(run, 0, cancel);
        var trees = RankingTrees.Read(manifest);
        var ranked = await RankedAsync(run, trees, employee, cancel);
        var leftOut = ranked is null or { Top: TopShare.ExcludedFromReward }
            ? await LeftOutAsync(run, trees, employee, cancel)
            : null;
        ProvenLine[] lines = [.. new[] { ranked?.Line, leftOut }.OfType<ProvenLine>()];
        return lines.Length > 0
            ? new ProvenPerson(run, employee, Convert.ToHexStringLower(SHA256.HashData(manifest.Json.Span)), lines)
            : NotFound.Evaluation(employee, period);
    }

    private async Task<(ProvenLine Line, TopShare Top)?> RankedAsync(
        EvaluationRun run, RankingTrees trees, EmployeeId employee, CancellationToken cancel)
    {
        const int PerPage = RankingContract.LinesPerPage;
        if (await rankings.FindIndexAsync(run, employee, cancel) is not { } index)
        {
            return null;
        }

        var page = await FoundAsync(run, 1 + (index / PerPage), cancel);
        var entries = ProvableLines.EntriesOf(page, ProvableList.Ranking);
        var leaves = entries.Select(e => MerkleTree.LeafOf(e)).ToList();
        var proof = InclusionProof.InPages(trees.PageRoots, leaves, PerPage, trees.Ranking.Size, index);
        var entry = entries[index % PerPage];
        return (Checked(ProvableList.Ranking, entry, proof, trees.Ranking), ProvableLines.TopOf(entry));
    }

    private async Task<ProvenLine?> LeftOutAsync(
        EvaluationRun run, RankingTrees trees, EmployeeId employee, CancellationToken cancel)
    {
        var entries = await rankings.ListLeftOutAsync(run, cancel)
            .SelectMany(page => ProvableLines.EntriesOf(page, ProvableList.LeftOut).ToAsyncEnumerable())
            .ToListAsync(cancel);
        var index = entries.FindIndex(entry => ProvableLines.PersonOf(entry) == employee);
        return index < 0 ? null : Checked(
            ProvableList.LeftOut, entries[index], InclusionProof.Of(
                [.. entries.Select(entry => MerkleTree.LeafOf(entry))], index), trees.LeftOut);
    }

    /// <summary>
    /// Nobody is given a proof that does not hold: stored bytes that no longer make the manifest's root are a fault of
    /// ours.
    /// </summary>
    private static ProvenLine Checked(ProvableList list, byte[] entry, InclusionProof proof, TreeHead head) =>
        proof.Proves(entry, head)
        ? new(list, Encoding.UTF8.GetString(entry), proof, head)
        : throw new InvalidOperationException(
            $"Line {proof.Index} of the list {list} does not make the manifest's root.");

    private async Task<RankingPage> FoundAsync(EvaluationRun run, int number, CancellationToken cancel) =>
        await rankings.FindPageAsync(run, number, cancel)
            ?? throw new InvalidOperationException($"{run.AgencyId} has ranked {run.Period} without a page {number}.");
}
