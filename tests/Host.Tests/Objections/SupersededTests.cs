using System.Text.Json.Nodes;
using Kinerja.Host.Tests.Runs;
using Kinerja.Local.Processes;

namespace Kinerja.Host.Tests.Objections;

/// <summary>
/// A decided objection on the bus: the consumers of other ministries take the ranking that replaces the first.
/// </summary>
[Collection(nameof(LaterCloud))]
public sealed class SupersededTests(CloudFixture cloud)
{
    [Fact]
    public async Task Both_consumers_take_the_ranking_that_a_decided_objection_puts_in_the_place_of_the_first()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await agency.RateAsync("ani-1", "head-1", "meets", "meets", 80, 80);
        await agency.RateAsync("budi", "head-1", "meets", "meets", 90, 90);
        await using var quarter = await PastQuarter.OpenAsync(cloud);
        await quarter.StartRunAsync(agency.Id);
        var first = await quarter.RankingOfAsync(agency.Id);
        await quarter.PublishedAsync(agency.Id);

        // Either app may have delivered it, and this one's January is within the term that either has set.
        var decided = await ObjectAsync(agency.Api);
        Assert.True(decided.Status == 200, $"{decided.Json}");
        Assert.Equal((2, "changed"), ((int?)decided.Json!["appliedInRevision"], (string?)decided.Json["state"]));
        var second = await quarter.RankingOfAsync(agency.Id, revision: 2);

        Assert.Empty(quarter.FaultsOf(second));
        Assert.Equal((1, first.Sha256), (second.Supersedes!.Revision, second.Supersedes.ManifestSha256));
        Assert.Equal(["budi", "ani-1"], first.Lines().Select(l => l.EmployeeId));
        Assert.Equal(["ani-1", "budi"], second.Lines().Select(l => l.EmployeeId));

        var script = Path.Combine(RepositoryFolder.Local, "Ministry", "receive-ranking.mjs");
        await using var node = ChildProcess.Start(
            "node",
            [
                script, cloud.Cloud.Bus.ConnectionString, agency.Id, "all-events", "2",
                $"{quarter.Address}api/v1/receipt-keys",
            ]);
        var code = await node.WaitForExitAsync();
        Assert.True(code == 0, node.Output);
        var told = JsonNode.Parse(node.Output)!;
        Assert.Equal(("id.go.kinerja.ranking.superseded.v1", 2), ((string?)told["cloudEvent"], (int?)told["revision"]));
        Assert.Equal(first.Sha256, (string?)told["supersedes"]!["manifestSha256"]);
        Assert.Equal("ani-1", (string?)told["lines"]![0]!["employeeId"]);
        Assert.Equal(
            ("open", second.Sha256), ((string?)told["sealed"]!["finality"], (string?)told["sealed"]!["dataSha256"]));
    }

    /// <summary>
    /// A person objects, both sides are heard, and the superior puts the best rating in the place of what was there.
    /// </summary>
    internal static async Task<Answer> ObjectAsync(Api api)
    {
        const string Path = "/api/v1/employees/ani-1/objections/2026-Q1";
        await api.PostAsync(Path, """{"id":"keberatan-ani","reason":"Bukti belum dihitung.","evidence":[]}""");
        await api.PostAsync($"{Path}/statements", """{"byId":"ani-1","words":"Sudah diserahkan."}""");
        await api.PostAsync($"{Path}/statements", """{"byId":"head-1","words":"Terlambat saya terima."}""");
        return await api.PostAsync($"{Path}/decision", """
            {"decidedById":"chief","reason":"Bukti lengkap.","revised":{"result":"above","behaviour":"above","skpScore":110,"behaviourScore":110}}
            """);
    }
}
