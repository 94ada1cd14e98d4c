using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Kinerja.Application.Presence.CheckIns;
using Kinerja.Application.Ranking;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Ranking;
using Kinerja.Domain.Runs;

namespace Kinerja.Application.Tests.Ranking;

/// <summary>What a manifest commits to, recomputed from the published text alone.</summary>
public sealed class RankingTreeTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(1000)]
    public void The_roots_are_those_of_the_lines_as_they_stand_in_the_pages(int lines)
    {
        var (pages, leftOut, manifest) = Published(Some.Run(), lines);
        Assert.Equal(Hex(Root([.. pages.SelectMany(Lines)])), manifest.GetProperty("linesRootSha256").GetString());
        Assert.Equal(Hex(Root([.. leftOut.SelectMany(Lines)])), manifest.GetProperty("leftOutRootSha256").GetString());
        Assert.Equal(
            pages.Select(page => Hex(Root([.. Lines(page)]))),
            manifest.GetProperty("pages").EnumerateArray().Select(page => page.GetProperty("rootSha256").GetString()));
    }

    [Fact]
    public void Whoever_knows_all_of_a_line_but_its_salt_cannot_tell_its_leaf()
    {
        var (run, other) = (Some.Run(), Some.Run() with { LineSecret = new string('b', 64) });
        var (one, two) = (Published(run, 3), Published(other, 3));
        Assert.Equal(
            one.Pages.SelectMany(Lines).Select(WithoutSalt),
            two.Pages.SelectMany(Lines).Select(WithoutSalt));
        Assert.Empty(one.Pages.SelectMany(Lines).Intersect(two.Pages.SelectMany(Lines)));
    }

    [Fact]
    public void Every_line_of_every_list_and_revision_has_a_salt_of_its_own()
    {
        var first = Some.Run();
        var salts = new[] { first, first with { Revision = 2 } }
            .Select(run => Published(run, 3))
            .SelectMany(p => p.Pages.Concat(p.LeftOut)).SelectMany(Lines)
            .Select(line => SaltOf().Match(line).Groups[1].Value).ToList();
        Assert.All(salts, salt => Assert.Matches("^[0-9a-f]{32}$", salt));
        Assert.Equal((14, 14), (salts.Count, salts.Distinct().Count()));
    }

    [Fact]
    public void Each_run_has_a_secret_of_its_own_and_gets_the_same_one_again()
    {
        var again = new LineSecrets(SpotCheckSalt.From("garam yang rahasia"));
        var (quarter, other) = (World.Secrets.Of(Some.AgencyId, Some.Quarter), AgencyId.Parse("kemenkeu").Value);
        Assert.Matches("^[0-9a-f]{64}$", quarter);
        Assert.Equal(quarter, again.Of(Some.AgencyId, Some.Quarter));
        Assert.NotEqual(quarter, World.Secrets.Of(Some.AgencyId, AppraisalPeriod.OfYear(2026)));
        Assert.NotEqual(quarter, World.Secrets.Of(other, Some.Quarter));
        Assert.NotEqual(
            quarter, new LineSecrets(SpotCheckSalt.From("garam yang lain sekali")).Of(Some.AgencyId, Some.Quarter));
    }

    private static (IReadOnlyList<RankingPage> Pages, IReadOnlyList<RankingPage> LeftOut, JsonElement Manifest)
        Published(
        EvaluationRun run, int lines)
    {
        var ranking = new AgencyRanking(
            [.. Enumerable.Range(1, lines).Select(i => Some.Line(i, $"peg-{i:D4}"))],
            [.. Enumerable.Range(1, 3).Select(
                i => new NotAssessedPerson(Some.Person($"peg-9{i:D3}"), NotAssessedReason.NoRating))],
            [new(Some.Person("peg-0002"), 2, RewardExclusions.NewStaff)],
            Cap: 1, InTopShare: 1, TiedAtCap: 0, RankingPolicy.Default.Version);
        var (pages, leftOut) = (RankingContract.Pages(run, ranking), LeftOutContract.Pages(run, ranking));
        return (
            pages,
            leftOut,
            JsonDocument.Parse(RankingContract.Manifest(run, ranking, pages, leftOut, "x").Json).RootElement);
    }

    /// <summary>As the documentation says it: from brace to brace, between the brackets of the page's list.</summary>
    private static IEnumerable<string> Lines(RankingPage page)
    {
        var text = Encoding.UTF8.GetString(page.Json.Span);
        return Regex.Matches(text[text.IndexOf('[', StringComparison.Ordinal)..], "\\{[^{}]*\\}").Select(m => m.Value);
    }

    private static byte[] Root(string[] lines)
    {
        if (lines.Length < 2)
        {
            return lines.Length == 0 ? SHA256.HashData([]) : SHA256.HashData([0, .. Encoding.UTF8.GetBytes(lines[0])]);
        }

        var split = 1;
        while (split * 2 < lines.Length)
        {
            split *= 2;
        }

        return SHA256.HashData([1, .. Root(lines[..split]), .. Root(lines[split..])]);
    }

    private static string WithoutSalt(string line) => SaltOf().Replace(line, "");

    private static Regex SaltOf() => new(",\"salt\":\"([^\"]*)\"");

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
