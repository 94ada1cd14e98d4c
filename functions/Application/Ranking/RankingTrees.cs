using System.Text.Json;
using Kinerja.Domain.Ranking;

namespace Kinerja.Application.Ranking;

/// <summary>
/// The trees over a ranking's lines, as its manifest commits to them: the ranking's by page, and the one of whom it
/// leaves out.
/// </summary>
internal sealed record RankingTrees(IReadOnlyList<byte[]> PageRoots, TreeHead Ranking, TreeHead LeftOut)
{
    internal static RankingTrees Read(RankingPage manifest)
    {
        using var json = JsonDocument.Parse(manifest.Json);
        var root = json.RootElement;
        return new(
            [.. root.GetProperty("pages").EnumerateArray().Select(page => HashOf(page, "rootSha256"))],
            new(Count("assessed"), HashOf(root, "linesRootSha256")),
            new(Count("excludedFromReward") + Count("notAssessed"), HashOf(root, "leftOutRootSha256")));

        int Count(string name) => root.GetProperty(name).GetInt32();
    }

    private static byte[] HashOf(JsonElement json, string name) =>
        Convert.FromHexString(json.GetProperty(name).GetString()!);
}
