using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Kinerja.Application.Ranking;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Ranking;
using Kinerja.Domain.Runs;

namespace Kinerja.Application.Tests.Ranking;

/// <summary>A person's own line, proven against what was published and without anybody else's.</summary>
public sealed class ProveLinesTests
{
    private readonly World _world = new();

    [Fact]
    public async Task Everybody_of_six_hundred_has_a_line_that_is_proven_by_the_published_root()
    {
        var manifest = await RankedAsync(600);
        var head = Head(manifest, "linesRootSha256", "assessed");
        for (var number = 1; number <= 600; number++)
        {
            var proven = await ProveAsync($"peg-{number:D6}");
            var line = proven.Value.Lines[0];
            Assert.True(line.Proof.Proves(Encoding.UTF8.GetBytes(line.Text), head), $"{number}");
            Assert.Equal((number - 1, ProvableList.Ranking), (line.Proof.Index, line.List));
            Assert.Contains($"\"employeeId\":\"peg-{number:D6}\"", line.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_answer_holds_nothing_of_anybody_else()
    {
        await RankedAsync(300);
        var answer = JsonSerializer.Serialize(
            LineProofsResponse.Of((await ProveAsync("peg-000150")).Value), JsonFormat.Default.LineProofsResponse);
        Assert.All(
            Enumerable.Range(1, 300).Where(i => i != 150),
            i => Assert.DoesNotContain($"peg-{i:D6}", answer, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_line_of_one_hundred_thousand_takes_seventeen_hashes_and_three_rows()
    {
        var head = Head(await RankedAsync(100_000), "linesRootSha256", "assessed");
        var before = _world.Rankings.Reads;
        var proven = (await ProveAsync("peg-054321")).Value;
        var (line, reads) = (Assert.Single(proven.Lines), _world.Rankings.Reads - before);
        Assert.Equal((17, 3), (line.Proof.Path.Count, reads));
        Assert.True(line.Proof.Proves(Encoding.UTF8.GetBytes(line.Text), head));
        var answer = JsonSerializer.SerializeToUtf8Bytes(
            LineProofsResponse.Of(proven), JsonFormat.Default.LineProofsResponse);
        Assert.InRange(answer.Length, 1, 2_200);
    }

    [Fact]
    public async Task Who_is_not_assessed_proves_that_with_the_reason()
    {
        var head = Head(await RankedAsync(10), "leftOutRootSha256", "notAssessed", "excludedFromReward");
        var line = Assert.Single((await ProveAsync("peg-900001")).Value.Lines);
        Assert.Equal(ProvableList.LeftOut, line.List);
        Assert.Contains("\"notAssessed\":\"noRating\"", line.Text, StringComparison.Ordinal);
        Assert.True(line.Proof.Proves(Encoding.UTF8.GetBytes(line.Text), head));
    }

    [Fact]
    public async Task Who_is_excluded_from_the_reward_proves_the_place_and_the_reason()
    {
        var manifest = await RankedAsync(10);
        var lines = (await ProveAsync("peg-000002")).Value.Lines;
        Assert.Equal([ProvableList.Ranking, ProvableList.LeftOut], lines.Select(l => l.List));
        Assert.Contains("\"excludedFromReward\":[\"newStaff\"]", lines[1].Text, StringComparison.Ordinal);
        Assert.True(
            lines[1].Proof.Proves(
                Encoding.UTF8.GetBytes(lines[1].Text),
                Head(manifest, "leftOutRootSha256", "notAssessed", "excludedFromReward")));
    }

    [Fact]
    public async Task The_manifest_that_commits_to_the_line_is_named_by_its_hash()
    {
        await RankedAsync(10);
        var manifest = _world.Rankings.Pages[(Some.AgencyId, Some.Quarter, 1, 0)];
        Assert.Equal(
            Convert.ToHexStringLower(SHA256.HashData(manifest.Json.Span)),
            (await ProveAsync("peg-000001")).Value.ManifestSha256);
    }

    [Fact]
    public async Task Who_is_in_no_list_has_nothing_to_prove()
    {
        Refused.Is(RefusalCodes.UnknownRun, await ProveAsync("peg-000001"));
        await RankedAsync(10);
        Refused.Is(RefusalCodes.UnknownEvaluation, await ProveAsync("peg-nobody"));
        Refused.Is(RefusalCodes.UnknownRevision, await ProveAsync("peg-000001", revision: 2));
    }

    [Fact]
    public async Task Before_the_ranking_there_is_nothing_to_prove()
    {
        await _world.Runs.AddAsync(Some.Run(RunState.Evaluated), default);
        Refused.Is(RefusalCodes.RankingNotReady, await ProveAsync("peg-000001"));
    }

    [Fact]
    public async Task A_stored_page_that_was_changed_is_a_fault_and_no_proof()
    {
        await RankedAsync(10);
        var key = (Some.AgencyId, (AppraisalPeriod)Some.Quarter, 1, 1);
        var text = Encoding.UTF8.GetString(_world.Rankings.Pages[key].Json.Span).Replace(
            "\"score\":97.5", "\"score\":97.6", StringComparison.Ordinal);
        _world.Rankings.Pages[key] = new RankingPage(1, Encoding.UTF8.GetBytes(text));
        await Assert.ThrowsAsync<InvalidOperationException>(() => ProveAsync("peg-000003"));
    }

    private async Task<JsonElement> RankedAsync(int people)
    {
        var run = Some.Run(RunState.Ranked);
        await _world.Runs.AddAsync(run, default);
        var ranking = new AgencyRanking(
            [.. Enumerable.Range(1, people).Select(
                i => Some.Line(i, $"peg-{i:D6}") with { Top = i == 2 ? TopShare.ExcludedFromReward : TopShare.In })],
            [.. Enumerable.Range(1, 700).Select(
                i => new NotAssessedPerson(Some.Person($"peg-9{i:D5}"), NotAssessedReason.NoRating))],
            [new(Some.Person("peg-000002"), 2, RewardExclusions.NewStaff)],
            Cap: 1, InTopShare: 1, TiedAtCap: 0, RankingPolicy.Default.Version);
        var (pages, leftOut) = (RankingContract.Pages(run, ranking), LeftOutContract.Pages(run, ranking));
        await _world.Rankings.PutPlacesAsync(run, ranking.Lines, default);
        foreach (var page in pages.Append(RankingContract.Manifest(run, ranking, pages, leftOut, "x")))
        {
            await _world.Rankings.PutPageAsync(run, page, default);
        }

        foreach (var page in leftOut)
        {
            await _world.Rankings.PutLeftOutAsync(run, page, default);
        }

        return JsonDocument.Parse(_world.Rankings.Pages[(Some.AgencyId, Some.Quarter, 1, 0)].Json).RootElement;
    }

    /// <summary>As a reader takes it from the published manifest.</summary>
    private static TreeHead Head(JsonElement manifest, string root, params string[] counts) =>
        new(
            counts.Sum(name => manifest.GetProperty(name).GetInt32()),
            Convert.FromHexString(manifest.GetProperty(root).GetString()!));

    private Task<Result<ProvenPerson>> ProveAsync(string person, int? revision = null) =>
        _world.Prove.ExecuteAsync(Some.AgencyId, Some.Quarter, revision, Some.Person(person), default);
}
