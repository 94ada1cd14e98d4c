using System.Text.Json.Nodes;
using Kinerja.Host.Tests.Runs;
using Kinerja.Local.Ministry;
using Kinerja.Local.Processes;

namespace Kinerja.Host.Tests.Events;

/// <summary>Another ministry's own table of results, in C# and in JavaScript, over the life of a quarter.</summary>
[Collection(nameof(LaterCloud))]
public sealed class KeptResultsTests(CloudFixture cloud)
{
    [Fact]
    public async Task Both_consumers_keep_a_table_that_follows_a_quarter_until_it_is_final_once_more()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var (api, root) = (agency.Api, $"/api/v1/agencies/{agency.Id}");
        var run = $"{root}/runs/2025-Q4";
        await ReopeningTests.PutAsync(
            api, root, """{"name":"Contoh","zone":"Asia/Jayapura","beganOn":"2025-12-01"}""");
        await ReopeningTests.PutAsync(
            api, $"{root}/policies/objection/2025-10-01", """{"reopening":{"deciderIds":["head-1"]}}""");
        await ReopeningTests.RateAsync(api, root, "ani-1", 80, null);
        await ReopeningTests.RateAsync(api, root, "budi", 90, null);
        await using var worker = await LaterApp.OpenAsync(cloud, CloudFixture.Monday);
        using var folder = new TempFolder();

        await api.PostAsync($"{root}/runs", """{"period":"2025-Q4"}""");
        await WaitedRun.ReachedAsync(api, run, 1);
        await IsAsync(folder, agency.Id, "1 open: budi ani-1");

        await ReopeningTests.EndTermsAsync(cloud, agency.Id);
        Assert.Equal("final", await ReopeningTests.FinalisedAsync(cloud, api, agency.Id, run));
        var notAssessed = await IsAsync(folder, agency.Id, "1 final: budi ani-1");
        Assert.NotEqual(0, notAssessed);

        await api.PostAsync($"{run}/reopenings", ReopeningTests.ByHead);
        await IsAsync(folder, agency.Id, "1 reopened: budi ani-1");

        await ReopeningTests.RateAsync(api, root, "ani-1", 110, "Putusan banding.");
        await WaitedRun.ReachedAsync(api, run, 2);
        await IsAsync(folder, agency.Id, "2 reopened: ani-1 budi");

        await ReopeningTests.EndTermsAsync(cloud, agency.Id);
        Assert.Equal("final", await ReopeningTests.FinalisedAsync(cloud, api, agency.Id, run));
        Assert.Equal(notAssessed, await IsAsync(folder, agency.Id, "2 final: ani-1 budi"));
    }

    /// <summary>Gives how many people stand in the table without a place.</summary>
    private async Task<int> IsAsync(TempFolder folder, string agency, string expected)
    {
        var settings = new Dictionary<string, string>
        {
            ["TOKEN"] = cloud.Cloud.Issuer.TokenFor("kementerian-contoh", ["events.read", "events.of.results"]),
        };
        var (sharp, script) = (Path.Combine(folder.Path, "sharp"), Path.Combine(folder.Path, "script"));
        using var printed = new StringWriter();
        var code = await KeepResults.RunAsync(
            [sharp, $"{cloud.Address}", agency], settings.GetValueOrDefault, printed, CancellationToken.None);
        Assert.True(code == 0, $"{printed}");
        await using var node = ChildProcess.Start(
            "node",
            [Path.Combine(RepositoryFolder.Local, "Ministry", "keep-results.mjs"), script, $"{cloud.Address}", agency],
            environment: settings);
        Assert.True(await node.WaitForExitAsync() == 0, node.Output);

        var table = await File.ReadAllLinesAsync(Path.Combine(sharp, "results.jsonl"));
        Assert.Equal(table, await File.ReadAllLinesAsync(Path.Combine(script, "results.jsonl")));
        var lines = table.Select(line => JsonNode.Parse(line)!).ToList();
        var people = lines.Skip(1).Where(line => line["place"] is not null).Select(line => (string)line["employeeId"]!);
        Assert.Equal(expected, $"{lines[0]["revision"]} {lines[0]["state"]}: {string.Join(' ', people)}");
        return lines.Skip(1).Count(line => line["notAssessed"] is not null);
    }
}
