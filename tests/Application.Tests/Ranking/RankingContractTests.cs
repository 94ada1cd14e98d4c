using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Kinerja.Application.Ranking;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Ranking;
using NodaTime;

namespace Kinerja.Application.Tests.Ranking;

public sealed class RankingContractTests
{
    // Other ministries store these bytes and hash them: they are pinned to the letter.
    [Fact]
    public void A_small_rankings_page_is_pinned() => Assert.Equal(
        """{"agencyId":"menpanrb","period":"2026-Q1","revision":1,"page":1,"lines":[{"place":1,"percentRank":0,"employeeId":"peg-0001","predicate":"good","score":97.5,"behaviourScore":90,"topShare":"in","salt":"44ea5a16a689226d13289c5a25c9a63a"},{"place":2,"percentRank":0,"employeeId":"peg-0002","predicate":"good","score":97.5,"behaviourScore":90,"topShare":"in","salt":"46087cbc50feedf24297819775026e25"}]}""",
        Text(Assert.Single(RankingContract.Pages(Some.Run(), Ranking(2)))));

    [Fact]
    public void A_small_rankings_manifest_is_pinned()
    {
        var ranking = Ranking(2);
        var manifest = RankingContract.Manifest(
            Some.Run(), ranking, RankingContract.Pages(Some.Run(), ranking), [], "abc");
        Assert.Equal(0, manifest.Number);
        Assert.Equal(
            """{"agencyId":"menpanrb","period":"2026-Q1","revision":1,"evaluationPolicy":"evaluation-2026.1","rankingPolicy":"ranking-2026.1","inputsSha256":"abc","assessed":2,"notAssessed":3,"cap":1,"inTopShare":1,"tiedAtCap":0,"excludedFromReward":1,"belowMinimumCohort":false,"pages":[{"number":1,"lines":2,"sha256":"HASH","rootSha256":"HASH"}],"chainSha256":"HASH","linesRootSha256":"HASH","leftOutRootSha256":"HASH"}""",
            Regex.Replace(Text(manifest), "[0-9a-f]{64}", "HASH"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(1000)]
    public void A_consumer_can_recount_and_rehash_everything(int lines)
    {
        var ranking = Ranking(lines);
        var pages = RankingContract.Pages(Some.Run(), ranking);
        var manifest =
            JsonDocument.Parse(RankingContract.Manifest(Some.Run(), ranking, pages, [], "x").Json).RootElement;

        var listed = manifest.GetProperty("pages").EnumerateArray().ToList();
        Assert.Equal(lines, manifest.GetProperty("assessed").GetInt32());
        Assert.Equal(lines, listed.Sum(p => p.GetProperty("lines").GetInt32()));
        Assert.Equal(Enumerable.Range(1, pages.Count), listed.Select(p => p.GetProperty("number").GetInt32()));
        Assert.Equal(
            pages.Select(p => JsonDocument.Parse(p.Json).RootElement.GetProperty("lines").GetArrayLength()),
            listed.Select(p => p.GetProperty("lines").GetInt32()));
        Assert.Equal(
            pages.Select(p => Hex(SHA256.HashData(p.Json.ToArray()))),
            listed.Select(p => p.GetProperty("sha256").GetString()));
        Assert.Equal(PlainChain(pages.Select(p => p.Json.ToArray())), manifest.GetProperty("chainSha256").GetString());
    }

    [Fact]
    public void Pages_hold_the_lines_in_order_and_once()
    {
        var pages = RankingContract.Pages(Some.Run(), Ranking(1000));
        var people = pages.SelectMany(p => JsonDocument.Parse(p.Json).RootElement.GetProperty("lines").EnumerateArray())
            .Select(l => l.GetProperty("employeeId").GetString());
        Assert.Equal(Ranking(1000).Lines.Select(l => l.EmployeeId.ToString()), people);
    }

    [Fact]
    public void Another_order_of_the_same_pages_has_another_chain()
    {
        var ranking = Ranking(1000);
        var pages = RankingContract.Pages(Some.Run(), ranking);
        Assert.NotEqual(ChainOf(ranking, pages), ChainOf(ranking, [pages[1], pages[0], pages[2], pages[3]]));
    }

    [Fact]
    public void A_page_of_the_longest_lines_fits_two_table_columns_and_a_message()
    {
        var longest = new string('m', 40);
        var run = Some.Run() with { AgencyId = AgencyId.Parse(new string('a', 32)).Value, Revision = int.MaxValue };
        var lines = Enumerable.Range(0, RankingContract.LinesPerPage).Select(_ => new RankingLine(
            9_999_999, EmployeeId.Parse(longest).Value, Predicate.NeedsImprovement, Score.FromHundredths(11999),
            Score.FromHundredths(11999), TopShare.ExcludedFromReward, 0.12345678901234566)
        { UnitPlace = 9_999_999 });
        var page = Assert.Single(RankingContract.Pages(run, Ranking([.. lines])));
        Assert.InRange(page.Json.Length, 1, 2 * Application.Tables.Chunks.ChunkBytes);
    }

    [Fact]
    public void No_time_enters_the_bytes()
    {
        var (early, late) = (
            Some.Run(),
            Some.Run() with { PlannedAt = Instant.MaxValue, ProgressAt = Instant.MaxValue, Attempt = 9 });
        Assert.Equal(
            Text(RankingContract.Pages(early, Ranking(3))[0]), Text(RankingContract.Pages(late, Ranking(3))[0]));
        Assert.Equal(
            Text(RankingContract.Manifest(early, Ranking(3), [], [], "x")),
            Text(RankingContract.Manifest(late, Ranking(3), [], [], "x")));
    }

    [Fact]
    public void Events_are_named_by_run_and_page_whatever_the_attempt()
    {
        var page = new RankingPage(7, new byte[] { 1 });
        var (first, again) = (
            RankingContract.EventOf(Some.Run(), page),
            RankingContract.EventOf(Some.Run() with { Attempt = 9 }, page));
        Assert.Equal("menpanrb_2026-Q1_r1_ranking_00007", first.Id);
        Assert.Equal(first, again);
        Assert.Equal("id.go.kinerja.ranking.page.v1", first.Type);
        Assert.Equal(
            "id.go.kinerja.ranking.published.v1", RankingContract.EventOf(Some.Run(), page with { Number = 0 }).Type);
    }

    /// <summary>
    /// As the documentation says it, in plain steps: h₀ = 32 zero bytes, hₙ = SHA-256(hₙ₋₁ ‖ SHA-256(page n)).
    /// </summary>
    private static string PlainChain(IEnumerable<byte[]> pages) =>
        Hex(pages.Aggregate(new byte[32], (before, page) => SHA256.HashData([.. before, .. SHA256.HashData(page)])));

    private static string? ChainOf(AgencyRanking ranking, IReadOnlyList<ProvablePage> pages) => JsonDocument
        .Parse(RankingContract.Manifest(Some.Run(), ranking, pages, [], "x").Json).RootElement
        .GetProperty("chainSha256").GetString();

    private static AgencyRanking Ranking(int lines) =>
        Ranking([.. Enumerable.Range(1, lines).Select(i => Some.Line(i, $"peg-{i:D4}"))]);

    private static AgencyRanking Ranking(RankingLine[] lines) => new(
        lines,
        [.. Enumerable.Range(1, 3).Select(
            i => new NotAssessedPerson(Some.Person($"peg-9{i:D3}"), NotAssessedReason.NoRating))],
        [new(Some.Person("peg-0002"), 2, RewardExclusions.NewStaff)],
        Cap: 1, InTopShare: 1, TiedAtCap: 0, RankingPolicy.Default.Version);

    private static string Text(RankingPage page) => Encoding.UTF8.GetString(page.Json.Span);

    private static string Hex(byte[] bytes) => Convert.ToHexString(bytes).ToLowerInvariant();
}
