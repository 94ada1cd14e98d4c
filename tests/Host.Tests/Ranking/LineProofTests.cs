using System.Text.Json.Nodes;
using Kinerja.Host.Tests.Objections;
using Kinerja.Host.Tests.OpenApi;
using Kinerja.Host.Tests.Runs;
using Kinerja.Local.Ministry;
using Kinerja.Local.Processes;

namespace Kinerja.Host.Tests.Ranking;

/// <summary>
/// A person's own line over HTTP, held against what the ministry received on the bus; past revisions stay readable.
/// </summary>
[Collection(nameof(LaterCloud))]
public sealed class LineProofTests(CloudFixture cloud)
{
    [Fact]
    public async Task A_person_verifies_the_own_line_of_each_revision_against_the_published_root()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var run = $"/api/v1/agencies/{agency.Id}/runs/2026-Q1";
        await agency.RateAsync("ani-1", "head-1", "meets", "meets", 80, 80);
        await agency.RateAsync("budi", "head-1", "meets", "meets", 90, 90);
        await using var quarter = await PastQuarter.OpenAsync(cloud);
        await quarter.StartRunAsync(agency.Id);
        var first = await quarter.RankingOfAsync(agency.Id);
        await quarter.PublishedAsync(agency.Id);
        await SupersededTests.ObjectAsync(agency.Api);
        var second = await quarter.RankingOfAsync(agency.Id, revision: 2);
        await quarter.PublishedAsync(agency.Id);

        var before = await agency.Api.GetAsync($"{run}/ranking/proofs/ani-1?revision=1");
        var now = await agency.Api.GetAsync($"{run}/ranking/proofs/ani-1");

        Assert.Equal(
            (1, 2, 1),
            ((int?)before.Json!["revision"], (int?)now.Json!["revision"], before.Json["proofs"]!.AsArray().Count));
        Assert.Equal((true, false), (first.Proves(ProofOf(before)), second.Proves(ProofOf(before))));
        Assert.Equal((false, true), (first.Proves(ProofOf(now)), second.Proves(ProofOf(now))));
        Assert.Equal((2, 1), (PlaceOf(before), PlaceOf(now)));
        Assert.DoesNotContain("budi", before.Json.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal((0, 1), (await VerifyAsync(before, first), await VerifyAsync(before, second)));

        var old = await agency.Api.GetAsync($"{run}/ranking?revision=1");
        Assert.Equal((1, "budi"), ((int?)old.Json!["revision"], (string?)old.Json["lines"]![0]!["employeeId"]));
        Assert.Equal(1, (int?)(await agency.Api.GetAsync($"{run}/ranking/manifest?revision=1")).Json!["revision"]);
        Assert.Equal(1, (int?)(await agency.Api.GetAsync($"{run}/ranking/left-out?revision=1")).Json!["revision"]);
        Assert.Equal((1, 2), await ExplainedAsync(agency.Api, $"{run}/evaluations/ani-1?revision=1"));
        Assert.Equal((2, 1), await ExplainedAsync(agency.Api, $"{run}/evaluations/ani-1"));
        Assert.Equal((1, true), await RepeatedAsync(agency.Api, $"{run}/rerun?revision=1"));
    }

    [Fact]
    public async Task Who_is_not_assessed_verifies_the_reason_and_nobody_proves_a_line_that_is_not_there()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var run = $"/api/v1/agencies/{agency.Id}/runs/2026-Q1";
        Assert.Equal(
            (404, "urn:kinerja:problem:unknown-run"), await RefusedAsync(agency.Api, $"{run}/ranking/proofs/ani-1"));
        await agency.RateAsync("ani-1", "head-1", "meets", "meets", 80, 80);
        await using var quarter = await PastQuarter.OpenAsync(cloud);
        await quarter.StartRunAsync(agency.Id);
        var ranking = await quarter.RankingOfAsync(agency.Id);

        var left = await agency.Api.GetAsync($"{run}/ranking/proofs/budi");

        Assert.Equal("leftOut", (string?)left.Json!["proofs"]![0]!["list"]);
        Assert.Contains(
            "\"notAssessed\":\"noRating\"", (string?)left.Json["proofs"]![0]!["line"], StringComparison.Ordinal);
        Assert.Equal(0, await VerifyAsync(left, ranking));
        Assert.Equal(
            (404, "urn:kinerja:problem:unknown-evaluation"),
            await RefusedAsync(agency.Api, $"{run}/ranking/proofs/nobody"));
        foreach (var path in new[]
        {
            "",
            "/ranking",
            "/ranking/manifest",
            "/ranking/left-out",
            "/ranking/proofs/ani-1",
            "/evaluations/ani-1"
        })
        {
            Assert.Equal(
                (404, "urn:kinerja:problem:unknown-revision"),
                await RefusedAsync(agency.Api, $"{run}{path}?revision=2"));
            Assert.Equal(
                (400, "urn:kinerja:problem:invalid-field"),
                await RefusedAsync(agency.Api, $"{run}{path}?revision=two"));
        }
    }

    [Fact]
    public void The_documents_own_example_holds()
    {
        var example = ApiDocument.Embedded["GetLineProofs"].Json
            .GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json")
            .GetProperty("example").GetRawText();
        var proof = JsonNode.Parse(example)!["proofs"]![0]!;
        Assert.True(LineTree.Proves(ProofOf(proof), (int)proof["treeSize"]!, (string)proof["rootSha256"]!));
    }

    /// <summary>With the sample that a person may copy; its exit code.</summary>
    private static async Task<int> VerifyAsync(Answer answer, ReceivedRanking ranking)
    {
        using var folder = new TempFolder();
        var (said, manifest) = (Path.Combine(folder.Path, "answer.json"), Path.Combine(folder.Path, "manifest.json"));
        await File.WriteAllTextAsync(said, answer.Json!.ToJsonString());
        await File.WriteAllTextAsync(manifest, ranking.Manifest.GetRawText());
        await using var node = ChildProcess.Start(
            "node", [Path.Combine(RepositoryFolder.Local, "Ministry", "verify-line.mjs"), said, manifest]);
        return await node.WaitForExitAsync();
    }

    private static async Task<(int?, int?)> ExplainedAsync(Api api, string path) =>
        await api.GetAsync(path) is var answer ? ((int?)answer.Json!["revision"], (int?)answer.Json["place"]) : default;

    private static async Task<(int?, bool?)> RepeatedAsync(Api api, string path) =>
        await api.SendAsync(HttpMethod.Post, path, null) is var answer
            ? ((int?)answer.Json!["revision"], (bool?)answer.Json["equal"])
            : default;

    private static async Task<(int, string?)> RefusedAsync(Api api, string path) =>
        await api.GetAsync(path) is var answer ? (answer.Status, answer.ProblemType) : default;

    private static LineProof ProofOf(Answer answer) => ProofOf(answer.Json!["proofs"]![0]!);

    private static LineProof ProofOf(JsonNode proof) => new(
        (string)proof["line"]!, (int)proof["index"]!, (int)proof["treeSize"]!,
        [.. proof["path"]!.AsArray().Select(hash => (string)hash!)]);

    private static int PlaceOf(Answer answer) =>
        (int)JsonNode.Parse((string)answer.Json!["proofs"]![0]!["line"]!)!["place"]!;
}
