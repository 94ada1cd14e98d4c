using System.Security.Cryptography;
using System.Text;
using Kinerja.Local.Ministry;

namespace Kinerja.Local.Tests;

public sealed class ReceivedRankingTests
{
    private const string Page = """{"revision":2,"page":1,"lines":[]}""";

    [Fact]
    public void A_superseding_ranking_names_the_bytes_of_the_one_it_replaces()
    {
        var first = Received(1, "");
        var second = Received(2, Naming(1, first.Sha256));

        Assert.Equal(new Superseded(1, first.Sha256), second.Supersedes);
        Assert.Null(first.Supersedes);
        Assert.Empty(second.Faults());
        Assert.Empty(second.FaultsAfter(first));
    }

    [Fact]
    public void Other_bytes_another_revision_or_none_named_are_faults()
    {
        var first = Received(1, "");

        Assert.Single(Received(2, Naming(1, new string('a', 64))).FaultsAfter(first));
        Assert.Single(Received(3, Naming(2, first.Sha256)).FaultsAfter(first));
        Assert.Single(Received(2, "").FaultsAfter(first));
    }

    private static string Naming(int revision, string sha256) =>
        $$""","supersedes":{"revision":{{revision}},"manifestSha256":"{{sha256}}"}""";

    private static ReceivedRanking Received(int revision, string supersedes)
    {
        var page = SHA256.HashData(Encoding.UTF8.GetBytes(Page));
        var nothing = Convert.ToHexStringLower(SHA256.HashData([]));
        var chain = Convert.ToHexStringLower(SHA256.HashData([.. new byte[32], .. page]));
        var ranking = new ReceivedRanking("contoh", "2026-Q1", revision);
        ranking.Take(Encoding.UTF8.GetBytes(Page));
        ranking.Take(Encoding.UTF8.GetBytes($$"""
            {"revision":{{revision}}{{supersedes}},"assessed":0,"inTopShare":0,"tiedAtCap":0,"excludedFromReward":0,
             "pages":[{"number":1,"lines":0,"sha256":"{{Convert.ToHexStringLower(page)}}","rootSha256":"{{nothing}}"}],
             "chainSha256":"{{chain}}","linesRootSha256":"{{nothing}}"}
            """));
        return ranking;
    }
}
