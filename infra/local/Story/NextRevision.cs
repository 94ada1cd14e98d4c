using Kinerja.Local.Ministry;

namespace Kinerja.Local.Story;

/// <summary>Waits for a ranking that replaces an earlier one, and lets the ministry verify it.</summary>
internal sealed class NextRevision(RankingSubscriber ministry)
{
    internal async Task<ReceivedRanking> ReceiveAsync(
        string agency, string period, int revision, CancellationToken cancel)
    {
        while (true)
        {
            if (ministry.Find(agency, period, revision) is { IsComplete: true } ranking)
            {
                return ranking;
            }

            await Task.Delay(50, cancel);
        }
    }

    /// <summary>What it replaces, in words; a fault ends the story.</summary>
    internal async Task<string> VerifiedAsync(ReceivedRanking ranking, CancellationToken cancel)
    {
        var faults = await ministry.VerifyAsync(ranking, cancel);
        return faults.Count == 0
            ? $"[green]Verified[/]: revision {ranking.Revision} ({ranking.Sha256[..12]}…) replaces revision {ranking.Supersedes!.Revision} ({ranking.Supersedes.ManifestSha256[..12]}…)"
            : throw new InvalidOperationException(
                $"The superseding ranking of {ranking.Agency} is not right: {string.Join(' ', faults)}");
    }

    internal static string Words(ReceivedLine line) => FormattableString.Invariant(
        $"place {line.Place}, {RankingTable.Words(line.Predicate)}, {line.Score:0.00}, {(line.TopShare == "out" ? "outside the top share" : $"top share: {RankingTable.Share(line.TopShare)}")}");
}
